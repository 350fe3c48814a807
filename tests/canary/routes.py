"""Every address of the site, read from the URL resolver, with arguments that reach planted rows."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

Visit = tuple[str, dict[str, Any]]


def names(patterns: Any = None, namespace: str = "") -> Iterator[str]:
    """The qualified name of every route; a route without a name is told by its pattern."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from names(entry.url_patterns, inner)
        elif isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}" if entry.name else f"unnamed {entry.pattern}"


def admin_arguments(name: str, rows: Mapping[str, int]) -> dict[str, Any] | None:
    """Arguments of an admin route, `None` where it is none; a model's row by `app_model`."""
    if not name.startswith("admin:"):
        return None
    model, _, action = name.removeprefix("admin:").rpartition("_")
    if action in ("change", "delete", "history"):
        return {"object_id": rows.get(model, 1)}
    return {
        "admin:app_list": {"app_label": "profiles"},
        "admin:view_on_site": {"content_type_id": 1, "object_id": 1},
        "admin:auth_user_password_change": {"id": 1},
    }.get(name, {})


def addresses(name: str, arguments: dict[str, Any]) -> list[str]:
    """The address in both languages; the API and the like have one."""
    found = []
    for language in ("en", "ar"):
        with override(language):
            found.append(reverse(name, kwargs=arguments))
    return sorted(set(found))
