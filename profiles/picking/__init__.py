"""Skills are picked by searching and ticking: one field, for what one has and what one asks.

    skills = SkillsField(label=_("Skills"), second=levels(), at_least=1)

`cleaned_data["skills"]` is a `Picked`. Its find button posts the whole form, and
`profiles.questions.pages` shows it again with what was found; nothing is saved by looking.
"""

from profiles.picking.field import SkillsField
from profiles.picking.second import Second, levels
from profiles.picking.typed import Picked

__all__ = ["Picked", "Second", "SkillsField", "levels"]
