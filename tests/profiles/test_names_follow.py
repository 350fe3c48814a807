"""A name that somebody never wants to meet is compared with the name of now, whoever wrote it."""

import pytest

from profiles.actions import set_identity
from profiles.models import Identity
from profiles.names import name_key
from tests import make

pytestmark = pytest.mark.django_db


def test_a_changed_name_is_compared_at_once():
    firm = make.a_local_firm(legal_name="Olive Software")
    set_identity(profile=firm, by_id=None, legal_name="Sindyan Systems")
    assert Identity.objects.get(profile=firm).name_key == name_key("Sindyan Systems")


def test_a_change_of_the_phone_leaves_the_name_as_it_was():
    firm = make.a_local_firm(legal_name="Olive Software")
    set_identity(profile=firm, by_id=None, phone="+970 590 000100")
    assert Identity.objects.get(profile=firm).name_key == name_key("Olive Software")
