"""When two spellings of a name mean one party: for exclusions, where meeting is the worse error."""

import re

from profiles.folding import fold

# Forms of companies as people write them, folded; a name that is nothing else keeps them.
LEGAL_FORMS = frozenset(
    {
        "ab", "ag", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "incorporated",
        "kg", "limited", "llc", "llp", "ltd", "oy", "plc", "pty", "sa", "sarl", "sas", "sl",
        "spa", "srl", "ug", "شركه", "محدوده", "مساهمه", "خاصه",
    }
)  # fmt: skip
_WORDS = re.compile(r"[^\W_]+")


def name_key(text: str) -> str:
    """The key under which a name is compared: its folded words in order of the alphabet.

    "Haddad, Lina" and "lina HADDAD" agree, and so do "Sindyan Ltd." and "شركة Sindyan". "" where
    the text has no letter or digit.
    """
    words = sorted(_WORDS.findall(fold(text).replace(".", "")))
    return " ".join([word for word in words if word not in LEGAL_FORMS] or words)
