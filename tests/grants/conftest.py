import pytest
from django.test import Client


@pytest.fixture
def visit() -> Client:
    """The browser of somebody without an account."""
    return Client()
