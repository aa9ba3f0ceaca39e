"""Signing in with a real provider, through a proxy and under a path: who then may do what."""

import re

import pytest
from playwright.sync_api import expect

from data import store
from data.intake.publishing import history
from data.intake.received import saved_recipes
from tests.browser import bringing, provider, visiting
from tests.browser.provider import EDITOR, MUNICIPAL, READER, STRANGER, UNVERIFIED
from tests.browser.test_foreign_sheet import NAME, RULE, SOURCE, answer, schools, sheet

pytestmark = pytest.mark.browser

BACK = "Вернуться к этой версии"
VIEW = {"language": "ru", "region": "60", "year": "2021"}


@pytest.fixture(scope="module")
def site(built, tmp_path_factory, server_log):
    folder = tmp_path_factory.mktemp("site")
    (folder / "store").mkdir()
    for path in (built.version.path, built.folder / store.POINTER):
        (folder / "store" / path.name).write_bytes(path.read_bytes())
    with provider.site(folder, folder / "store", server_log) as served:
        yield served


@pytest.fixture
def page(site, new_reader):
    page = new_reader(site.outside)
    yield page
    page.close()


def visit(page, site, path, **link):
    visiting.visit(page, f"{provider.BELOW}{path}", **(VIEW | link))


def sidebar(page):
    return page.get_by_test_id("stSidebar")


def sign_in(page, address, button=None):
    """Go to the provider, be this user there, and come back."""
    (button or sidebar(page).get_by_role("button", name="Войти")).click()
    page.get_by_role("button", name=address, exact=True).click()
    page.wait_for_url(re.compile(f"/{provider.BELOW}"))
    visiting.settle(page)


def signed_in_as(page, address, role):
    expect(sidebar(page).get_by_text(f"Вы вошли: {address} ({role})")).to_be_visible()


def versions(site):
    return {path.name for path in site.store.glob("*.duckdb")}


def bring_and_type(page):
    """Bring a school and a foreign table, and say of the table all that is asked."""
    page.set_viewport_size({"width": 1366, "height": 1200})  # a list at its edge shuts again
    bringing.give(page, {"школы": schools(), NAME: sheet(98.5)})
    answer(page)


def test_what_was_brought_and_typed_before_signing_in_is_there_after_it(page, site):
    visit(page, site, "import_data")
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text("Войдите как редактор до загрузки")).to_be_visible()
    expect(page.get_by_text("до 5 МБ вместе")).to_be_visible()
    bring_and_type(page)
    expect(page.get_by_text("Рецепт подействует только на этот файл")).to_be_visible()
    expect(sidebar(page).get_by_text("подождут вас 15 минут")).to_be_visible()
    upload = page.locator(".st-key-sign_in_upload")
    sign_in(page, EDITOR, upload.get_by_role("button", name="Войти"))
    signed_in_as(page, EDITOR, "редактор")

    expect(page.get_by_text("Уже здесь: школы.xlsx, кадры.xlsx")).to_be_visible()
    expect(page.get_by_label("Название рецепта")).to_have_value(RULE)
    expect(page.get_by_label("Для всего листа: Источник")).to_have_value(SOURCE)
    assert not (site.store / saved_recipes.FOLDER).exists()
    page.get_by_role("button", name="Прочитать по этому рецепту").click()
    expect(page.get_by_role("heading", name="Что изменится")).to_be_visible()
    visiting.settle(page)
    assert [rule.name for rule in saved_recipes.saved(site.store)] == [RULE]
    page.get_by_role("button", name="Убрать").click()
    expect(page.get_by_role("heading", name="Что изменится")).to_have_count(0)


def test_who_turns_back_at_the_provider_finds_his_files_too(page, site):
    visit(page, site, "import_data")
    bringing.upload(page, {"школы": schools()})
    sidebar(page).get_by_role("button", name="Войти").click()
    page.get_by_role("button", name="Deny").click()
    page.wait_for_url(re.compile(f"/{provider.BELOW}"))
    expect(page.get_by_text("Уже здесь: школы.xlsx")).to_be_visible()
    expect(sidebar(page).get_by_role("button", name="Войти")).to_be_visible()
    visiting.settle(page)
    assert "import_data?" in page.url


@pytest.mark.parametrize(
    ("address", "role", "why"),
    [
        (READER, "читатель", "не названы среди редакторов"),
        (STRANGER, "видит только итоги", "не названы среди редакторов"),
        (MUNICIPAL, "читатель муниципалитета", "не названы среди редакторов"),
        (UNVERIFIED, "видит только итоги", "не подтвердила ваш адрес"),
    ],
)
def test_who_is_no_editor_has_his_role_and_may_not_publish(page, site, address, role, why):
    before = versions(site)
    visit(page, site, "import_data")
    sign_in(page, address)
    signed_in_as(page, address, role)
    bringing.upload(page, {"школы": schools()})
    expect(page.get_by_text(why).first).to_be_visible()
    expect(page.get_by_role("button", name="Опубликовать")).to_have_count(0)
    assert versions(site) == before


def test_a_changed_file_of_roles_holds_at_the_next_click(page, site):
    visit(page, site, "versions")
    sign_in(page, READER)
    signed_in_as(page, READER, "читатель")
    for text, role in (
        (provider.ROLES.replace(f"{READER};reader", f"{READER};editor"), "редактор"),
        (provider.ROLES.replace(f"{READER};reader", f"{READER};ed"), "видит только итоги"),
        (provider.ROLES, "читатель"),
    ):
        site.roles.write_text(text, encoding="utf-8")
        for language in ("EN", "RU"):
            page.get_by_text(language, exact=True).click()
            visiting.settle(page)
        signed_in_as(page, READER, role)
    # Only the operator at his machine is told which row is wrong.
    expect(page.get_by_text(str(site.roles))).to_have_count(0)


def test_a_redirect_address_of_elsewhere_is_told_before_the_provider_is_asked(site, new_reader):
    page = new_reader(site.here)
    visit(page, site, "heatmap")
    wanted = f"{site.here}oauth2callback"
    expect(sidebar(page).get_by_text(f"а должно быть {wanted}")).to_be_visible()
    expect(page.get_by_role("button", name="Войти")).to_have_count(0)
    page.close()


def test_the_operator_is_told_which_row_of_the_roles_is_wrong(site, new_reader):
    page = new_reader(site.here)
    site.roles.write_text(provider.ROLES + "x;editor;\n", encoding="utf-8")
    try:
        visit(page, site, "heatmap")
        said = f"{site.roles}, строка 6: первая часть не похожа на адрес"
        expect(sidebar(page).get_by_text(said)).to_be_visible()
    finally:
        site.roles.write_text(provider.ROLES, encoding="utf-8")
    page.close()


def test_signing_in_comes_back_to_the_view_and_lets_an_editor_publish(page, site):
    visit(page, site, "heatmap", municipality="60704000", display="table")
    title, link = visiting.title(page), page.url
    sign_in(page, EDITOR)
    assert (visiting.title(page), page.url) == (title, link)
    signed_in_as(page, EDITOR, "редактор")

    sidebar(page).get_by_role("link", name="Загрузка данных").click()
    expect(page.get_by_text("Без входа публиковать")).to_have_count(0)
    visiting.settle(page)
    bringing.upload(page, {"школы": schools()})
    expect(page.get_by_label("Кто публикует")).to_be_disabled()
    page.get_by_label("Зачем").fill("Школы региона")
    page.get_by_role("button", name="Опубликовать").click()
    expect(page.get_by_text("Все страницы показывают её")).to_be_visible()
    published = history.history(site.store)[0].account
    assert (published.published_by, published.reason) == (EDITOR, "Школы региона")

    visit(page, site, "versions")
    expect(page.get_by_text(EDITOR).first).to_be_visible()
    link = page.url
    sidebar(page).get_by_role("button", name="Выйти").click()
    page.get_by_role("button", name="End session").click()
    page.wait_for_url(re.compile(f"/{provider.BELOW}"))
    expect(sidebar(page).get_by_role("button", name="Войти")).to_be_visible()
    visiting.settle(page)
    assert page.url == link
    page.get_by_text(BACK).click()
    expect(page.get_by_text("Без входа публиковать")).to_be_visible()
