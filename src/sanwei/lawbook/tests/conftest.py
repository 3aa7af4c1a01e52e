import pytest

from sanwei.lawbook import lawbook
from sanwei.lawbook.tests.small_law import write_law


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    """The small law, read from the nearer pack."""
    return lawbook(("near",), write_law(tmp_path_factory.mktemp("law")))
