"""From the gap to a smaller one: pairs are proposed, accepted, checked, published and counted."""

import csv
import re

import pytest
from playwright.sync_api import expect

from data import store
from data.__main__ import main
from tests.browser import visiting
from tests.browser.serving import serving

pytestmark = pytest.mark.browser

AZOV, AKSAY = "60601000", "60602000"
WAITING = [f"60-N-{number}" for number in range(1, 6)]
STRONG = ["60-R-1", "60-R-2"]
YEAR = 2022


def rows():
    """Five schools on the list, the first of them mentored, and two resilient ones."""
    names = [*WAITING, *STRONG]
    yield (
        "school",
        [
            [n, AZOV if i % 2 else AKSAY, f"Школа {n}", "rural", 90, "real", ""]
            for i, n in enumerate(names)
        ],
    )
    flags = dict.fromkeys(WAITING, ("true", "true", "false", "true"))
    flags |= dict.fromkeys(STRONG, ("false", "true", "true", "false"))
    yield "school_status", [[name, YEAR, *flags[name]] for name in names]
    first = ["П-1", WAITING[0], STRONG[0], "school_school", "2022-03-01", "", "приказ 1"]
    yield "mentorship", [first]
    yield "mentor_offer", [[name, YEAR, 4, "false", ""] for name in STRONG]
    reported = [
        [oktmo, YEAR, part, "true"] for oktmo in (AZOV, AKSAY) for part in ("mentorship", "status")
    ]
    yield "municipal_report", reported


HEADERS = {
    "school": "school_id oktmo name locality pupils basis source",
    "school_status": "school_id year low_performing adverse_conditions resilient in_project",
    "mentorship": "mentorship_id mentee_id mentor_id form start_date end_date evidence",
    "mentor_offer": "school_id year capacity entitled ground",
    "municipal_report": "oktmo year subject reported",
}


@pytest.fixture(scope="module")
def region(built, tmp_path_factory, server_log):
    """A server over a region's own published data."""
    folder, brought = (
        tmp_path_factory.mktemp("mentoring") / "store",
        tmp_path_factory.mktemp("sent"),
    )
    folder.mkdir()
    for path in (built.version.path, built.folder / store.POINTER):
        (folder / path.name).write_bytes(path.read_bytes())
    for table, lines in rows():
        with (brought / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADERS[table].split(), *lines])
    files = [str(path) for path in sorted(brought.iterdir())]
    account = ["--by", "управление", "--why", "первая загрузка", "--acknowledge", "all"]
    assert main(["publish", *files, *account, "--store", str(folder)]) == 0
    with serving(folder, server_log) as address:
        yield address, folder


def test_three_accepted_pairs_make_coverage_grow_by_three(region, new_reader):
    address, folder = region
    before = store.current(folder).name
    page = new_reader(address)
    page.goto(f"{address}/mentoring?language=ru&region=60&year={YEAR}")
    visiting.settle(page)
    expect(page.get_by_text("1 из 5 школ с наставником").first).to_be_visible()
    expect(page.get_by_text("4 школы без наставника")).to_be_visible()

    page.get_by_text("Подбор пар", exact=True).click()
    visiting.settle(page)
    expect(page.get_by_text("Предложены 4 пары; школ без наставника — 4")).to_be_visible()
    for name in WAITING[1:4]:
        page.locator("[data-testid=stCheckbox] label").filter(has_text=f"Школа {name}").click()
        visiting.settle(page)
    expect(page.get_by_text("Приняты 3 пары: охват станет 4 из 5")).to_be_visible()
    expect(page.get_by_role("button", name="Файл для загрузки")).to_be_visible()
    page.get_by_role("button", name="Проверить и опубликовать").click()
    visiting.settle(page)
    expect(page.get_by_text("Уже здесь: ")).to_be_visible()
    expect(page.get_by_role("heading", name="Что изменится")).to_be_visible()
    expect(page.get_by_text("стоп", exact=True)).to_have_count(0)
    page.get_by_label("Кто публикует").fill("Управление образования")
    page.get_by_label("Зачем").fill("Принятые пары")
    page.get_by_role("button", name="Опубликовать").click()
    expect(page.get_by_text("Все страницы показывают её")).to_be_visible()
    assert store.current(folder).name != before

    page.goto(f"{address}/mentoring?language=ru&region=60&year={YEAR}")
    visiting.settle(page)
    expect(page.get_by_text("4 из 5 школ с наставником").first).to_be_visible()


def test_the_proposal_is_worked_by_the_keyboard_alone(region, new_reader):
    address, _ = region
    page = new_reader(address)
    page.goto(f"{address}/mentoring?language=ru&region=60&year={YEAR}&desk=proposal")
    visiting.settle(page)
    box = page.get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Space")
    visiting.settle(page)
    expect(page.get_by_text("Принята 1 пара: охват станет 5 из 5")).to_be_visible()
    slider = page.get_by_role("slider").first
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("weight_distance=4"))
