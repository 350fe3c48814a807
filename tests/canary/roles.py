"""A browser for every role that somebody can have who is no party to what is planted."""

from django.test import Client

from profiles.models import Profile, User
from tests import make
from tests.canary.planting import COUNTRY, NAME, Planted, keep_apart
from tests.reading import logged_in

Clients = dict[str, Client]


def everyone(planted: Planted) -> Clients:
    """Strangers, accounts, the unverified and the verified of each kind, and the excluded."""
    party = make.an_international_company(country="SE")
    keep_apart(planted, party)
    accounts: dict[str, User] = {
        "account": make.an_account(),
        **{f"unverified {name}": _of(row) for name, row in _each(verified=False).items()},
        **{name: _of(row) for name, row in _each(verified=True).items()},
        "reader of a firm": make.acts_for(make.an_international_company(), role="reader"),
        "excluded country": _of(make.an_international_company(country=COUNTRY)),
        "excluded party": _of(party),
        "excluded name": _of(make.an_international_company(legal_name=NAME)),
    }
    return {"stranger": Client()} | {name: logged_in(user) for name, user in accounts.items()}


def _each(*, verified: bool) -> dict[str, Profile]:
    found = {
        "graduate": make.a_graduate(verified=verified),
        "mentor": make.a_mentor(verified=verified),
        "investor": make.an_investor(verified=verified),
        "company": make.an_international_company(verified=verified),
    }
    if verified:
        found |= {
            "local firm": make.a_local_firm(),
            "startup": make.a_startup(),
            "diaspora firm": make.a_diaspora_firm(),
        }
    for profile in found.values():
        _takes_part(profile)
    return found


def _takes_part(profile: Profile) -> None:
    """With something of their own, so that their pages have something to show."""
    if profile.kind == "graduate":
        make.looks_for_a_job(profile)
        make.looks_for_a_mentor(profile)
    elif profile.kind == "mentor":
        make.a_mentoring_offer(profile)
    elif profile.kind == "investor":
        make.a_mandate(profile)
    else:
        make.a_job(profile)


def _of(profile: Profile) -> User:
    return make.acts_for(profile)
