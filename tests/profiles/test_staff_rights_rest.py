"""Staff with one factor look as anybody with an account does: a password alone opens no names."""

import pytest

from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def graduate():
    return make.a_graduate(legal_name="Lina Haddad")


def test_with_one_factor_a_withheld_profile_is_not_there(client, graduate):
    client.force_login(make.an_account(is_staff=True))
    assert client.get(f"/profiles/{graduate.public_id}/").status_code == 404


def test_with_two_it_is_read_by_name(client, graduate):
    client.force_login(make.staff())
    page = client.get(f"/profiles/{graduate.public_id}/")
    assert "Lina Haddad" in page.content.decode()


def test_recovery_codes_alone_are_no_second_factor(client, graduate):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    account = make.an_account(is_staff=True)
    RecoveryCodes.activate(account)
    client.force_login(account)
    assert client.get(f"/profiles/{graduate.public_id}/").status_code == 404


def test_the_dashboard_leads_them_to_where_a_factor_is_set_up(client):
    client.force_login(make.an_account(is_staff=True))
    assert client.get("/dashboard/", follow=True).redirect_chain[-1][0] == "/accounts/2fa/"
