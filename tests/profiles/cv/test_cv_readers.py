"""Who reads a CV: its owner and staff, no log and nobody else."""

import logging

import pytest
from django.test import Client

from ledger.models import Event
from profiles.graduates.models import CV
from tests import make
from tests.profiles.cv import papers
from tests.profiles.cv.pages import DELETE, PAGE, REVIEW, signed_in, upload

pytestmark = pytest.mark.django_db


def test_events_hold_codes_only(own):
    upload(own, papers.pdf(), name="Salma Natsheh.pdf")
    own.post(REVIEW, {"skill-django": "on"})
    said = list(Event.objects.values_list("verb", "codes"))
    assert {"file.kept", "cv.kept"} <= {verb for verb, _ in said}
    assert "Salma" not in str(said)
    assert "Python" not in str(said)


def test_file_is_read_by_its_owner_and_staff_and_nobody_else(own, graduate):
    upload(own, papers.pdf())
    address = f"/files/{CV.objects.get().file.public_id}/"
    strangers = {
        "stranger": Client(),
        "outsider": signed_in(make.an_account()),
        "other graduate": signed_in(make.acts_for(make.a_graduate())),
        "firm": signed_in(make.acts_for(make.an_international_company())),
        "former owner": signed_in(make.an_account(is_active=False)),
    }
    assert {
        who: client.get(address).status_code for who, client in strangers.items()
    } == dict.fromkeys(strangers, 404)
    assert b"".join(own.get(address).streaming_content) == papers.pdf()
    staff = make.staff()
    assert signed_in(staff).get(address).status_code == 200
    assert Event.objects.filter(verb="file.read", actor=staff).count() == 1


def test_staff_with_one_factor_do_not_read_it(own):
    upload(own, papers.pdf())
    staff = signed_in(make.an_account(is_staff=True))
    answer = staff.get(f"/files/{CV.objects.get().file.public_id}/")
    assert answer.headers["Location"] == "/accounts/2fa/"
    assert not Event.objects.filter(verb="file.read").exists()


def test_staff_find_the_file_in_the_admin_and_not_the_suggestions(own):
    upload(own, papers.pdf())
    chief = make.an_account(is_staff=True, is_superuser=True)
    desk = signed_in(make.with_second_factor(chief))
    assert str(CV.objects.get().file.public_id) in desk.get("/admin/graduates/cv/").content.decode()
    page = desk.get(f"/admin/graduates/cv/{CV.objects.get().pk}/change/").content.decode()
    assert "Django, C++" not in page


def test_text_of_a_cv_reaches_no_log_and_no_other_reader(graduate, client, caplog):
    canary = "canarycv"
    owner = signed_in(make.acts_for(graduate))
    lines = [*papers.LINES, "Skills", f"Kotlin and {canary}"]
    with caplog.at_level(logging.DEBUG):
        upload(owner, papers.pdf(lines), name=f"{canary}.pdf")
        upload(owner, papers.pdf_with_script(), name=f"{canary}.pdf")
        assert canary in owner.get(REVIEW).content.decode()
    assert canary not in caplog.text
    firm = signed_in(make.acts_for(make.an_international_company()))
    for address in (PAGE, REVIEW, "/openings/?q=canarycv", "/my/matches/"):
        assert f"{canary}.pdf" not in firm.get(address).content.decode()
        assert f"Kotlin and {canary}" not in firm.get(address).content.decode()


def test_who_is_no_graduate_is_told_so(client):
    client.force_login(make.acts_for(make.a_mentor()))
    assert "A CV belongs to a graduate" in client.get(PAGE).content.decode()
    assert client.get(REVIEW).status_code == client.post(DELETE).status_code == 404
    assert client.get("/profile/resume.json").status_code == 404


def test_stranger_is_asked_to_log_in(client):
    for address in (PAGE, REVIEW, "/profile/resume.json"):
        assert "/accounts/login/" in client.get(address).headers["Location"]
