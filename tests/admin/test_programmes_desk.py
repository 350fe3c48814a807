"""Staff state how a programme stands and fill in a number, with the source of both."""

import pytest
from django.test import Client
from django.urls import reverse

from grants.models import Programme
from ledger.models import Event
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def nexus() -> Programme:
    return Programme.objects.get(slug="ipsd-nexus")


def test_staff_set_a_status_and_it_is_recorded_once(desk, nexus):
    url = reverse("admin:grants_programme_change", args=[nexus.pk])
    said = {"status": "closed", "status_checked_on": "2026-11-25", "status_source": ""}
    assert desk.post(url, said).status_code == 302
    nexus.refresh_from_db()
    assert nexus.status == "closed"
    assert Event.objects.filter(verb="programme.status").count() == 1
    assert not Event.objects.filter(verb="staff.changed").exists()


def test_staff_fill_a_number_with_its_source_in_both_languages(desk, nexus):
    url = reverse("admin:grants_programme_fill", args=[nexus.pk])
    said = {
        "parameter": "least_months",
        "value": "12",
        "title_en": "Manual",
        "title_ar": "الدليل",
        "url": "https://example.org/manual",
    }
    for prefix in ("", "/ar"):
        assert "least_months" in desk.get(prefix + url).content.decode()
    assert desk.post(url, said | {"url": "http://example.org/"}).status_code == 422
    assert desk.post(url, said).status_code == 302
    assert nexus.newest.version == 2
    assert "least_months" not in desk.get(url).content.decode()


def test_nobody_else_fills_one(nexus):
    client = Client()
    client.force_login(make.staff())
    url = reverse("admin:grants_programme_fill", args=[nexus.pk])
    assert client.get(url).status_code == 403
