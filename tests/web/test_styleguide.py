"""The page of all components: nothing is missing on it, in either language."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override

from silah.styleguide.specimens import ON_EVERY_PAGE, groups
from tests.browser.scene import GUIDE
from tests.web.markup import Markup

COMPONENTS = settings.BASE_DIR / "templates" / "components"
# The pictures stand on a plate; the hatch comes with them.
ON_A_PLATE = {"charts/bars", "charts/line", "charts/stacked", "charts/few"}

pytestmark = pytest.mark.django_db


def body(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_every_component_is_shown() -> None:
    with override("en"):
        shown = {name for _, _, specimens in groups() for name, _ in specimens}
    there = {
        str(path.relative_to(COMPONENTS)).removesuffix(".html")
        for path in COMPONENTS.rglob("*.html")
    }
    assert there - shown - set(ON_EVERY_PAGE) - ON_A_PLATE == set()


@pytest.mark.parametrize("language", ["", "/ar"])
@pytest.mark.parametrize("group", ["", *(f"{slug}/" for slug in GUIDE)])
def test_page_is_whole_and_asks_not_to_be_found(client: Client, language: str, group: str) -> None:
    response = client.get(f"{language}/styleguide/{group}")
    assert response["X-Robots-Tag"] == "noindex"
    assert Markup(response.content.decode()).faults == []
    assert "autofocus" not in response.content.decode()


def test_a_group_that_is_not_there_is_not_found(client: Client) -> None:
    assert client.get("/styleguide/none/").status_code == 404


def test_every_group_is_among_the_pages_that_are_measured() -> None:
    assert tuple(slug for slug, _, _ in groups()) == GUIDE


def test_three_charts_are_mirrored_for_arabic(client: Client) -> None:
    english, arabic = (body(client, f"{language}/styleguide/charts/") for language in ("", "/ar"))
    assert english.count('<svg class="chart"') == arabic.count('<svg class="chart"') == 3
    assert '<rect class="few" x="0%"' in english
    assert '<rect class="few" x="83.33%"' in arabic


def test_figures_of_a_chart_can_be_had_as_csv(client: Client) -> None:
    assert body(client, "/styleguide/pillars.csv").splitlines()[-1] == "Investment,few,few"
    assert client.get("/styleguide/none.csv").status_code == 404


def test_number_in_error_is_told_as_on_the_pages_themselves(client: Client) -> None:
    page = client.get("/styleguide/forms/").content.decode()
    assert "Write 20 or less." in page
    assert "Ensure" not in page
