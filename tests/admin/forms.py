"""What a browser sends back when it submits a page of the admin as it stands."""

from typing import Any

from django.http import HttpResponse


def as_shown(page: HttpResponse, **typed: Any) -> dict[str, Any]:
    """Every field of the page's forms with its value, and what was typed over them."""
    shown: dict[str, Any] = {}
    context = page.context
    forms = [context["adminform"].form]
    for formset in context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for field in form:
            shown[field.html_name] = _sent(field)
    return {name: value for name, value in (shown | typed).items() if value is not None}


def _sent(field: Any) -> Any:
    """Date and time are two inputs; what is empty is sent empty; a box unticked is not sent."""
    value = field.value()
    prepared = field.field.prepare_value(value)
    if prepared is None:
        return [] if field.field.widget.__class__.__name__.endswith("Multiple") else ""
    return None if prepared is False else prepared
