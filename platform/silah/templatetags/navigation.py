"""Where the reader is: this page in the other language, and the link that stands for it."""

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.safestring import SafeString
from django.utils.translation import override

from silah import env

register = template.Library()


@register.simple_tag(takes_context=True)
def translated_url(context: Context, language: str) -> str:
    """Return the path and query of this page in `language`; the home page where it has none."""
    return _translated(context.get("request"), language)


@register.simple_tag(takes_context=True)
def absolute_translated_url(context: Context, language: str) -> str:
    """Return the same as `translated_url`, with scheme and host, as search engines want it."""
    request = context["request"]
    return str(request.build_absolute_uri(_translated(request, language)))


@register.simple_tag(takes_context=True)
def current(context: Context, url: str, but: str = "") -> SafeString:
    """Mark a link of the navigation: `page` on its own page, `true` on the pages under it.

    but: the address under it that has a link of its own
    """
    path = getattr(context.get("request"), "path", "")
    if but and path.startswith(but):
        return SafeString("")
    if path == url:
        return SafeString(' aria-current="page"')
    return SafeString(' aria-current="true"') if path.startswith(url) else SafeString("")


@register.simple_tag
def demo_mail_url() -> str:
    """Where a demo shows its mail; "" everywhere else."""
    return reverse("demo-mail") if env.DEMO else ""


def _translated(request: HttpRequest | None, language: str) -> str:
    """Worked out once a page: it resolves the address and makes it anew."""
    if request is None:
        return _home(language)
    known: dict[str, str] = request.__dict__.setdefault("_translated_urls", {})
    if language not in known:
        known[language] = _translate(request, language)
    return known[language]


def _translate(request: HttpRequest, language: str) -> str:
    here = request.get_full_path()
    if _speaks(request, language):
        return here
    there = translate_url(here, language)
    return _home(language) if there == here else there


def _speaks(request: HttpRequest, language: str) -> bool:
    return getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE) == language


def _home(language: str) -> str:
    with override(language):
        try:
            return reverse("home")
        except NoReverseMatch:
            return "/"
