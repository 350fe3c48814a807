"""An investor's track record, one without a round yet, and the match in which it is told."""

from django.urls import reverse

from matching.models import Candidacy, Opening
from profiles.models import Profile
from tests import make

INVESTOR, FOUNDER, NEWCOMER = "investor", "founder", "new.investor"
Told = tuple[str, str, str]


def recorded(emails: dict[str, str]) -> list[Told]:
    """(name, address, reader) of each page; the newcomer gets an account."""
    own, newcomer = Profile.objects.get(user__email=emails[INVESTOR]), make.an_investor()
    emails[NEWCOMER] = make.acts_for(newcomer).email
    mandate = Opening.objects.get(external_id="demo-mandate")
    raising = Candidacy.objects.get(
        pairing="investing", profile__firm__members__user__email=emails[FOUNDER]
    )
    match = reverse("match", args=[mandate.public_id, raising.public_id])
    return [
        ("track-record", reverse("track-record", args=[own.public_id]), INVESTOR),
        ("track-record-empty", reverse("track-record", args=[newcomer.public_id]), NEWCOMER),
        ("match-with-record", match, FOUNDER),
        ("match-of-investor", match, INVESTOR),
        ("my-profile-of-investor", reverse("my-profile"), INVESTOR),
    ]
