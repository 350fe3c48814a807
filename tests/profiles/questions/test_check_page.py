"""The check page: each answer beside what it answers, a long text on lines of its own."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests import make

pytestmark = pytest.mark.django_db
SENTENCE = "I build booking and payment services, and I look for a team that reviews its code."


@pytest.fixture
def answers(client: Client) -> str:
    """What a graduate reads on the page of all answers."""
    graduate = make.a_graduate(headline="Backend developer", about=SENTENCE)
    client.force_login(make.acts_for(graduate))
    return client.get(reverse("profile-check")).content.decode()


def test_label_ends_in_a_colon(answers: str) -> None:
    assert re.search(r'<bdi>E-mail</bdi>:</span> <bdi dir="auto">[^<]+@', answers)


def test_long_text_has_lines_and_a_direction_of_its_own(answers: str) -> None:
    assert f'<p dir="auto">{SENTENCE}</p>' in answers
    assert '<p><bdi dir="auto">Backend developer</bdi></p>' in answers


def test_what_asks_keeps_its_question_mark(client: Client) -> None:
    job = make.a_job(capacity=2)
    client.force_login(make.acts_for(job.owner))
    page = client.get(reverse("check-opening", args=[job.public_id])).content.decode()
    assert '<bdi>How many people do you hire?</bdi></span> <bdi dir="auto">2</bdi>' in page


def test_skill_of_an_opening_stands_apart_from_its_weight(client: Client) -> None:
    job = make.a_job()
    client.force_login(make.acts_for(job.owner))
    page = client.get(reverse("check-opening", args=[job.public_id])).content.decode()
    assert '<bdi>Python</bdi>:</span> <bdi dir="auto">Essential</bdi>' in page


def test_what_is_not_said_yet_is_answered_and_the_rest_changed(client: Client) -> None:
    job = make.a_job(status="draft", title="", skills={}, capacity=1)
    client.force_login(make.acts_for(job.owner))
    page = client.get(reverse("check-opening", args=[job.public_id])).content.decode()
    assert '>Answer<span class="vh"> What is the job?</span>' in page
    assert '>Change<span class="vh"> How many, and until when?</span>' in page
