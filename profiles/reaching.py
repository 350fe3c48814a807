"""Whether a text says who wrote it, or how to reach them outside of Silah."""

import re

from profiles.folding import fold

_ENDINGS = (
    "com|org|net|info|biz|ps|jo|eg|sa|ae|io|co|eu|de|uk|us|me|ly|tech|dev|app|edu|link|site|online|"
    "agency|software|solutions"
)
_TECHNOLOGY = r"(?:(?:ado|asp|ml|vb)\.net|(?:draw|socket)\.io)"
_MAIL = re.compile(r"@\w")
_LINK = re.compile(
    rf"://|\bwww\.|\b(?!{_TECHNOLOGY}\b)[\w-]+\.(?:{_ENDINGS})\b|\b[\w-]+(?:\.[\w-]+)+/\w",
    re.IGNORECASE,
)
_DATE = re.compile(r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/20\d{2})\b")
_PHONE = re.compile(r"\+\s?\d(?:[ ()./–-]?\d){6}|\d{7}|\d(?:[ ()./–-]{0,3}\d){8}")


def reaches(text: str) -> bool:
    """Whether it holds an e-mail address, a link or a phone number.

    Names of technology such as Node.js and ASP.NET are none, nor are dates and amounts.
    """
    without_dates = _DATE.sub(" / ", text)
    return any(each.search(without_dates) for each in (_MAIL, _LINK, _PHONE))


def names(text: str, name: str) -> bool:
    """Whether it says this name, in whichever spelling."""
    return bool(name.strip()) and f" {_words(name)} " in f" {_words(text)} "


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text)))
