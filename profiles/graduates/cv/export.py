"""One's own profile as a JSON Resume (jsonresume.org, schema 1.0.0)."""

from typing import Any

from profiles.disclosure import disclose
from profiles.graduates.models import Graduate
from profiles.models import Profile
from profiles.viewer import Viewer

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def resume_of(profile: Profile, viewer: Viewer) -> dict[str, Any]:
    """What `viewer` may read of the profile; of one's own, everything. Nothing said is left out."""
    card = disclose(profile, viewer)
    basics = {
        "name": card.title if card.is_named else "",
        "label": card.headline,
        "email": card.email,
        "phone": card.phone,
        "url": card.website,
        "summary": card.about,
        "location": _said(region=card.governorate, countryCode=str(profile.country or "")),
    }
    return _said(
        **{"$schema": SCHEMA},
        basics=_said(**basics),
        education=_education(profile),
        skills=[_said(name=skill.label, level=skill.level_label) for skill in card.skills],
        languages=[_said(language=label, fluency=cefr) for label, cefr in card.languages],
        meta=_said(version="v1.0.0", lastModified=profile.updated_at.isoformat(timespec="seconds")),
    )


def _education(profile: Profile) -> list[dict[str, Any]]:
    graduate = Graduate.objects.filter(profile=profile).select_related("university").first()
    if graduate is None:
        return []
    row = _said(
        institution=graduate.university.name if graduate.university else "",
        area=graduate.degree,
        endDate=str(graduate.graduation_year or ""),
    )
    return [row] if row else []


def _said(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
