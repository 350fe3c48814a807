"""A version that a release brings under a number of staff's own is not read, and not in silence."""

import logging
import shutil

import pytest
from django.test import Client
from django.urls import reverse

from grants import actions, documents
from grants.models import Programme
from tests import make

pytestmark = pytest.mark.django_db
SOURCE = {
    "title": {"en": "Letter of the programme", "ar": "رسالة من البرنامج"},
    "url": "https://example.org/letter",
    "read_on": "2026-11-20",
}


@pytest.fixture
def nexus() -> Programme:
    return Programme.objects.get(slug="ipsd-nexus")


def filled(programme: Programme, *, by_id: int | None) -> None:
    actions.fill(
        programme=programme,
        parameter="least_months",
        span={"value": "12"},
        source=SOURCE,
        by_id=by_id,
    )


@pytest.fixture
def release(tmp_path, monkeypatch):
    """Ships a second version of that programme, with another cap."""
    folder = tmp_path / "programmes"
    shutil.copytree(documents.FOLDER, folder)
    file = folder / "ipsd-nexus.toml"
    text = file.read_text().replace("version = 1", "version = 2").replace('"30000"', '"40000"')
    file.write_text(text)
    monkeypatch.setattr(documents, "FOLDER", folder)


def desk() -> Client:
    client = Client()
    client.force_login(make.staff(is_superuser=True))
    return client


def programme_page(nexus: Programme, prefix: str = "") -> str:
    url = reverse("admin:grants_programme_change", args=[nexus.pk])
    return desk().get(prefix + url).content.decode()


def test_what_staff_filled_stands_and_the_release_is_warned_of(nexus, release, caplog):
    filled(nexus, by_id=make.staff().pk)
    with caplog.at_level(logging.WARNING, logger="grants"):
        assert actions.publish_missing() == 0
    (warning,) = caplog.messages
    assert "ipsd-nexus version 2" in warning
    assert nexus.newest.document["parameters"]["cap"]["spans"][0]["value"] == "30000"


def test_staff_read_of_it_with_the_programme(nexus, release):
    assert "Version 2 of the release" not in programme_page(nexus)
    filled(nexus, by_id=make.staff().pk)
    page = programme_page(nexus)
    assert "Version 2 of the release is not read" in page
    assert "as version 3" in page
    other = Programme.objects.get(slug="ipsd-co-investment")
    assert "of the release is not read" not in programme_page(other)


def test_under_a_number_of_its_own_the_release_is_read_and_nothing_is_warned_of(
    nexus, release, caplog
):
    assert actions.publish_missing() == 1
    assert nexus.newest.document["parameters"]["cap"]["spans"][0]["value"] == "40000"
    assert caplog.messages == []
    assert "of the release is not read" not in programme_page(nexus)


def test_what_a_release_takes_over_as_it_was_filled_is_no_collision(nexus, release, caplog):
    """The same document under the same number says the same, whoever published it."""
    (shipped,) = (each for each in documents.read_all() if each["slug"] == nexus.slug)
    actions.publish(document=shipped, by_id=make.staff().pk)
    assert actions.publish_missing() == 0
    assert caplog.messages == []


def test_a_file_that_was_edited_since_its_release_is_not_staffs_to_mend(nexus, release, caplog):
    assert actions.publish_missing() == 1
    file = documents.FOLDER / "ipsd-nexus.toml"
    file.write_text(file.read_text().replace('"40000"', '"50000"'))
    assert actions.publish_missing() == 0
    assert caplog.messages == []
