"""A small site round the frame of the page, with the names of addresses that the frame looks up."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from silah.appearance import choose_appearance


def framed(request: HttpRequest) -> HttpResponse:
    page = '{% extends "base.html" %}{% block title %}1{% endblock %}'
    return HttpResponse(engines["django"].from_string(page).render({}, request))


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("This page breaks on purpose.")


urlpatterns = [path("appearance/", choose_appearance, name="appearance")]
urlpatterns += i18n_patterns(
    path("", framed, name="home"),
    path("openings/", framed, name="openings"),
    path("openings/7/", framed, name="opening"),
    path("saved/", framed, name="saved"),
    path("saved/items/", framed, name="save"),
    path("saved/searches/", framed, name="save-search"),
    path("my/matches/aside/", framed, name="not-for-me"),
    path("my/matches/undo/", framed, name="undo-not-for-me"),
    path("my/matches/", framed, name="my-matches"),
    path("my/skills/", framed, name="my-skills"),
    path("broken/", broken),
    path("admin/", admin.site.urls),
    path("join/", framed, name="join"),
    path("accounts/", include("silah.accounts.urls")),
    prefix_default_language=False,
)
