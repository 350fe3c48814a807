"""The page behind the link that stops the mail about a saved search."""

from matching.models import SavedSearch
from matching.saved.actions import set_alerts
from matching.saved.tokens import ALERTS


def _stopped(public_id: str, stops: bool) -> bool:
    search = SavedSearch.objects.filter(public_id=public_id).first()
    if stops and search is not None:
        set_alerts(search=search, alerts=SavedSearch.Alerts.NEVER)
    return search is None or search.alerts == SavedSearch.Alerts.NEVER


stop_alerts = ALERTS.view(_stopped)
