"""What the Save buttons of a page need: which items the reader keeps, and how they are named."""

from collections.abc import Container
from html import escape

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from matching.models import SavedSearch
from matching.saved import queries

register = template.Library()

BUTTON = (
    '<button class="btn q{kept}" form="saving" name="{act}" value="{key}" aria-pressed="{pressed}">'
    '{word}<span class="vh">: <bdi>{title}</bdi></span></button>'
)


@register.simple_tag(takes_context=True)
def saved_keys(context: Context) -> set[str] | None:
    """Keys of all that the reader keeps; `None` for strangers, who are shown no button."""
    request = context.get("request")
    viewer = getattr(request, "viewer", None)
    if request is None or viewer is None or viewer.user_id is None:
        return None
    if not hasattr(request, "saved_keys"):
        request.saved_keys = queries.saved_keys(viewer.user_id)
    keys: set[str] = request.saved_keys
    return keys


@register.simple_tag
def save_button(key: str, saved: Container[str], title: str) -> SafeString:
    """Keep or drop one item; each card of a list has one, so it is written here, not rendered.

    title: of the item, for those who hear it
    """
    if key in saved:
        word, kept, act, pressed = pgettext("an item", "Saved"), " kept", "drop", "true"
    else:
        word, kept, act, pressed = pgettext("keep an item", "Save"), "", "keep", "false"
    return SafeString(
        BUTTON.format(
            kept=kept,
            act=act,
            key=escape(key),
            pressed=pressed,
            word=escape(word),
            title=escape(title),
        )
    )


@register.filter
def save_key(public_id: object, kind: str) -> str:
    """`{{ opening.public_id|save_key:"opening" }}`, as the form sends it."""
    return queries.save_key(kind, public_id)


@register.simple_tag
def mail_rhythms() -> list[tuple[str, object]]:
    """(value, label) of how often mail about a saved search may come."""
    return list(SavedSearch.Alerts.choices)
