"""What records say is read in a check, and grants stand on the pages of what they are about."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from matching.models import Candidacy
from tests import make
from tests.grants import invented
from tests.reading import logged_in, text

pytestmark = pytest.mark.django_db
ON_THE_JOB = "/grants/upskill-on-the-job/"
CO_INVESTMENT = "/grants/ipsd-co-investment/"


def a_firm():
    firm = make.a_local_firm(governorate="PS-RBH")
    return firm, logged_in(make.acts_for(firm))


def test_a_firm_is_not_asked_what_its_profile_says():
    _, client = a_firm()
    page = text(client.get(ON_THE_JOB))
    assert "IT services: software, data, hosting, consultancy or related, from your profile" in page
    assert "The West Bank, from your profile" in page
    stranger = text(Client().get(ON_THE_JOB))
    assert "from your profile" not in stranger


def test_what_was_said_goes_before_what_a_record_says_and_can_be_taken_back():
    _, client = a_firm()
    client.post("/grants/answers/place/", {"asked": "place", "id-place": "both", "place": "both"})
    assert "Both" in text(client.get("/grants/answers/"))
    client.post("/grants/answers/place/", {"remove": "1"})
    assert "The West Bank, from your profile" in text(client.get("/grants/answers/"))


def test_a_check_is_about_ones_own_opening_until_it_is_not():
    firm, client = a_firm()
    job = make.a_job(firm, title="Backend developer", seniority=3, usd_max=1900)
    page = text(client.get(f"{ON_THE_JOB}?for={job.public_id}"))
    assert "Read for:" in page
    assert "Advanced, from this opening" in page
    assert "Read for:" in text(client.get("/grants/"))
    assert "Read for:" not in text(client.get(f"{ON_THE_JOB}?for=none"))


def test_nobody_elses_opening_says_anything():
    job = make.a_job(seniority=3)
    _, client = a_firm()
    for reader in (client, Client()):
        page = text(reader.get(f"{ON_THE_JOB}?for={job.public_id}"))
        assert "Read for:" not in page
        assert "from this opening" not in page
    assert client.get(f"{ON_THE_JOB}?for=nonsense").status_code == 200


@pytest.fixture
def records():
    """Of one startup an opening, a raise, and what came of an introduction; each by its id."""
    startup = make.a_startup(governorate="PS-RBH")
    talk = make.an_introduction(make.a_job(startup), state="accepted")
    rows = make.a_job(startup), make.raises(startup), make.an_engagement(talk, hours=40)
    return logged_in(make.acts_for(startup)), [row.public_id for row in rows]


def test_a_check_about_any_record_costs_at_most_ten_queries(records, django_assert_max_num_queries):
    """Once it is chosen: until then one more writes it down."""
    client, about = records
    for public_id in about:
        client.get(f"/grants/?for={public_id}")
        for url in (ON_THE_JOB, "/grants/"):
            with django_assert_max_num_queries(10):
                page = text(client.get(f"{url}?for={public_id}"))
            assert "Read for:" in page
        for url in (ON_THE_JOB, "/grants/answers/", "/grants/answers/place/"):
            with django_assert_max_num_queries(10):
                client.get(url)


def test_somebody_elses_record_ends_what_the_check_was_about():
    firm, client = a_firm()
    client.get(f"{ON_THE_JOB}?for={make.a_job(firm).public_id}")
    assert "Read for:" in text(client.get(ON_THE_JOB))
    assert "Read for:" not in text(client.get(f"{ON_THE_JOB}?for={make.a_job().public_id}"))
    assert "Read for:" not in text(client.get(ON_THE_JOB))


def test_a_stranger_who_follows_such_an_address_gets_no_session():
    visit = Client()
    visit.get(f"{ON_THE_JOB}?for={make.a_job().public_id}")
    assert not visit.cookies.get("sessionid")


def test_a_hire_that_both_confirmed_says_its_contract():
    firm, client = a_firm()
    talk = make.an_introduction(make.a_job(firm), state="accepted")
    hire = make.an_engagement(talk, hours=40)
    page = text(client.get(f"{ON_THE_JOB}?for={hire.public_id}"))
    assert "Full-time, a short term included, from what both sides confirmed" in page
    beside = text(client.get(f"/engagements/{hire.public_id}/"))
    assert "A grant for this?" in beside
    assert f"?plan=hire&amp;for={hire.public_id}" in beside
    graduate = logged_in(make.acts_for(hire.candidate))
    assert "A grant for this?" not in text(graduate.get(f"/engagements/{hire.public_id}/"))


def test_on_ones_own_job_stands_what_fits_and_what_is_missing_and_others_read_what_may_help():
    firm, client = a_firm()
    job = make.a_job(firm)
    own = text(client.get(f"/openings/{job.public_id}/"))
    assert "A grant for this?" in own
    assert "Not said yet:" in own
    others = text(Client().get(f"/openings/{job.public_id}/"))
    assert "Grants that may help" in others
    assert "Not said yet:" not in others


def test_a_mandate_and_a_mentor_have_no_grant():
    for opening in (make.a_mandate(), make.a_mentoring_offer()):
        page = text(Client().get(f"/openings/{opening.public_id}/"))
        assert "Grants that may help" not in page


def test_a_raise_says_on_its_own_page_how_it_stands_beside_the_co_investment_grant():
    startup = make.a_startup()
    raising = make.raises(startup)
    talk = make.an_introduction(make.a_mandate(), raising, state="accepted")
    make.an_engagement(talk, usd=50_000)
    founder = logged_in(make.acts_for(startup))
    own = text(founder.get(reverse("check-candidacy", args=[raising.public_id])))
    assert "A co-investment grant" in own
    assert "Confirmed outside money: USD 50,000." in own
    assert f"{CO_INVESTMENT}?for={raising.public_id}" in own
    graduate = make.a_graduate()
    search = make.looks_for_a_job(graduate)
    of_search = reverse("check-candidacy", args=[search.public_id])
    assert "A co-investment grant" not in text(logged_in(make.acts_for(graduate)).get(of_search))


class TestRounds:
    @pytest.fixture
    def round_(self):
        """A raise with an investment of 50,000 and three others of 30,000 that may be counted."""
        raising = make.raises(make.a_startup(), terms={"shows_match": "yes"})
        row = make.an_introduction(make.a_mandate(), raising, state="accepted")
        own = make.an_engagement(row, usd=50_000)
        for _ in range(3):
            talk = make.an_introduction(make.a_mandate(), raising, state="accepted")
            make.an_engagement(talk, usd=31_000)
        return own

    def published(self):
        until = (timezone.localdate() + timedelta(days=60)).isoformat()
        for name, value in (("ratio", "0.5"), ("cap", "100000")):
            invented.filled("ipsd-co-investment", name, value, valid_to=until)

    def page(self, row, profile):
        """From the investment's page to that of the round, "" where nothing leads there."""
        client = logged_in(make.acts_for(profile))
        url = f"/grants/rounds/{row.public_id}/"
        answer = client.get(url)
        is_led = f'href="{url}"' in client.get(f"/engagements/{row.public_id}/").content.decode()
        assert is_led == (answer.status_code == 200)
        return text(answer) if is_led else ""

    def test_without_published_numbers_there_is_no_figure_of_a_grant(self, round_):
        page = self.page(round_, round_.candidate)
        assert "Confirmed outside money: USD 143,000." in page
        assert "up to what, is not published" in page
        assert "It could add" not in page

    def test_the_founder_reads_what_is_needed_and_until_when(self, round_):
        self.published()
        page = self.page(round_, round_.candidate)
        assert "It could add USD 71,500." in page
        assert "USD 57,000 more of outside money" in page
        assert "These numbers hold until" in page

    def test_an_investor_reads_it_of_a_total_in_two_digits_where_the_founder_said_so(self, round_):
        self.published()
        page = self.page(round_, round_.owner)
        assert "Confirmed outside money: USD 143,000." in page
        assert "31,000" not in page
        Candidacy.objects.update(terms={})
        assert self.page(round_, round_.owner) == ""

    def test_an_investor_who_only_looks_reads_nothing_of_it(self, round_):
        self.published()
        mandate = make.a_mandate()
        talk = make.an_introduction(mandate, round_.introduction.candidacy, state="accepted")
        looks = make.an_engagement(
            talk, by=mandate.owner, stage="considering", usd=20_000, instrument=""
        )
        assert looks.is_running
        assert self.page(looks, looks.owner) == ""
        assert "Confirmed outside money: USD 143,000." in self.page(looks, looks.candidate)

    def test_nobody_else_reads_it(self, round_):
        url = f"/grants/rounds/{round_.public_id}/"
        for reader in (make.acts_for(make.an_investor()), make.staff()):
            assert logged_in(reader).get(url).status_code == 404
        assert Client().get(url).status_code == 302

    def test_of_fewer_than_three_others_an_investor_reads_no_total(self, round_):
        self.published()

        talk = round_.candidate.engagements_sought.exclude(pk=round_.pk).first()
        talk.agreements.update(shown="nothing")
        page = self.page(round_, round_.owner)
        assert "How much is confirmed is not shown" in page
        assert "Confirmed outside money" not in page
        assert "It could add" not in page

    def test_with_the_raise_the_founder_reads_the_rules(self, round_):
        client = logged_in(make.acts_for(round_.candidate))
        raised = round_.introduction.candidacy.public_id
        page = text(client.get(f"{CO_INVESTMENT}?for={raised}"))
        assert "USD 143,000, from what both sides confirmed" in page
