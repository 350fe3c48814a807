"""Skills that people proposed: accepted as another word, as a skill of their own, or refused."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ledger.staff import Recorded, plain
from profiles.actions import accept_as_new, accept_as_synonym, refuse
from profiles.actions.proposals import AlreadyDecidedError
from profiles.folding import skill_key
from profiles.models import Skill, SkillProposal, SkillSynonym

SYNONYM, NEW, REFUSE = "synonym", "new", "refuse"


def kind_choices() -> list[tuple[str, str]]:
    kinds = Skill.objects.order_by("kind").values_list("kind", flat=True).distinct()
    return [("", "-"), *((kind, kind) for kind in kinds)]


class DecisionForm(forms.ModelForm[SkillProposal]):
    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=[
            (SYNONYM, gettext_lazy("Another word for the skill below")),
            (NEW, gettext_lazy("A skill of its own, with both labels")),
            (REFUSE, gettext_lazy("Refuse, with the reason")),
        ],
    )
    label_en = forms.CharField(label=gettext_lazy("English label"), max_length=120, required=False)
    label_ar = forms.CharField(label=gettext_lazy("Arabic label"), max_length=120, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=kind_choices, required=False)

    class Meta:
        model = SkillProposal
        fields = ["skill", "reason"]
        help_texts: ClassVar = {
            "reason": gettext_lazy(
                "A sentence that whoever proposed it reads, on the site and by mail."
            )
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        needed = {SYNONYM: ["skill"], NEW: ["label_en", "label_ar", "kind"], REFUSE: ["reason"]}
        for name in needed.get(said.get("decision", ""), []):
            if not said.get(name) and name not in self.errors:
                self.add_error(name, _("This decision needs it."))
        if said.get("decision") == NEW:
            self._labels_are_free(said)
        return said

    def _labels_are_free(self, said: dict[str, Any]) -> None:
        for name in ("label_en", "label_ar"):
            key = skill_key(said.get(name) or "")
            taken = SkillSynonym.objects.filter(key=key).select_related("skill").first()
            if taken:
                sentence = _("This already means %(skill)s: accept it as another word for that.")
                self.add_error(name, sentence % {"skill": taken.skill.label})


@admin.register(SkillProposal)
class SkillProposalAdmin(Recorded):
    """Open proposals first, the most wanted on top. Decided ones are read only."""

    form = DecisionForm
    recorded_by_action = True
    list_display = [plain("id"), "text", "language", "state", "wanted_by", "created_at"]
    list_filter = ["state", "language"]
    search_fields = ["text"]
    autocomplete_fields = ["skill"]
    shown = ("text", "language", "state", "created_at", "decided_at")
    fieldsets = (
        (None, {"fields": shown}),
        (
            gettext_lazy("What becomes of it"),
            {"fields": ["decision", "skill", "label_en", "label_ar", "kind", "reason"]},
        ),
    )
    decided = ((None, {"fields": [*shown, "skill", "reason"]}),)
    readonly_fields = shown

    @admin.display(description=gettext_lazy("wanted by"), ordering="wanted")
    def wanted_by(self, proposal: Any) -> int:
        return int(proposal.wanted)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[SkillProposal]":
        rows = super().get_queryset(request).annotate(wanted=Count("wishes"))
        found: QuerySet[SkillProposal] = rows.order_by("-state", "-wanted", "id")
        return found

    def get_fieldsets(self, request: HttpRequest, obj: SkillProposal | None = None) -> Any:
        return self.fieldsets if obj is None or _is_open(obj) else self.decided

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        is_open = obj is None or _is_open(obj)
        return super().has_change_permission(request, obj) and is_open

    def save_model(self, request: HttpRequest, obj: SkillProposal, form: Any, change: bool) -> None:
        try:
            self._decide(obj, form.cleaned_data, request.user.pk)
        except AlreadyDecidedError:
            said = _("Somebody else decided this meanwhile. Nothing was changed.")
            self.message_user(request, said, messages.ERROR)

    def _decide(self, obj: SkillProposal, said: dict[str, Any], by_id: int | None) -> None:
        if said["decision"] == SYNONYM:
            accept_as_synonym(proposal=obj, skill=said["skill"], by_id=by_id)
        elif said["decision"] == NEW:
            labels = {name: said[name] for name in ("label_en", "label_ar", "kind")}
            accept_as_new(proposal=obj, by_id=by_id, **labels)
        else:
            obj.skill = None
            refuse(proposal=obj, reason=said["reason"], by_id=by_id)


def _is_open(proposal: SkillProposal) -> bool:
    return proposal.state == SkillProposal.State.OPEN
