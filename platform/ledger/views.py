"""The one door through which a private file leaves."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ledger import files
from ledger.models import PrivateFile

# A file is saved, never shown by the site; should a browser show it, it may do nothing.
SEALED = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}


@require_safe
def private_file(request: HttpRequest, public_id: UUID) -> FileResponse:
    """The file to whom its purpose admits; for anyone else there is no such file."""
    file = get_object_or_404(PrivateFile, public_id=public_id)
    if not files.may_read(request, file):
        raise Http404
    try:
        content = files.read(file=file, by_id=request.user.pk)
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(
        content,
        as_attachment=True,
        filename=file.name,
        content_type=file.media_type,
        headers=SEALED,
    )
