"""Which spellings of a name are one: what people type must keep them apart from whom they mean."""

import pytest

from profiles.models import Identity, Profile
from profiles.names import name_key
from tests import make

ONE = [
    ("Lina Haddad", "haddad,  LINA"),
    ("Lumenhaus Systems GmbH", "lumenhaus systems"),
    ("Sindyan Softworks Ltd.", "Sindyan Softworks"),
    ("شركة الزيتون المحدودة", "شركه الزيتون المحدودة"),
    ("José Müller", "Jose Muller"),
    ("L.L.C. Baydar", "Baydar"),
    ("أحمد علاء", "احمد علا"),
]
TWO = [("Lina Haddad", "Lina Haddadin"), ("Company", "Limited"), ("C Labs", "D Labs")]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_spellings_of_one_name_have_one_key(one, other):
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_names_have_two_keys(one, other):
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("nothing", ["", "  ", "...", "\u200f", "-"])
def test_what_names_nobody_has_no_key(nothing):
    assert name_key(nothing) == ""


@pytest.mark.django_db
def test_an_identity_keeps_its_key_however_it_is_saved():
    identity = make.a_graduate(legal_name="Lina Haddad").identity
    assert identity.name_key == "haddad lina"
    identity.legal_name = "Omar Natsheh"
    identity.save()
    assert Identity.objects.get(pk=identity.pk).name_key == "natsheh omar"
    other = Profile.objects.create(kind="mentor")
    Identity.objects.bulk_create([Identity(profile=other, legal_name="Rana S.")])
    assert Identity.objects.get(profile=other).name_key == "rana s"
