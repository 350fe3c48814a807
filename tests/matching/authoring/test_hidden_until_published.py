"""Nothing of a draft is seen by anybody else, and what is withdrawn leaves the lists at once."""

import pytest
from django.test import Client
from django.urls import reverse

from ledger.models import Event
from ledger.tasks import sweep_outbox
from matching import runs
from matching.models import Candidacy, Opening, TopMatches
from tests import make
from tests.matching.authoring.walks import answer_all, begin, logged_in, made, move, row_of

pytestmark = pytest.mark.django_db


def draft(firm, client):
    begin(client, "opening", "hiring", firm)
    opening = row_of("opening", firm)
    answer_all(client, "opening", "hiring", opening)
    return opening


def seen_by(client, opening):
    """Where somebody meets the opening: list, search, page, API, facets."""
    listed, searched = reverse("openings"), f"{reverse('openings')}?q=developer"
    found = [
        name
        for name, url in {
            "list": listed,
            "search": searched,
            "api": "/api/v1/openings/",
        }.items()
        if str(opening.public_id) in client.get(url).content.decode()
    ]
    if client.get(reverse("opening", args=[opening.public_id])).status_code == 200:
        found.append("page")
    if client.get(f"/api/v1/openings/{opening.public_id}/").status_code == 200:
        found.append("api page")
    facets = client.get(listed).context["facets"]
    if any(option.value == "python" for group in facets for option in group.options):
        found.append("facets")
    return found


EVERYWHERE = ["list", "search", "api", "page", "api page", "facets"]


def test_a_draft_is_nowhere_until_it_is_published():
    firm = make.an_international_company()
    client, others = logged_in(firm), [Client(), logged_in(make.a_graduate())]
    opening = draft(firm, client)
    sweep_outbox()
    assert [seen_by(other, opening) for other in others] == [[], []]
    assert not TopMatches.objects.exists()

    move(client, opening, "publish")
    assert [seen_by(other, opening) for other in others] == [EVERYWHERE, EVERYWHERE]

    move(client, opening, "pause")
    assert [seen_by(other, opening) for other in others] == [[], []]


def test_what_an_unverified_owner_publishes_is_accepted_and_nowhere_yet():
    firm = make.an_international_company(verified=False)
    client = logged_in(firm)
    opening = draft(firm, client)
    answer = move(client, opening, "publish", follow=True)
    opening.refresh_from_db()
    assert opening.status == "published"
    assert "goes live once programme staff have verified" in answer.content.decode()
    assert seen_by(Client(), opening) == []


def test_answers_of_a_draft_are_recorded_and_nobody_is_matched_anew():
    firm = make.an_international_company()
    draft(firm, logged_in(firm))
    assert set(Event.objects.values_list("verb", flat=True)) == {"opening.drafted"}


def test_withdrawn_consent_leaves_the_lists_at_once():
    firm, graduate = make.an_international_company(), make.a_graduate()
    job = make.a_job(firm)
    client = logged_in(graduate)
    search = made(client, "candidacy", "hiring", graduate)
    runs.run("hiring")
    owner = logged_in(firm)
    list_of_job = f"{reverse('my-matches')}?of={job.public_id}"
    assert len(owner.get(list_of_job).context["lines"]) == 1

    move(client, search, "withdraw")

    assert owner.get(list_of_job).context["lines"] == []


def test_a_draft_of_consent_is_no_consent():
    graduate = make.a_graduate()
    client = logged_in(graduate)
    begin(client, "candidacy", "hiring", graduate)
    answer_all(client, "candidacy", "hiring", row_of("candidacy", graduate))
    assert not Candidacy.objects.active().exists()
    assert not Candidacy.objects.get().is_active


def test_change_after_publishing_is_one_event_and_matches_follow():
    firm = make.an_international_company()
    client = logged_in(firm)
    opening = made(client, "opening", "hiring", firm)
    before = Event.objects.filter(verb="opening.saved").count()
    page = reverse("edit-opening", args=[opening.public_id, "pay"])
    for _twice in range(2):
        client.post(f"{page}?checking=1", {"usd_min": "1100", "usd_max": "1900"})
    assert Opening.objects.get().usd_max == 1900
    assert Event.objects.filter(verb="opening.saved").count() == before + 1
