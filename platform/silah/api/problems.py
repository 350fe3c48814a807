"""Errors as RFC 9457 `application/problem+json`, with one entry for every mistake found."""

from http import HTTPStatus
from typing import Any

from drf_standardized_errors.formatter import ExceptionFormatter
from drf_standardized_errors.handler import ExceptionHandler
from drf_standardized_errors.types import Error, ErrorResponse
from rest_framework import exceptions, serializers
from rest_framework.response import Response

PROBLEM_JSON = "application/problem+json"


class ProblemErrorSerializer(serializers.Serializer[Any]):
    pointer = serializers.CharField(
        help_text="Where it is: `#/path/in/the/body`, `?parameter` of the address, or empty."
    )
    code = serializers.CharField(help_text="A short word that programs may rely on.")
    detail = serializers.CharField(help_text="What is wrong, in the reader's language.")


class ProblemSerializer(serializers.Serializer[Any]):
    """An error as RFC 9457 describes it."""

    type = serializers.CharField(help_text="Always `about:blank`: the status says the kind.")
    title = serializers.CharField(help_text="The status in words.")
    status = serializers.IntegerField()
    detail = serializers.CharField(help_text="What went wrong, and what to do.")
    errors = ProblemErrorSerializer(many=True)  # type: ignore[assignment]


class ProblemFormatter(ExceptionFormatter):
    def format_error_response(self, error_response: ErrorResponse) -> dict[str, Any]:
        errors = error_response.errors
        return {
            "type": "about:blank",
            "title": HTTPStatus(self.exc.status_code).phrase,
            "status": self.exc.status_code,
            "detail": " ".join(error.detail for error in errors),
            "errors": [self._entry(error) for error in errors],
        }

    def _entry(self, error: Error) -> dict[str, str]:
        return {"pointer": self._pointer(error), "code": error.code, "detail": error.detail}

    def _pointer(self, error: Error) -> str:
        if not error.attr:
            return ""
        request = self.context["request"]
        if request is not None and request.method == "GET":
            return f"?{error.attr}"
        return "#/" + error.attr.replace(".", "/")


class ProblemHandler(ExceptionHandler):
    def convert_known_exceptions(self, exc: Exception) -> Exception:
        """A hidden row and a missing one answer alike, whatever a view said about it."""
        known: Exception = super().convert_known_exceptions(exc)
        return exceptions.NotFound() if isinstance(known, exceptions.NotFound) else known

    def get_response(self, exc: exceptions.APIException, data: dict[str, Any]) -> Response:
        response: Response = super().get_response(exc, data)
        response.content_type = PROBLEM_JSON
        return response
