"""`manage.py demo`: once, only in a demo, never over anybody's data."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ledger.models import Event, Job
from matching.models import Opening
from profiles.models import Profile
from silah import env
from silah.management.commands import demo
from tests import make, scenarios
from tests.cast.logins import PASSWORD, logins, recovery_codes_of_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def _in_a_demo(monkeypatch):
    monkeypatch.setattr(env, "DEMO", True)


def _demo(*arguments: str) -> list[str]:
    said = StringIO()
    call_command("demo", "--scale", "0.01", *arguments, stdout=said)
    return said.getvalue().splitlines()


def test_outside_a_demo_nothing_is_written(monkeypatch):
    monkeypatch.setattr(env, "DEMO", False)

    with pytest.raises(CommandError, match="only where SILAH_DEMO=1"):
        _demo()

    assert not Profile.objects.exists()


@pytest.mark.usefixtures("_in_a_demo")
def test_one_line_is_printed_for_every_login():
    lines = _demo()

    assert [line.split()[-2:] for line in lines[:-2]] == [
        [login.email, PASSWORD] for login in logins()
    ]


@pytest.mark.usefixtures("_in_a_demo")
def test_codes_are_printed_with_which_staff_get_in():
    codes = [word for word in _demo()[-2].split() if word.isdigit()]

    assert len(set(codes)) == 5
    assert codes == recovery_codes_of_staff()


@pytest.mark.usefixtures("_in_a_demo")
def test_a_second_run_changes_nothing(django_assert_max_num_queries):
    first = _demo()
    before = (Profile.objects.count(), Opening.objects.count(), Event.objects.count())

    with django_assert_max_num_queries(4):
        demo.load(seed=scenarios.SEED, scale=1)

    assert _demo() == first
    assert (Profile.objects.count(), Opening.objects.count(), Event.objects.count()) == before


@pytest.mark.usefixtures("_in_a_demo")
def test_a_database_with_other_people_is_left_alone():
    make.a_graduate()

    with pytest.raises(CommandError, match="give the demo an empty one"):
        _demo()

    assert Profile.objects.count() == 1


@pytest.mark.usefixtures("_in_a_demo")
def test_without_a_worker_the_wait_ends_with_advice():
    with pytest.raises(CommandError, match=r"5 of the pairings are not matched\. Is a worker"):
        _demo("--match", "--timeout", "0.2")

    assert sorted(Job.objects.values_list("kind", "state")) == [
        (f"match:{slug}", "queued")
        for slug in ("contracting", "hiring", "internships", "investing", "mentorship")
    ]
