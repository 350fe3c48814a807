"""Private files: row and bytes stand or fall together, and one gate lets only the admitted read."""

import os
import stat
import time
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone

from ledger import files, sweeping
from ledger.models import Event, PrivateFile
from tests import make

pytestmark = pytest.mark.django_db
PURPOSE = "test"


@pytest.fixture(autouse=True)
def _closed_gate(monkeypatch):
    monkeypatch.setattr(files, "_checks", {})


@pytest.fixture
def owner():
    return make.an_account()


def keep(owner=None, content=b"the bytes", name="cv.pdf"):
    return files.keep(
        content=content,
        name=name,
        media_type="application/pdf",
        purpose=PURPOSE,
        owner_id=owner.pk if owner else None,
    )


def on_disk(folder):
    return [path for path in folder.glob("**/*") if path.is_file()]


def open_gate():
    files.readable(PURPOSE, lambda request, file: request.user.pk == file.owner_id)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@contextmanager
def rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def verbs():
    return list(Event.objects.order_by("pk").values_list("verb", "actor_id", "codes"))


@pytest.mark.django_db(transaction=True)
def test_kept_file_has_a_row_bytes_and_an_event(files_folder):
    owner = make.an_account()
    file = keep(owner)
    (stored,) = on_disk(files_folder)
    assert stored.read_bytes() == b"the bytes"
    assert (file.size, len(file.sha256)) == (9, 64)
    assert verbs() == [("file.kept", owner.pk, {"purpose": PURPOSE})]


@pytest.mark.django_db(transaction=True)
def test_bytes_lie_under_a_random_name_that_only_this_user_reads(files_folder):
    keep(name="Rana Khalil.pdf")
    (stored,) = on_disk(files_folder)
    assert "Rana" not in str(stored)
    assert stat.S_IMODE(stored.stat().st_mode) == 0o600
    assert stat.S_IMODE(stored.parent.stat().st_mode) == 0o700


@pytest.mark.django_db(transaction=True)
def test_rollback_leaves_neither_row_nor_bytes(files_folder):
    with rolled_back():
        keep()
        assert len(on_disk(files_folder)) == 1
    assert on_disk(files_folder) == []
    assert not PrivateFile.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_rollback_to_a_savepoint_takes_only_what_was_written_after_it(files_folder):
    with transaction.atomic():
        kept = keep()
        with rolled_back():
            keep()
    (stored,) = on_disk(files_folder)
    assert stored.name == kept.stored_name


@pytest.mark.django_db(transaction=True)
def test_row_that_the_database_refuses_leaves_no_bytes(files_folder):
    with pytest.raises(Exception, match="a_file_is_not_empty"):
        keep(content=b"")
    assert on_disk(files_folder) == []


@pytest.mark.django_db(transaction=True)
def test_deleted_file_is_gone_and_its_event_stays(files_folder):
    owner = make.an_account()
    files.delete(file=keep(owner), by_id=owner.pk)
    assert on_disk(files_folder) == []
    assert [verb for verb, _, _ in verbs()] == ["file.kept", "file.deleted"]


@pytest.mark.django_db(transaction=True)
def test_deletion_that_is_rolled_back_keeps_the_bytes(files_folder):
    file = keep()
    with rolled_back():
        files.delete(file=file, by_id=None)
    assert len(on_disk(files_folder)) == 1


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\rana\\My CV.pdf", "My CV.pdf"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("س\u200bيرة\u2066.pdf", "سيرة.pdf"),
        ("cv\r\nSet-Cookie: a=b.pdf", "cvSet-Cookie: a=b.pdf"),
        ("...", "file"),
        ("", "file"),
    ],
)
def test_name_is_cleaned_of_paths_and_of_what_hides_or_turns_text(said, kept):
    assert files.clean_name(said) == kept


def test_long_name_is_cut_and_keeps_its_ending():
    cut = files.clean_name("a" * 300 + ".docx")
    assert (len(cut), cut[-6:]) == (files.LONGEST_NAME, "a.docx")


def test_nobody_reads_a_file_whose_purpose_admits_nobody(owner):
    file = keep(owner)
    address = f"/files/{file.public_id}/"
    for client in (
        Client(),
        signed_in(owner),
        signed_in(make.staff()),
    ):
        assert client.get(address).status_code == 404
    assert "file.read" not in [verb for verb, _, _ in verbs()]


def test_whom_the_purpose_admits_reads_it_sealed_and_it_is_written_down(owner):
    file = keep(owner, name="سيرة رنا.pdf")
    open_gate()
    answer = signed_in(owner).get(f"/files/{file.public_id}/")
    assert b"".join(answer.streaming_content) == b"the bytes"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%D8")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert verbs()[-1] == ("file.read", owner.pk, {"purpose": PURPOSE})


def test_anyone_else_learns_nothing(owner):
    file = keep(owner)
    open_gate()
    hidden = signed_in(make.an_account()).get(f"/files/{file.public_id}/")
    missing = Client().get("/files/00000000-0000-4000-8000-000000000000/")
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert hidden.content.count(b"<h1") == missing.content.count(b"<h1")


def test_row_whose_bytes_are_lost_answers_404(owner, files_folder):
    file = keep(owner)
    open_gate()
    on_disk(files_folder)[0].unlink()
    assert signed_in(owner).get(f"/files/{file.public_id}/").status_code == 404


def test_file_is_not_served_among_static_files(owner):
    file = keep(owner)
    for address in (f"/static/{file.stored_name}", f"/media/{file.stored_name}"):
        assert signed_in(owner).get(address).status_code == 404


def age(path, hours):
    then = time.time() - hours * 3600
    os.utime(path, (then, then))


@pytest.mark.django_db(transaction=True)
def test_sweep_removes_bytes_without_a_row_and_rows_that_nothing_claims(files_folder):
    old, young = keep(), keep()
    PrivateFile.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(hours=2))
    lost = files_folder / "ab" / ("ab" * 20)
    lost.parent.mkdir(parents=True, exist_ok=True)
    lost.write_bytes(b"left by a crash")
    age(lost, 2)
    assert sweeping.sweep_files() == 2
    assert [path.name for path in on_disk(files_folder)] == [young.stored_name]
    assert sweeping.sweep_files() == 0


@override_settings(LARGEST_UPLOAD=1000)
def test_body_larger_than_the_site_takes_is_refused_before_it_is_read():
    from io import BytesIO

    huge = BytesIO(b"x" * 5000)
    huge.name = "huge.pdf"
    answer = Client(raise_request_exception=False).post("/accounts/login/", {"file": huge})
    assert answer.status_code == 400
