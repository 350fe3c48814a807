"""The builders: what tests and the demo stand on."""

import pytest

from matching import runs
from matching.models import TopMatches
from profiles.models import Profile
from tests import make

pytestmark = pytest.mark.django_db


def test_smoke():
    g = make.a_graduate()
    make.looks_for_a_job(g)
    make.looks_for_a_placement(g)
    make.looks_for_a_mentor(g)
    make.a_job()
    make.a_placement()
    make.a_mentoring_offer()
    make.raises(make.a_startup())
    make.a_mandate()
    make.offers_a_team(make.a_local_firm())
    make.a_tender()
    for p in ("hiring", "internships", "mentorship", "investing", "contracting"):
        runs.run(p)
    print([(t.pairing, t.scores) for t in TopMatches.objects.all()])
