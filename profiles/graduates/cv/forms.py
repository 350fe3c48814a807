"""The two forms of a CV: the file, and boxes to tick for what was found in it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy

from profiles.graduates.cv import reading
from profiles.graduates.cv.limits import LARGEST_FILE, Fault, Refused
from profiles.graduates.cv.refusals import SENTENCES

ENDINGS = ".pdf,.docx,.json"


class CVField(forms.FileField):
    """A file that could be read; `clean` gives its bytes, its name and its text."""

    widget = forms.FileInput(attrs={"accept": ENDINGS})

    def clean(self, data: Any, initial: Any = None) -> dict[str, Any]:
        file = super().clean(data, initial)
        try:
            if (file.size or 0) > LARGEST_FILE:
                raise Refused(Fault.TOO_LARGE)
            content = file.read()
            return {"content": content, "name": file.name or "", "text": reading.read(content)}
        except Refused as refusal:
            raise ValidationError(str(SENTENCES[refusal.fault]), refusal.fault) from None


class UploadForm(forms.Form):
    cv = CVField(
        label=gettext_lazy("Your CV"),
        help_text=gettext_lazy(
            "PDF or Word (.docx), or a JSON Resume; at most 5 MB, without a password."
        ),
        allow_empty_file=True,
        error_messages={"required": gettext_lazy("Choose a file first.")},
    )

    @classmethod
    def refused(cls, fault: Fault) -> "UploadForm":
        """A form for a file that was refused before it was received."""
        form = cls({}, MultiValueDict())
        form.errors["cv"] = form.error_class([str(SENTENCES[fault])])
        return form
