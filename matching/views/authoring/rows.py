"""One's own row behind an address, and where its pages are; anybody else's is a 404."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from matching.authoring.flows import flow_of, side_of
from matching.authoring.offers import own_row, profile_of
from matching.models import Candidacy, Opening
from matching.pairings.declaration import Side
from profiles.middleware import ViewedRequest
from profiles.models import User
from profiles.questions.pages import Asking


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the questions about one row are asked."""

    row: Opening | Candidacy

    def question(self, slug: str) -> str:
        return reverse(f"edit-{side_of(self.row)}", args=[self.row.public_id, slug])

    def check(self) -> str:
        return reverse(f"check-{side_of(self.row)}", args=[self.row.public_id])

    def move(self, name: str) -> str:
        return reverse(f"move-{side_of(self.row)}", args=[self.row.public_id, name])

    def tasks(self) -> str:
        return f"{reverse('my-openings')}?profile={profile_of(self.row).public_id}"

    def matches(self) -> str:
        return f"{reverse('my-matches')}?of={self.row.public_id}"


def account(request: ViewedRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def found(request: ViewedRequest, side: Side, public_id: str) -> Opening | Candidacy:
    row = own_row(account(request), side, public_id)
    if row is None:
        raise Http404
    return row


def asking_about(row: Opening | Candidacy) -> Asking:
    return Asking(side_of(row), flow_of(row), row, Addresses(row))
