"""The link that stops the mail about one saved search."""

from ledger.stopping import StopLink
from matching.models import SavedSearch

ALERTS = StopLink(
    route="stop-alerts",
    salt="matching.saved.alerts",
    page="saved/stop_alerts.html",
    bad_link="saved/bad_link.html",
)


def token_of(search: SavedSearch) -> str:
    return ALERTS.token_of(search.public_id.hex)


def stop_url(search: SavedSearch) -> str:
    return ALERTS.url_of(search.public_id.hex)
