"""The pages of a CV: what is refused leaves nothing, what is ticked is saved, nothing else is."""

import logging
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone

from ledger.models import Event, PrivateFile
from ledger.sweeping import sweep_files
from profiles.graduates.models import CV
from tests import make
from tests.profiles.cv import papers

pytestmark = pytest.mark.django_db
PAGE, REVIEW, DELETE = "/profile/cv/", "/profile/cv/review/", "/profile/cv/delete/"


@pytest.fixture
def graduate():
    return make.a_graduate(
        skills={"python": 4, "git": 1},
        languages={"ar": "C2"},
        university="an-najah",
        degree="",
        graduation_year=None,
        experience_years=None,
    )


@pytest.fixture
def own(client, graduate):
    client.force_login(make.acts_for(graduate))
    return client


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def upload(client, content, name="cv.pdf", **options):
    file = BytesIO(content)
    file.name = name
    return client.post(PAGE, {"cv": file}, **options)


def on_disk(folder):
    return [path for path in folder.glob("**/*") if path.is_file()]


def held(profile):
    return dict(profile.held_skills.values_list("skill__slug", "level"))


def spoken(profile):
    return dict(profile.spoken_languages.values_list("language__code", "cefr"))


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


@pytest.mark.parametrize(
    "content",
    [papers.pdf(), papers.word(), papers.ARABIC_PDF, papers.resume()],
    ids=["pdf", "word", "arabic pdf", "json resume"],
)
def test_whatever_was_uploaded_leads_to_boxes(own, content):
    upload(own, content)
    page = own.get(REVIEW)
    assert page.status_code == 200
    assert len(page.context["form"].fields) > 5


def test_lines_stand_above_their_boxes(own):
    upload(own, papers.pdf())
    page = own.get(REVIEW).content.decode()
    assert '<bdi dir="auto">Python, Django, C++, Docker</bdi>' in page
    assert "<bdi>C++</bdi>" in page
    assert "Salma Natsheh" not in page


def test_ticked_is_saved_and_nothing_else_is(own, graduate):
    upload(own, papers.pdf())
    ticked = {"skill-django": "on", "language-en": "on", "level-en": "C1", "degree": "on"}
    own.post(REVIEW, ticked | {"university-birzeit": "on", "level-ar": "C2"})
    graduate.refresh_from_db()
    assert held(graduate) == {"python": 4, "git": 1, "django": 2}
    assert spoken(graduate) == {"ar": "C2", "en": "C1"}
    assert graduate.graduate.university.slug == "birzeit"
    assert graduate.graduate.degree == "Bachelor, Computer engineering"
    assert (graduate.graduate.graduation_year, graduate.experience_years) == (None, None)


def test_years_are_saved_when_ticked(own, graduate):
    upload(own, papers.pdf())
    own.post(REVIEW, {"graduation_year": "on", "experience_years": "on"})
    graduate.refresh_from_db()
    assert (graduate.graduate.graduation_year, graduate.experience_years) == (2021, 3)


def test_level_that_is_held_is_never_lowered(own, graduate):
    upload(
        own,
        papers.resume(
            skills=[{"name": "Python", "level": "Beginner"}, {"name": "Git", "level": "Expert"}]
        ),
    )
    page = own.get(REVIEW)
    assert "skill-python" not in page.context["form"].fields
    own.post(REVIEW, {"skill-python": "on", "skill-git": "on"})
    assert held(graduate) == {"python": 4, "git": 4}


def test_what_is_saved_is_not_suggested_again(own):
    upload(own, papers.pdf())
    before = own.get(REVIEW).context["found"].count
    own.post(REVIEW, {"skill-django": "on"})
    assert own.get(REVIEW).context["found"].count == before - 1


def test_nothing_ticked_saves_nothing(own, graduate):
    upload(own, papers.pdf())
    before = Event.objects.count()
    page = own.post(REVIEW, {}, follow=True)
    assert "Nothing was ticked" in page.content.decode()
    assert Event.objects.count() == before


def test_levels_of_a_language_are_called_as_in_the_question(own):
    upload(own, papers.pdf())
    page = own.get(REVIEW).content.decode()
    assert ">B1, everyday talk</option>" in page
    assert ">B1</option>" not in page


def test_language_without_a_level_asks_for_one_and_keeps_the_ticks(own, graduate):
    upload(own, papers.pdf([*papers.LINES[:3], "Languages", "Turkish"]))
    answer = own.post(REVIEW, {"skill-django": "on", "language-tr": "on", "level-tr": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose how well you speak it." in page
    assert 'name="skill-django" id="id_skill-django" checked' in page
    assert "django" not in held(graduate)


def test_two_universities_are_one_too_many(own):
    upload(
        own, papers.pdf([*papers.LINES, "Education", "Hebron University", "Bethlehem University"])
    )
    two = {"university-hebron": "on", "university-bethlehem": "on"}
    assert own.post(REVIEW, two).status_code == 422


def test_cv_with_nothing_new_says_so_and_shows_what_to_do(own):
    upload(own, papers.pdf(["I walked along the sea and counted the boats all day long.", "Boats"]))
    page = own.get(REVIEW).content.decode()
    assert "We found nothing new to suggest" in page
    assert 'href="/profile/skills/"' in page


def test_half_characters_and_controls_of_a_json_are_left_out(own):
    name = "Bro\\u0000k\\ud800en \\u202ename"
    answer = upload(own, papers.resume(skills=[{"name": "@"}]).replace(b"@", name.encode()))
    assert answer.status_code == 302
    assert "Broken name" in own.get(REVIEW).content.decode()


def test_unknown_skills_and_unread_parts_are_told(own):
    upload(own, papers.resume())
    page = own.get(REVIEW).content.decode()
    assert "Flibberkit" in page
    assert "name and contact, awards" in page


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


def test_review_without_a_cv_leads_to_the_upload(own):
    assert own.get(REVIEW).headers["Location"] == PAGE


def test_review_takes_as_many_queries_for_many_suggestions(own, django_assert_max_num_queries):
    names = [{"name": name} for name in ("React", "Docker", "Go", "Rust", "Java", "Kotlin", "Vue")]
    upload(own, papers.resume(skills=names * 3))
    with django_assert_max_num_queries(14):
        own.get(REVIEW)


@pytest.mark.parametrize("address", [PAGE, REVIEW])
def test_pages_speak_arabic(own, address):
    upload(own, papers.ARABIC_PDF)
    assert 'dir="rtl"' in own.get(f"/ar{address}").content.decode()
