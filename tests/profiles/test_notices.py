"""Who is in charge of a profile reads in a mail what staff decided about it, and why."""

import pytest
from django.utils.translation import override

from ledger import tasks
from ledger.models import Mail, Notification, Outbox
from ledger.notices import TELL, lines_of
from profiles.actions import accept_as_synonym, refuse, set_proposals, verify
from profiles.firms.models import FirmMember
from profiles.models import Profile, Skill, SkillProposal
from profiles.recognition import viewer_of
from profiles.reviewing import REASONS, send_back
from tests import make

pytestmark = pytest.mark.django_db
NAME = "Lina Khalil"


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = "https://silah.example"


@pytest.fixture
def graduate():
    return make.a_graduate(verified=False, legal_name=NAME, headline="Builds payment systems")


def delivered():
    """What the events have made of mail, each row tried twice."""
    for row in list(Outbox.objects.filter(handler=TELL)) * 2:
        tasks.deliver(row.pk)
    assert not Outbox.objects.filter(handler=TELL, state="pending").exists()
    return list(Mail.objects.order_by("pk"))


def test_a_verified_profile_says_what_was_checked_and_where_to_go_on(graduate):
    make.acts_for(graduate, email="lina@example.org")
    verify(profile=graduate, how="identity", by_id=make.staff().pk)
    (mail,) = delivered()
    assert mail.to == "lina@example.org"
    assert "Your profile is verified" in mail.text
    assert "What was checked: Identity document" in mail.text
    assert "can find you" in mail.text
    assert "https://silah.example/dashboard/" in mail.text


def test_what_the_university_proved_is_told_too(graduate):
    make.acts_for(graduate)
    verify(profile=graduate, how="university_email", by_id=graduate.user_id)
    (mail,) = delivered()
    assert "E-mail of a university" in mail.text


def test_what_was_sent_back_says_why_and_leads_to_the_task_list(graduate):
    make.acts_for(graduate)
    send_back(profile=graduate, reason="mismatch", by_id=None)
    (mail,) = delivered()
    assert str(REASONS["mismatch"]) in mail.text
    assert "https://silah.example/profile/" in mail.text


def test_mail_is_in_the_language_of_its_reader(graduate):
    make.acts_for(graduate, language="ar")
    send_back(profile=graduate, reason="mismatch", by_id=None)
    (mail,) = delivered()
    with override("ar"):
        reason = str(REASONS["mismatch"])
    assert reason in mail.text
    assert reason != REASONS["mismatch"]
    assert "https://silah.example/ar/profile/" in mail.text


def test_owners_of_a_firm_are_told_each_in_their_language_and_nobody_else():
    firm = make.a_local_firm(verified=False)
    make.acts_for(firm, email="owner@example.org")
    make.acts_for(firm, email="malik@example.org", language="ar")
    make.acts_for(firm, role="recruiter")
    make.acts_for(firm, role="reader")
    verify(profile=firm, how="register", by_id=None)
    english, arabic = delivered()
    assert (english.to, arabic.to) == ("owner@example.org", "malik@example.org")
    assert "https://silah.example/dashboard/" in english.text
    assert "https://silah.example/ar/dashboard/" in arabic.text


def test_good_and_bad_news_have_one_subject_and_no_name_anywhere(graduate):
    make.acts_for(graduate)
    send_back(profile=graduate, reason="unclear", by_id=None)
    bad = delivered()[0]
    verify(profile=graduate, how="identity", by_id=None)
    good = delivered()[1]
    assert bad.subject == good.subject == "Something in Silah waits for you"
    for mail in (bad, good):
        assert NAME not in mail.text
        assert graduate.headline not in mail.text


def test_ten_profiles_at_once_are_ten_mails():
    for graduate in [make.a_graduate(verified=False) for _ in range(10)]:
        make.acts_for(graduate)
        verify(profile=graduate, how="identity", by_id=None)
    assert len({mail.to for mail in delivered()}) == len(delivered()) == 10


def test_what_a_file_brought_in_is_not_told(graduate):
    make.acts_for(graduate)
    verify(profile=graduate, how="imported", by_id=None)
    assert delivered() == []
    assert not Notification.objects.exists()


@pytest.mark.parametrize("news", ["verified", "sent back"])
def test_a_hidden_profile_and_a_closed_account_get_no_mail(graduate, news):
    closed = make.a_graduate(verified=False)
    make.acts_for(graduate)
    make.acts_for(closed, is_active=False)
    for profile in (graduate, closed):
        if news == "verified":
            verify(profile=profile, how="identity", by_id=None)
        else:
            send_back(profile=profile, reason="unclear", by_id=None)
    Profile.objects.filter(pk=graduate.pk).update(status=Profile.Status.HIDDEN)
    assert delivered() == []


def test_news_that_no_longer_holds_is_not_told(graduate):
    make.acts_for(graduate)
    send_back(profile=graduate, reason="unclear", by_id=None)
    verify(profile=graduate, how="identity", by_id=None)
    (mail,) = delivered()
    assert "is verified" in mail.text


def test_all_who_proposed_a_refused_skill_read_the_reason(graduate):
    mentor = make.a_mentor()
    make.acts_for(graduate, email="lina@example.org")
    make.acts_for(mentor, email="omar@example.org", language="ar")
    make.acts_for(make.a_graduate())
    for profile in (graduate, mentor):
        set_proposals(profile=profile, levels={"Teamwork": 3}, language="en", by_id=None)
    refuse(proposal=SkillProposal.objects.get(), reason="Said of <everybody>.", by_id=None)
    english, arabic = delivered()
    assert (english.to, arabic.to) == ("lina@example.org", "omar@example.org")
    assert "Proposed skill: \u2068Teamwork\u2069" in english.text
    assert "Said of <everybody>." in english.text
    assert "https://silah.example/profile/skills/" in english.text
    assert "https://silah.example/ar/profile/skills/" in arabic.text


def test_skill_that_was_accepted_is_not_told_as_refused(graduate):
    make.acts_for(graduate)
    set_proposals(profile=graduate, levels={"Qqqxz": 3}, language="en", by_id=None)
    python = Skill.objects.get(slug="python")
    accept_as_synonym(proposal=SkillProposal.objects.get(), skill=python, by_id=None)
    assert delivered() == []


def lines_for(user):
    rows = list(Notification.objects.filter(user=user).newest_first())
    return [line.text for line in lines_of(rows, viewer_of(user)).values()]


def test_the_page_says_it_too_as_long_as_it_holds(graduate):
    user = make.acts_for(graduate)
    send_back(profile=graduate, reason="unclear", by_id=None)
    delivered()
    assert lines_for(user) == ["Programme staff sent your profile back"]
    verify(profile=graduate, how="identity", by_id=None)
    delivered()
    assert lines_for(user) == ["Your profile is verified"]


def test_who_left_the_firm_reads_its_news_no_more():
    firm = make.a_local_firm(verified=False)
    user = make.acts_for(firm)
    send_back(profile=firm, reason="unclear", by_id=None)
    delivered()
    FirmMember.objects.filter(user=user).delete()
    assert lines_for(user) == []
