"""Names of skills that are everyday words too: they count only where their context says so."""

from pathlib import Path

# Even with a capital these are words, places or people as often as they are skills.
NEIGHBOURED = frozenset(Path(__file__).with_name("everyday.txt").read_text().split())
# Kinds whose one-word names are words of ordinary speech: "Sales", "Leadership".
LOOSE_KINDS = frozenset({"practice"})
CAPITALISED_KINDS = frozenset({"data", "design", "security", "platform", "cloud"})

# "written using Go", "بلغة دارت": what introduces a name of which one would else not be sure.
INTRODUCTIONS = frozenset(
    word + name
    for name in ("لغة", "إطار", "استخدام", "برنامج", "مكتبة", "منهجية", "منصة", "نظام")
    for word in ("", "ب", "و", "وب")
) | {"برامج", "using"}
PREPOSITIONS = frozenset({"in", "with", "using", "on", "of", "via", "and"})
