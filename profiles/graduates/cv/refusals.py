"""Why a file is not taken, as a sentence that says what to do next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from profiles.graduates.cv.limits import Fault

SENTENCES: dict[Fault, Promise] = {
    Fault.EMPTY: _("The file is empty. Choose the CV again; it may not have been saved yet."),
    Fault.TOO_LARGE: _(
        "The file is larger than 5 MB. Save the CV with smaller pictures, or without any, and "
        "upload it again."
    ),
    Fault.WRONG_TYPE: _(
        "This is not a PDF, a Word document or a JSON Resume, whatever its name ends in. Save the "
        "CV as PDF and upload that."
    ),
    Fault.OLD_WORD: _(
        "This is a document of an old kind (.doc). Open it, save it as .docx or PDF, and upload "
        "that."
    ),
    Fault.ENCRYPTED: _(
        "The file is protected with a password, so we cannot read it. Save it without a password "
        "and upload it again."
    ),
    Fault.MACROS: _(
        "The document contains macros, which we never keep. Save it as .docx without macros, or as "
        "PDF, and upload that."
    ),
    Fault.SCRIPTS: _(
        "The PDF contains scripts or a form. Print it to a new PDF and upload that one."
    ),
    Fault.EMBEDDED: _(
        "Another file is embedded in this one. Take it out, or print the CV to a new PDF, and "
        "upload that."
    ),
    Fault.LINKED: _(
        "The document loads a template from elsewhere. Save it as PDF and upload that."
    ),
    Fault.UNPACKS_TOO_LARGE: _(
        "The file unpacks to far more than a CV. Save the CV anew, as PDF, and upload that."
    ),
    Fault.TOO_LONG: _("The file has too many pages for a CV: at most 30. Upload the CV alone."),
    Fault.NO_TEXT: _(
        "We found no text in the file: it may be a picture of a CV. Upload the document it was "
        "printed from, or add your skills by hand."
    ),
    Fault.CORRUPT: _(
        "The file is damaged and cannot be opened. Save the CV anew and upload it again."
    ),
    Fault.NO_RESUME: _(
        "The file is JSON but not a JSON Resume. Export it as JSON Resume, or upload a PDF."
    ),
    Fault.TOO_HARD: _("Reading the file took too long. Print the CV to a new PDF and upload that."),
    Fault.BUSY: _("Many CVs are being read just now. Upload yours again in a minute."),
}

LEFT: dict[str, Promise] = {
    "basics": _("name and contact"),
    "volunteer": _("volunteering"),
    "awards": _("awards"),
    "certificates": _("certificates"),
    "publications": _("publications"),
    "interests": _("interests"),
    "references": _("references"),
    "projects": _("projects"),
}
"""Sections of a JSON Resume that a profile has no place for, or asks for elsewhere."""
