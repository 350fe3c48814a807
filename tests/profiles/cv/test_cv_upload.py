"""A CV is uploaded, replaced, deleted: what is refused is told and leaves nothing."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone

from ledger.models import PrivateFile
from ledger.sweeping import sweep_files
from profiles.graduates.models import CV
from tests import make
from tests.profiles.cv import papers
from tests.profiles.cv.pages import DELETE, PAGE, REVIEW, held, on_disk, signed_in, spoken, upload

pytestmark = pytest.mark.django_db
BAD = {
    "empty": (lambda: b"", "The file is empty"),
    "wrong type": (lambda: b"MZ" + b"\0" * 99, "whatever its name ends in"),
    "word bomb": (papers.word_bomb, "unpacks to far more than a CV"),
    "pdf bomb": (papers.pdf_bomb, "unpacks to far more than a CV"),
    "password": (papers.pdf_with_password, "protected with a password"),
    "macros": (papers.word_with_macros, "contains macros"),
    "script": (papers.pdf_with_script, "contains scripts"),
    "file inside": (papers.pdf_with_file_inside, "Another file is embedded"),
    "picture": (papers.pdf_without_text, "may be a picture of a CV"),
    "damaged": (lambda: papers.pdf()[:300], "is damaged"),
    "other json": (lambda: b'{"a": 1}', "not a JSON Resume"),
    "five megabytes": (lambda: b"%PDF-1.7" + b"x" * 5_000_000, "larger than 5 MB"),
}


@pytest.mark.parametrize(("content", "sentence"), BAD.values(), ids=BAD)
def test_bad_file_is_told_in_a_sentence_and_leaves_nothing(own, files_folder, content, sentence):
    answer = upload(own, content())
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert 'href="#id_cv"' in page
    assert not PrivateFile.objects.exists()
    assert not CV.objects.exists()
    assert on_disk(files_folder) == []


def test_refused_file_leaves_the_one_before(own, files_folder):
    upload(own, papers.pdf())
    upload(own, papers.pdf_with_script())
    assert CV.objects.count() == len(on_disk(files_folder)) == 1


def test_fifty_megabytes_are_refused_unread(own, files_folder):
    class Unread(BytesIO):
        def read(self, *_):
            raise AssertionError("a byte of it was read")

    answer = own.generic(
        "POST",
        PAGE,
        b"",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH="50000000",
        **{"wsgi.input": Unread()},
    )
    assert answer.status_code == 413
    assert "larger than 5 MB" in answer.content.decode()
    assert on_disk(files_folder) == []


def test_no_file_is_told(own):
    answer = own.post(PAGE, {})
    assert answer.status_code == 422
    assert "Choose a file first." in answer.content.decode()


def test_upload_without_its_token_is_refused(graduate):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make.acts_for(graduate))
    assert upload(client, papers.pdf()).status_code == 403
    assert not CV.objects.exists()


def test_upload_keeps_the_file_and_changes_nothing_of_the_profile(own, graduate):
    before = held(graduate), spoken(graduate)
    answer = upload(own, papers.pdf(), name="../Salma\u202e CV.pdf")
    cv = CV.objects.get(profile=graduate)
    assert answer.headers["Location"] == REVIEW
    assert (cv.file.name, cv.file.media_type) == ("Salma CV.pdf", "application/pdf")
    assert (held(graduate), spoken(graduate)) == before


def test_half_characters_and_controls_of_a_json_are_left_out(own):
    name = "Bro\\u0000k\\ud800en \\u202ename"
    answer = upload(own, papers.resume(skills=[{"name": "@"}]).replace(b"@", name.encode()))
    assert answer.status_code == 302
    assert "Broken name" in own.get(REVIEW).content.decode()


@pytest.mark.django_db(transaction=True)
def test_new_upload_replaces_the_file_and_its_suggestions(graduate, files_folder):
    client = signed_in(make.acts_for(graduate))
    upload(client, papers.pdf())
    upload(client, papers.resume(), name="resume.json")
    assert CV.objects.get().file.media_type == "application/json"
    assert PrivateFile.objects.count() == len(on_disk(files_folder)) == 1


@pytest.mark.django_db(transaction=True)
def test_deleted_cv_takes_file_and_suggestions_along(graduate, files_folder):
    client = signed_in(make.acts_for(graduate))
    upload(client, papers.pdf())
    client.post(REVIEW, {"skill-django": "on"})
    client.post(DELETE)
    assert not CV.objects.exists()
    assert not PrivateFile.objects.exists()
    assert on_disk(files_folder) == []
    assert "django" in held(graduate)


@pytest.mark.django_db(transaction=True)
def test_sweep_leaves_the_file_of_a_cv_and_takes_it_when_the_profile_is_gone(
    graduate, files_folder
):
    upload(signed_in(make.acts_for(graduate)), papers.pdf())
    PrivateFile.objects.update(created_at=timezone.now() - timedelta(days=1))
    assert sweep_files() == 0
    CV.objects.all().delete()
    assert sweep_files() == 1
    assert on_disk(files_folder) == []


def test_delete_asks_for_a_post(own):
    assert own.get(DELETE).status_code == 405
