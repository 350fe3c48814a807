"""The OpenAPI description: every operation names the problems it may answer with."""

from typing import Any, Literal

from drf_spectacular.authentication import SessionScheme
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiResponse
from rest_framework.permissions import AllowAny

from silah.api.problems import PROBLEM_JSON, ProblemSerializer

Direction = Literal["request", "response"]
WORDS = {
    "400": "A parameter was not understood; the errors name it.",
    "401": "Log in first.",
    "404": "There is no such thing, or not for you.",
    "500": "Something failed here; it was logged.",
}


class LoginScheme(SessionScheme):  # type: ignore[no-untyped-call]
    target_class = "silah.api.sessions.Session"


class ProblemSchema(AutoSchema):
    def _get_response_bodies(
        self, direction: Literal["request", "response"] = "response"
    ) -> dict[str, Any]:
        answers: dict[str, Any] = super()._get_response_bodies(direction)
        for status in self._problems():
            answers.setdefault(status, self._problem(status))
        return answers

    def _problems(self) -> list[str]:
        """The statuses that a request to this operation may be refused with."""
        is_open = [type(one) for one in self.view.get_permissions()] == [AllowAny]
        where = {parameter["in"] for parameter in self._get_parameters()}
        possible = {"400": "query" in where, "401": not is_open, "404": self._may_miss(where)}
        return [status for status, may_be in possible.items() if may_be] + ["500"]

    def _may_miss(self, where: set[str]) -> bool:
        return "path" in where or bool(getattr(self.view, "names_rows_in_query", False))

    def _problem(self, status: str) -> dict[str, Any]:
        response = OpenApiResponse(ProblemSerializer, description=WORDS[status])
        described: dict[str, Any] = self._get_response_for_code(  # type: ignore[no-untyped-call]
            response, status, media_types=[PROBLEM_JSON]
        )
        return described
