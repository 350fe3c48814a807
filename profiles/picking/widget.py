"""The picker as it is drawn: a search box, what it found, and what is picked, all as ticks.

Every submit button of the form posts all of it, so that looking, ticking and unticking lose
nothing and need no script.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from profiles.folding import skill_key
from profiles.models import Skill
from profiles.picking.finding import like, picked_and_called
from profiles.picking.second import Second
from profiles.picking.typed import LONGEST, Picked, Typed


class SkillPicker(forms.Widget):
    template_name = "picking/picker.html"
    use_fieldset = True

    def __init__(self, *, second: Second, proposes: bool) -> None:
        super().__init__()
        self.second, self.proposes = second, proposes

    def id_for_label(self, id_: str | None) -> str:
        return ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed:
        def each(key: str) -> list[str]:
            found = data.getlist(key) if isinstance(data, MultiValueDict) else data.get(key, [])
            return [str(value) for value in found]

        before = f"{name}-of-"
        seconds = {key[len(before) :]: str(data[key]) for key in data if key.startswith(before)}
        return Typed(
            query=str(data.get(f"{name}-q", "")).strip(),
            seen=str(data.get(f"{name}-seen", "")),
            picks={slug: seconds.get(slug, "") for slug in each(f"{name}-pick")},
            news={
                text: seconds.get(skill_key(text), "")
                for text in (new.strip()[:LONGEST] for new in each(f"{name}-new"))
                if skill_key(text)
            },
            seconds=seconds,
        )

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        return context | {"picker": self._drawn(name, _typed(value))}

    def _drawn(self, name: str, typed: Typed) -> dict[str, Any]:
        asked = typed.parts if typed.is_pending else []
        picked, named = picked_and_called(typed.picks, asked)
        ticked = {skill.slug for skill in named.values()}
        rest = [part for part in typed.parts if part not in named]
        look_for = next(iter(rest or typed.parts), "")
        chosen = _best_first(picked, typed.picks)
        found = _ordered(named.values(), like(look_for) if look_for else [], without=chosen)
        return {
            "name": name,
            "query": ", ".join(rest),
            "has_looked": bool(look_for),
            "look_for": look_for,
            "found": [
                self._row(name, skill, typed, is_ticked=skill.slug in ticked) for skill in found
            ],
            "chosen": [self._row(name, skill, typed, is_ticked=True) for skill in chosen],
            "news": [self._new(name, text, typed, is_ticked=True) for text in typed.news],
            "offer": self._offer(name, rest, typed),
        }

    def _row(self, name: str, skill: Skill, typed: Typed, *, is_ticked: bool) -> dict[str, Any]:
        said = typed.seconds.get(skill.slug, typed.picks.get(skill.slug, ""))
        return self._tick(
            f"{name}-pick", skill.slug, skill.label, is_ticked=is_ticked
        ) | self._select(f"{name}-of-{skill.slug}", said, skill.label)

    def _new(self, name: str, text: str, typed: Typed, *, is_ticked: bool) -> dict[str, Any]:
        key = skill_key(text)
        said = typed.seconds.get(key, typed.news.get(text, ""))
        return self._tick(f"{name}-new", text, text, is_ticked=is_ticked) | self._select(
            f"{name}-of-{key}", said, text
        )

    def _offer(self, name: str, rest: list[str], typed: Typed) -> list[dict[str, Any]]:
        """What nobody knows and may be proposed, once it was looked for."""
        if not self.proposes:
            return []
        keys = {skill_key(text) for text in typed.news}
        return [
            self._new(name, text, typed, is_ticked=False)
            for text in rest
            if skill_key(text) not in keys
        ]

    def _tick(self, name: str, value: str, label: str, *, is_ticked: bool) -> dict[str, Any]:
        return {"tick": name, "value": value, "label": label, "is_ticked": is_ticked}

    def _select(self, name: str, said: str, skill: str) -> dict[str, Any]:
        chosen = said or str(self.second.initial)
        options = [(number, word, str(number) == chosen) for number, word in self.second.choices]
        label = str(self.second.label) % {"skill": skill}
        return {"select": name, "select_label": label, "options": options}


def _typed(value: Any) -> Typed:
    """What is known (a `Picked`) or was posted, in one shape."""
    if isinstance(value, Typed):
        return value
    known = value if isinstance(value, Picked) else Picked()
    return Typed(
        picks={skill.slug: str(level) for skill, level in known.levels.items()},
        news={text: str(level) for text, level in known.proposed.items()},
    )


def _ordered(*groups: Iterable[Skill], without: Iterable[Skill]) -> list[Skill]:
    """Each skill once, in the order given."""
    left_out = set(without)
    return list({skill: None for group in groups for skill in group if skill not in left_out})


def _best_first(skills: Iterable[Skill], picks: Mapping[str, str]) -> list[Skill]:
    return sorted(skills, key=lambda row: (-_number(picks[row.slug]), row.label.casefold()))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
