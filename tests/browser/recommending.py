"""Recommendations of the scene's company and its firm, and one that the company itself follows."""

from http import HTTPStatus
from typing import Any

from django.urls import reverse

from matching.engagements.models import Referral
from matching.engagements.referrals import actions
from profiles.models import Profile
from tests import make

GRADUATE, FIRM, OWNER, STRANGER = "graduate", "local.firm", "recruiter", ""


def recommended(company: Profile) -> list[tuple[Any, ...]]:
    """(name, address, reader, answer) of each page; the company reads as client and as asker."""
    firm = Profile.objects.get(firm__members__user__email__startswith=f"{FIRM}@")
    team = firm.candidacies.get(pairing="contracting")
    own = make.a_contract(company, team=team)
    for _ in range(2):
        made = make.a_referral(own, names_client=True)
    elsewhere = make.a_referral(make.a_contract())
    stopped = make.a_referral(elsewhere.engagement)
    actions.stop(referral=stopped, by=stopped.engagement.owner, by_id=None)
    page = reverse("recommend", args=[own.public_id])
    return [
        ("recommend", page, OWNER, HTTPStatus.OK),
        ("recommend-of-firm", page, FIRM, HTTPStatus.OK),
        ("recommended", _link(made), STRANGER, HTTPStatus.OK),
        ("recommended-to-graduate", _link(made), GRADUATE, HTTPStatus.OK),
        ("recommended-to-company", _link(elsewhere), OWNER, HTTPStatus.OK),
        ("recommended-not-open", _link(stopped), STRANGER, HTTPStatus.NOT_FOUND),
    ]


def _link(referral: Referral) -> str:
    return reverse("recommended", args=[referral.public_id])
