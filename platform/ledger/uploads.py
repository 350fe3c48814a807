"""A body that is too large is refused by its announced length, before a byte of it is read."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest


def announced(request: HttpRequest) -> int:
    """Bytes that the sender announced; no server hands us more than that."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


class Bounded(FileUploadHandler):
    """Stands first: no form of the site takes more than `LARGEST_UPLOAD` bytes, files included."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803  Django's name
        content_length: int,
        *_rest: Any,
        **_options: Any,
    ) -> None:
        if content_length > settings.LARGEST_UPLOAD:
            raise RequestDataTooBig("The upload is larger than the site takes.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
