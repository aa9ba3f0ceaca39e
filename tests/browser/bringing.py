"""Bring files to the page of own data as a person does, and say who publishes and why."""

from playwright.sync_api import Page, expect

from tests.browser import visiting

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def give(page: Page, files: dict[str, bytes]) -> None:
    """Put workbooks into the place for files, and wait until they are read."""
    given = [{"name": f"{n}.xlsx", "mimeType": XLSX, "buffer": c} for n, c in files.items()]
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(given)
    for name in files:
        expect(page.get_by_text(f"{name}.xlsx").first).to_be_visible()
    visiting.settle(page)


def upload(page: Page, files: dict[str, bytes]) -> None:
    """Give workbooks and wait until what is to be said of them is shown."""
    give(page, files)
    expect(page.get_by_role("heading", name="Замечания")).to_be_visible()
    visiting.settle(page)


def choose(page: Page, label: str, option: str) -> None:
    """Choose in a list by its label; of a long one only what is looked for is drawn."""
    page.get_by_label(label).click()
    page.keyboard.type(option)
    page.get_by_role("option", name=option, exact=True).click()
    visiting.settle(page)


def write(page: Page, label: str, text: str) -> None:
    """Write into a field and leave it."""
    page.get_by_label(label).fill(text)
    page.get_by_label(label).press("Tab")
    visiting.settle(page)


def publish(page: Page, who: str, why: str) -> None:
    """Say who and why, and publish."""
    page.get_by_label("Кто публикует").fill(who)
    page.get_by_label("Зачем").fill(why)
    page.get_by_role("button", name="Опубликовать").click()
    expect(page.get_by_text("Все страницы показывают её")).to_be_visible()
