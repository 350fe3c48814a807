"""The names of skills as a worker holds them: what a query calls, and what an option is called."""

from django.utils.translation import get_language

from profiles.browsing.changes import Rows, watch
from profiles.browsing.lookup import skills
from profiles.models import SkillSynonym


class SkillNames:
    """Slug by any spelling, and both labels by slug; read anew when the taxonomy was written."""

    def __init__(self) -> None:
        self._slugs: dict[str, str] | None = None
        self._labels: dict[str, tuple[str, str]] = {}
        watch.holders.append(self)

    def hear(self, changed: Rows) -> None:
        if "skill" in changed:
            self.forget()

    def forget(self) -> None:
        self._slugs = None

    def slug(self, key: str) -> str | None:
        """The skill that is spelt so (`folding.skill_key`)."""
        return self._read().get(key)

    def label(self, slug: str) -> str:
        self._read()
        english, arabic = self._labels.get(slug, (slug, slug))
        return arabic if (get_language() or "").startswith("ar") else english

    def knows(self, slug: str) -> bool:
        self._read()
        return slug in self._labels

    def choices(self) -> list[tuple[str, str]]:
        self._read()
        return [(slug, self.label(slug)) for slug in self._labels]

    def _read(self) -> dict[str, str]:
        if self._slugs is None:
            self._labels = {row.slug: (row.label_en, row.label_ar) for row in skills.rows()}
            self._slugs = dict(SkillSynonym.objects.values_list("key", "skill__slug"))
        return self._slugs


skill_names = SkillNames()
