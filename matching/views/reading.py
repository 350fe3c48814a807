"""An opening as everyone reads it: on its own page, and before it is published."""

from typing import Any

from django.utils.translation import gettext as _

from matching.models import Opening
from matching.views.wording import short_facts, stated_terms
from profiles.labels import language_label, sector_label


def as_read(opening: Opening) -> dict[str, Any]:
    """What `matching/_reading.html` shows."""
    return {
        "opening": opening,
        "kind": opening.declaration.opening_label,
        "facts": short_facts(opening),
        "terms": stated_terms(opening),
        "skills": list(opening.asked_skills.all()),
        "sectors": _(", ").join(map(sector_label, opening.sectors)),
        "languages": _(", ").join(map(language_label, opening.languages)),
    }
