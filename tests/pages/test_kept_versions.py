"""The page of versions says how many are kept and which are gone; links to those lead on."""

import pytest

from data import store
from data.intake.publishing import keeping
from data.intake.publishing.keeping import MONTHS, VERSIONS, Keeping
from data.intake.publishing.publish import writing


@pytest.fixture
def pruned(built, own_store, tmp_path, monkeypatch):
    """A store in which an old version was removed by the setting; gives the old one's name."""
    folder, old = tmp_path / "store", "20200101T000000000000-0123abcd"
    folder.mkdir()
    for name in (built.version.name, old, "20200102T000000000000-0123abcd"):
        (folder / f"{name}.duckdb").hardlink_to(built.version.path)
    (folder / store.POINTER).write_text(built.version.name, encoding="utf-8")
    with writing(folder, 0):
        keeping.prune(folder, Keeping(2))
    monkeypatch.setenv("MONITOR_STORE", str(folder))
    return old


@pytest.fixture
def open_page(new_reader):
    """Open a page by a link for a reader who has seen no other store."""

    def opened(name, **link):
        reader = new_reader()
        reader.switch_page(f"pages/{name}.py")
        reader.query_params.update(link)
        reader.run()
        assert not reader.exception, reader.exception[0].message
        return reader

    return opened


def said(page):
    return "\n".join([*(each.value for each in page.caption), *(e.label for e in page.expander)])


@pytest.mark.parametrize(
    ("language", "kept", "removed"),
    [
        (
            "ru",
            "хранятся 5 последних версий и версии за 12 месяцев; текущая",
            "По настройке удалена 1 старая версия",
        ),
        (
            "en",
            "kept: the last 5 versions and versions of the last 12 months; the current",
            "1 older version was removed by the setting",
        ),
    ],
)
def test_the_page_says_what_is_kept_and_what_is_gone(
    pruned, open_page, monkeypatch, language, kept, removed
):
    monkeypatch.setenv(VERSIONS, "5")
    monkeypatch.setenv(MONTHS, "12")
    page = open_page("versions", language=language)
    assert kept in said(page) and removed in said(page)
    assert any(pruned in html.proto.body for html in page.get("html"))


def test_without_a_setting_nothing_is_said_of_it(open_page):
    page = open_page("versions", language="ru")
    assert "настройке" not in said(page) and len(page.warning) == 0


def test_a_setting_that_is_not_understood_is_told(open_page, monkeypatch):
    monkeypatch.setenv(VERSIONS, "one")
    page = open_page("versions", language="en")
    assert [each.value for each in page.warning] == [
        "The setting MONITOR_KEEP_VERSIONS says “one”, but must be a number of 2 or more. "
        "Until then every version is kept."
    ]


def test_a_link_to_a_removed_version_opens_the_current_one_and_says_so(pruned, open_page):
    page = open_page("overview", language="ru", data=pruned)
    assert any(pruned in each.value for each in (*page.info, *page.warning, *page.caption))
    assert "data" not in page.query_params
