"""Staff at the door of profiles and accounts."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ledger.models import Event
from profiles.hours import parse_week
from profiles.models import Profile, Skill, User, Verification
from profiles.privacy.vanishing import vanish
from profiles.reviewing import reason_sent_back
from tests import make
from tests.admin.forms import as_shown

pytestmark = pytest.mark.django_db
LIST = "/admin/profiles/profile/"


def page_of(profile: Profile) -> str:
    return reverse("admin:profiles_profile_change", args=[profile.pk])


def test_a_week_is_typed_as_text_and_matches_follow(desk: Client, chief: User) -> None:
    profile = make.a_graduate(time_zone="Asia/Hebron")
    form = as_shown(desk.get(page_of(profile)), week="Sun-Thu 09:00-17:00", headline="Tester")

    answer = desk.post(page_of(profile), form)

    profile.refresh_from_db()
    event = Event.objects.get(verb="profile.saved", subject_id=profile.pk)
    assert answer.status_code == 302
    assert (profile.headline, tuple(profile.week)) == ("Tester", parse_week("Sun-Thu 09-17"))
    assert profile.utc_days == 0b1001111
    assert event.actor_id == chief.pk
    assert event.outbox.filter(handler__startswith="matching.listeners.").count() == 1


def test_a_week_that_is_not_understood_is_told_in_a_sentence(desk: Client) -> None:
    profile = make.a_graduate()
    form = as_shown(desk.get(page_of(profile)), week="Caturday 09:00-17:00")

    page = desk.post(page_of(profile), form)

    assert "is not a day" in page.content.decode()
    assert not Event.objects.filter(verb="profile.saved").exists()


def test_a_skill_added_in_the_row_is_stored_and_recorded_once(desk: Client) -> None:
    profile = make.a_graduate(skills={"python": 3})
    shown = desk.get(page_of(profile))
    form = as_shown(shown, **{"held_skills-1-skill": Skill.objects.get(slug="react").pk})

    desk.post(page_of(profile), form)

    held = profile.held_skills.order_by("pk").values_list("skill__slug", "level")
    assert list(held) == [("python", 3), ("react", 2)]
    assert Event.objects.filter(verb="profile.saved").count() == 1


def test_a_page_takes_as_many_queries_for_20_skills_as_for_5(desk: Client) -> None:
    slugs = list(Skill.objects.values_list("slug", flat=True)[:20])
    few = make.a_graduate(skills=dict.fromkeys(slugs[:5], 2))
    many = make.a_graduate(skills=dict.fromkeys(slugs, 2))
    desk.get(page_of(few))

    with CaptureQueriesContext(connection) as for_few:
        desk.get(page_of(few))
    with CaptureQueriesContext(connection) as for_many:
        desk.get(page_of(many))

    assert len(for_many) == len(for_few)


def test_the_row_of_its_kind_is_made_with_the_first_save(desk: Client) -> None:
    profile = Profile.objects.create(kind="graduate")
    form = as_shown(desk.get(page_of(profile)))

    desk.post(page_of(profile), form)

    profile.refresh_from_db()
    assert profile.graduate.university is None


def test_a_new_profile_is_made_in_two_steps(desk: Client) -> None:
    first = as_shown(desk.get(f"{LIST}add/"), kind="firm", headline="Apps", external_id="")

    answer = desk.post(f"{LIST}add/", first)

    made = Profile.objects.get()
    assert answer.headers["Location"] == page_of(made)
    assert (made.kind, made.headline, made.external_id) == ("firm", "Apps", None)


def test_an_email_finds_its_profile_only_when_exact(desk: Client) -> None:
    profile = make.a_graduate()
    email = profile.identity.email

    exact = desk.get(LIST, {"q": email}).context["cl"].result_count
    part = desk.get(LIST, {"q": email[:-3]}).context["cl"].result_count

    assert (exact, part) == (1, 0)


def test_verifying_says_what_was_checked_and_is_recorded(desk: Client, chief: User) -> None:
    profiles = [make.a_graduate(verified=False), make.a_graduate(verified=False)]
    chosen = {"action": "verify_chosen", "_selected_action": [row.pk for row in profiles]}

    preview = desk.post(LIST, chosen | {"checked": "identity"})
    assert not Event.objects.exists()
    desk.post(LIST, chosen | {"checked": "identity", "confirmed": "1"})

    rows = Profile.objects.order_by("pk")
    events = Event.objects.filter(verb="profile.verified").order_by("subject_id")
    assert [(row.is_verified, row.verified_how) for row in rows] == [(True, "identity")] * 2
    assert [event.subject_id for event in events] == [row.pk for row in profiles]
    assert {event.codes["how"] for event in events} == {"identity"}
    assert {row.by for row in Verification.objects.all()} == {chief}
    shown = preview.content.decode()
    assert "Identity document" in shown
    assert profiles[0].headline in shown
    assert profiles[0].identity.legal_name not in shown


def waiting(days: int, **facts: Any) -> Profile:
    sent = timezone.now() - timedelta(days=days)
    return make.a_graduate(verified=False, submitted_at=sent, **facts)


def test_who_waits_longest_comes_first_with_the_age_in_words(desk: Client) -> None:
    young, old, done, unsent = waiting(1), waiting(9), make.a_graduate(), waiting(0)
    Profile.objects.filter(pk=unsent.pk).update(submitted_at=None)

    page = desk.get(LIST)

    assert list(page.context["cl"].result_list) == [old, young, unsent, done]
    assert '<span class="overdue">9 days</span>' in page.content.decode()


def test_what_is_sent_back_says_why_to_its_owner(desk: Client, chief: User) -> None:
    profile, verified = waiting(4), make.a_graduate()
    chosen = {"action": "send_back_chosen", "_selected_action": [profile.pk, verified.pk]}

    desk.post(LIST, chosen | {"reason": "mismatch"})
    assert reason_sent_back(profile) == ""
    desk.post(LIST, chosen | {"reason": "mismatch", "confirmed": "1"})

    profile.refresh_from_db()
    assert profile.submitted_at is None
    assert "name and the document differ" in str(reason_sent_back(profile))
    assert Event.objects.filter(verb="profile.sent_back", actor=chief).count() == 1


def test_who_reads_an_identity_is_recorded(desk: Client, chief: User) -> None:
    profile = make.a_graduate()

    desk.get(LIST)
    assert not Event.objects.filter(verb="identity.read").exists()
    page = desk.get(page_of(profile))

    assert profile.identity.legal_name in page.content.decode()
    event = Event.objects.get(verb="identity.read")
    assert (event.subject_id, event.actor) == (profile.pk, chief)


def test_staff_do_not_bring_back_who_vanished(desk: Client) -> None:
    profile = make.a_graduate()
    vanish(user=make.acts_for(profile))
    form = as_shown(desk.get(page_of(profile)), status="active")

    page = desk.post(page_of(profile), form)

    profile.refresh_from_db()
    assert profile.is_hidden
    assert "Its owner hid it" in page.content.decode()


def test_a_check_is_withdrawn_from_its_history(desk: Client) -> None:
    check = make.a_graduate().verifications.get()
    chosen = {"action": "withdraw", "_selected_action": [check.pk]}

    desk.post("/admin/profiles/verification/", chosen)

    check.refresh_from_db()
    assert check.withdrawn_at is not None
    assert not check.profile.is_verified


def test_verifying_without_saying_what_was_checked_changes_nothing(desk: Client) -> None:
    profile = make.a_graduate(verified=False)

    page = desk.post(
        LIST, {"action": "verify_chosen", "_selected_action": [profile.pk]}, follow=True
    )

    profile.refresh_from_db()
    assert not profile.is_verified
    assert "Choose what was checked" in page.content.decode()


def test_an_account_is_made_with_an_email_and_a_password(desk: Client, chief: User) -> None:
    page = desk.get("/admin/profiles/user/add/")
    form = as_shown(page, email="New@Example.org", password1="long-pass-9", password2="long-pass-9")

    desk.post("/admin/profiles/user/add/", form)

    made = User.objects.get(email="new@example.org")
    assert made.check_password("long-pass-9")
    assert not made.is_staff
    assert Event.objects.get(verb="staff.added").subject_id == made.pk


def test_who_is_no_superuser_gives_nobody_rights() -> None:
    clerk = make.staff()
    clerk.user_permissions.set(permissions("change_user", "view_user"))
    other, chief = make.an_account(), make.an_account(is_superuser=True)
    client = Client()
    client.force_login(clerk)
    page = f"/admin/profiles/user/{other.pk}/change/"

    form = as_shown(client.get(page), is_superuser="on", is_staff="on", language="ar")
    client.post(page, form)

    other.refresh_from_db()
    assert (other.language, other.is_superuser, other.is_staff) == ("ar", False, False)
    of_chief = client.post(f"/admin/profiles/user/{chief.pk}/password/", {"password1": "x"})
    assert of_chief.status_code == 403


def permissions(*codenames: str) -> list[Permission]:
    return list(Permission.objects.filter(codename__in=codenames))


def test_who_is_no_staff_sees_no_door(client: Client) -> None:
    client.force_login(make.an_account())

    assert client.get(LIST).status_code == 302


def test_a_synonym_of_another_skill_is_refused_by_name(desk: Client) -> None:
    skill = Skill.objects.get(slug="python")
    page = f"/admin/profiles/skill/{skill.pk}/change/"
    shown = desk.get(page)
    last = len(shown.context["inline_admin_formsets"][0].formset.forms) - 1
    form = as_shown(shown, **{f"synonyms-{last}-text": "react.js"})

    answer = desk.post(page, form)

    assert "This already means React" in answer.content.decode()


def test_a_new_synonym_is_found_by_its_key(desk: Client) -> None:
    skill = Skill.objects.get(slug="python")
    page = f"/admin/profiles/skill/{skill.pk}/change/"
    shown = desk.get(page)
    last = len(shown.context["inline_admin_formsets"][0].formset.forms) - 1

    desk.post(page, as_shown(shown, **{f"synonyms-{last}-text": "Snake Speech"}))

    assert skill.synonyms.get(key="snakespeech").text == "Snake Speech"
