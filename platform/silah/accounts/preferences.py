"""The language of mail, the time zone of an account, and when mail tells of news, as forms."""

from django import forms
from django.utils.translation import gettext_lazy as _

from profiles.models import User
from profiles.zones import known_zones


class PreferencesForm(forms.ModelForm[User]):
    time_zone = forms.ChoiceField(label=_("Time zone"))

    class Meta:
        model = User
        fields = ("language", "time_zone")
        widgets = {"language": forms.RadioSelect}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        zones = sorted(zone for zone in known_zones() if "/" in zone)
        self.fields["time_zone"].choices = [(zone, zone) for zone in zones]  # type: ignore[attr-defined]


class NoticesForm(forms.ModelForm[User]):
    class Meta:
        model = User
        fields = ("notices",)
        widgets = {"notices": forms.RadioSelect}
        labels = {"notices": _("When should mail tell you what has happened?")}
        help_texts = {
            "notices": _(
                "Every notification stands on its page, whatever you choose here. Mail of a "
                "saved search is chosen at the search."
            )
        }
