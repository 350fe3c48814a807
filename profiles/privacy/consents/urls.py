from django.urls import path

from profiles.privacy.consents.history import history
from profiles.privacy.consents.pages import consent_page, consents_page, revoke_page

PAIR = "<uuid:public_id>/consents/<uuid:to_id>/"

urlpatterns = [
    path("consents/", consents_page, name="consents"),
    path("<uuid:public_id>/consents/", consents_page, name="consents-of"),
    path(PAIR, consent_page, name="consent"),
    path(f"{PAIR}revoke/", revoke_page, name="revoke-consent"),
    path(f"{PAIR}history/", history, name="consent-history"),
]
