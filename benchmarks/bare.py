"""The page that Silah's are measured against: Django's list of 20 rows, and nothing else.

Twenty openings with their owners by the ORM in one query, thirteen values each in a template: no
middleware, no session, no filters, no counting.
"""

import os

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "silah.settings")
django.setup(set_prefix=False)
settings.MIDDLEWARE = []
settings.ROOT_URLCONF = __name__

from matching.models import Opening  # noqa: E402  models are there after the setup

PAGE = engines["django"].from_string("""<!doctype html><html lang="en"><head>
<title>Openings</title></head><body><ul>
{% for row in rows %}<li><h2><a href="/openings/{{ row.public_id }}/">{{ row.title }}</a></h2>
<dl><dt>Kind</dt><dd>{{ row.pairing }}</dd><dt>Owner</dt><dd>{{ row.owner.headline }}</dd>
<dt>Country</dt><dd>{{ row.country.code }}</dd><dt>Mode</dt><dd>{{ row.mode }}</dd>
<dt>From</dt><dd>{{ row.usd_min }}</dd><dt>Up to</dt><dd>{{ row.usd_max }}</dd>
<dt>Weeks</dt><dd>{{ row.weeks }}</dd><dt>Sectors</dt><dd>{{ row.sectors }}</dd>
<dt>Places</dt><dd>{{ row.capacity }}</dd><dt>Closes</dt><dd>{{ row.closes_on }}</dd>
<dt>Published</dt><dd>{{ row.published_at }}</dd></dl></li>
{% endfor %}</ul></body></html>""")


def bare(request: HttpRequest) -> HttpResponse:
    rows = Opening.objects.filter(status="published").select_related("owner")
    return HttpResponse(PAGE.render({"rows": rows.order_by("-published_at", "-pk")[:20]}))


urlpatterns = [path("bare/", bare)]
application = WSGIHandler()
