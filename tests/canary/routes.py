"""Every address of the site, read from the URL resolver, with arguments that reach planted rows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override

PATH_PARAMETER = r"<(?:\w+:)?{}>"
REGEX_PARAMETER = r"\(\?P<{}>(?:[^()]|\([^()]*\))*\)"
IN_ADMIN = re.compile(r"^(?:ar/)?admin/(\w+)/(\w+)/")


@dataclass(frozen=True)
class Route:
    """A pattern as written, with the patterns it is included under; `name` may be empty."""

    template: str
    name: str

    @property
    def parameters(self) -> list[str]:
        return re.findall(r"<(?:\w+:)?(\w+)>", self.template)

    @property
    def admin_model(self) -> str:
        """app/model of an admin page about one model, else ""."""
        found = IN_ADMIN.match(self.template)
        return "/".join(found.groups()) if found else ""

    def address(self, arguments: Mapping[str, Any]) -> str:
        """The address; KeyError where nobody said what an argument should be."""
        filled = self.template
        for parameter in self.parameters:
            value = str(arguments[parameter])
            for pattern in (REGEX_PARAMETER, PATH_PARAMETER):
                filled = re.sub(pattern.format(parameter), value, filled)
        return "/" + re.sub(r"[\^$]|\\Z", "", filled)


def every_route() -> list[Route]:
    """All routes in both languages."""
    found = set()
    for language in ("en", "ar"):
        with override(language):
            found |= set(_walk(get_resolver().url_patterns, "", ""))
    return sorted(found, key=lambda route: (route.template, route.name))


def _walk(patterns: list[Any], before: str, namespace: str) -> Iterator[Route]:
    for entry in patterns:
        template = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry.url_patterns, template, inner)
        elif isinstance(entry, URLPattern):
            yield Route(template, f"{namespace}{entry.name}" if entry.name else "")
