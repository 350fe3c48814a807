"""What the text of a file suggests, whichever kind of file it was."""

from django.utils import timezone

from profiles.graduates.cv.finding import find
from profiles.graduates.cv.finding.vocabulary import vocabulary
from profiles.graduates.cv.limits import RESUME
from profiles.graduates.cv.mapping import from_resume
from profiles.graduates.cv.reading import Text
from profiles.graduates.cv.suggestions import Suggestions


def suggest(text: Text) -> Suggestions:
    this_year, words = timezone.localdate().year, vocabulary()
    if text.kind == RESUME:
        return from_resume(text.resume, words, this_year=this_year)
    return find(text.lines, words, this_year=this_year)
