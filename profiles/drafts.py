"""Drafts: what was typed survives a lost connection, a wrong answer and a change of device."""

from uuid import UUID

from django.http import QueryDict

from profiles.models import Draft

NEVER_KEPT = {"csrfmiddlewaretoken", "later", "draft"}
LONGEST = 64 * 1024
"""Characters of one draft; a longer one is not kept, since no form of ours takes so much."""


def kept(user_id: int, form: str) -> QueryDict | None:
    """What the person last typed into this form, as it was posted; `None` where nothing waits."""
    row = Draft.objects.filter(user=user_id, form=form).only("data").first()
    if row is None:
        return None
    found = QueryDict(mutable=True)
    for name, values in row.data.items():
        found.setlist(name, values)
    return found


def keep(user_id: int, form: str, typed: QueryDict) -> None:
    """Keep what was typed in place of what was kept before. Passwords and files never come here."""
    data = {name: values for name, values in typed.lists() if name not in NEVER_KEPT}
    size = sum(len(text) for values in data.values() for text in values)
    if size <= LONGEST:
        Draft.objects.update_or_create(user_id=user_id, form=form, defaults={"data": data})


def drop(user_id: int, form: str) -> None:
    """It was saved: nothing waits any more."""
    Draft.objects.filter(user=user_id, form=form).delete()


def drop_about(public_id: UUID) -> None:
    """The row is gone: whatever anybody typed about it has no form to come back to."""
    Draft.objects.filter(form__endswith=f":{public_id}").delete()
