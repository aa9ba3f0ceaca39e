"""Links of before 0.9, when one view had the fields of all pages, open what they opened then."""

import json
from pathlib import Path

import pytest

from components.base.choices import choices
from components.base.load import one_version
from components.shell import navigation
from queries.links import read_link
from queries.view import View, default_of, own_values, value
from tests.kinds_of_views import by_page
from tests.pages import seen

LINKS = json.loads(Path(__file__).with_name("links_before_0_9.json").read_text("utf-8"))


@pytest.mark.parametrize("old", LINKS, ids=lambda old: f"{old['page']}-{len(old['link'])}")
def test_an_old_link_asks_for_what_it_asked_for(built, old):
    kind = by_page().get(old["page"], View)
    with one_version(built.version):
        view, refused = read_link(old["link"], choices(), kind)
    tabs = own_values(kind).get("desk", ())
    expected = {name: chosen for name, chosen in old["view"].items() if hasattr(view, name)}
    if expected.get("desk", "") not in tabs:  # the tab of another page was no choice on this one
        expected.pop("desk", None)
    assert {name: value(view, name) for name in expected} == expected
    assert refused == ()
    others = set(own_values(kind)) - set(expected)
    assert all(value(view, name) == default_of(kind, name) for name in others)


def test_the_list_has_links_of_every_page_and_of_the_fields_of_others():
    pages = {old["page"] for old in LINKS}
    assert pages == {"overview", "heatmap", "dynamics", "mentoring", "roadmaps", "events"} | {
        *("recommendations", "project_year", "import_data", "versions", "methods")
    }
    carried = [old for old in LINKS if set(old["view"]) - set(vars(View("60", 2022, 2017)))]
    assert len(carried) > 100


@pytest.mark.parametrize("address", navigation.FORMER)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_former_address_is_no_entry_of_the_menu(open_page, address, language):
    texts = seen.texts(open_page("overview", language=language))
    assert address not in texts
