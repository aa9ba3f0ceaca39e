"""Say what each table of the page says as a slide: its finding, its figure, what may be drawn."""

from collections.abc import Callable
from functools import partial

from components.base.choices import setting
from components.base.load import keep
from components.base.theme import LIGHT
from components.charts import legend_row, sheet, stacks
from components.charts.legend_row import Item
from components.mentoring import cases, figures, network_figures, sentences
from components.mentoring.choice import MentoringView, figures_key
from components.mentoring.numbers import INDICATOR, numbers
from components.shell.page import Page
from components.slides import natives
from components.slides.told import Told
from queries.methods.pace import wanted


def told(page: Page[MentoringView], name: str, title: str) -> Told:
    """Give what a slide of a table says; a table without a figure of its own has its title."""
    return OWN.get(name, _plain)(page, title)


def headline(page: Page[MentoringView]) -> str:
    """Say the full count of the page, with its target."""
    n, words = numbers(page.view), page.words
    head = sentences.headline(n.covered, n.listed, n.day, words)
    aim = words("mentoring.target", share=words.percent(100 * n.aim, 0), day=words.day(n.due_day))
    return f"{head} · {aim}"


def road(page: Page[MentoringView]) -> str:
    """Say what is left and where the pace leads."""
    n = numbers(page.view)
    left = max(wanted(n.aim, n.listed) - n.covered, 0)
    return sentences.road(n.pace, left, n.day, n.due_day, page.words)


def _plain(page: Page[MentoringView], title: str) -> Told:
    return Told(title, headline(page), cards=(INDICATOR,))


def _months(page: Page[MentoringView], title: str) -> Told:
    words = page.words
    named = {key: words(f"mentoring.column_{key}") for key in ("covered", "schools")}
    return Told(
        headline(page),
        road(page),
        partial(keep, figures.road_spec, figures_key(page.view), "light"),
        words("mentoring.road_alt"),
        natives.columns("lines", "month", named, words("slides.schools"), most=1000),
        cards=(INDICATOR,),
    )


def _places(page: Page[MentoringView], title: str) -> Told:
    words, n = page.words, numbers(page.view)
    named = {key: words(f"mentoring.column_{key}") for key in ("covered", "schools")}
    legend = {part: words(f"mentoring.legend_{part}") for part in stacks.PARTS}
    drawn = n.covered < n.listed
    return Told(
        words("mentoring.gaps_title") if drawn and page.view.desk == "gap" else title,
        headline(page),
        partial(_with_legend, figures.gaps_spec, figures_key(page.view), legend) if drawn else None,
        words("mentoring.gaps_title"),
        natives.columns("bars", "municipality", named, words("slides.schools"), figures.GAPS),
        cards=(INDICATOR,),
    )


def _with_legend(
    draw: Callable[[MentoringView, str], sheet.Spec], view: MentoringView, named: dict[str, str]
) -> sheet.Spec:
    """Draw schools as cells with their legend; `named` are the parts."""
    drawn, hollow = keep(draw, view, "light"), ((LIGHT.background, LIGHT.border),)
    boxes = {"covered": ((LIGHT.purple[3], LIGHT.purple[3]),)}
    items = [
        Item(boxes.get(part, hollow), text, striped=part == "not_entitled")
        for part, text in named.items()
    ]
    return legend_row.below(drawn, items, LIGHT)


def _pairs(page: Page[MentoringView], title: str) -> Told:
    words, view = page.words, page.view
    one = bool(view.municipality or view.mentor)
    drawing = network_figures.arcs_spec if one else network_figures.crossing_spec
    return Told(
        title,
        headline(page),
        partial(keep, drawing, figures_key(view), "light"),
        words("mentoring.network_alt"),
        cards=(INDICATOR,),
    )


def _cases(page: Page[MentoringView], title: str) -> Told:
    words, found = page.words, cases.rows(page.view)
    named = {part: words(f"mentoring.supposed_{part}") for part in stacks.PARTS}
    drawn = natives.columns("bars", "name", named, words("slides.schools"))
    return Told(
        sentences.supposed(*cases.outcomes(page.view), words),
        words("mentoring.what_if_help", n=int(setting("mentor_places", page.view.region))),
        partial(_with_legend, cases.spec, cases.cases_key(page.view), named),
        title,
        lambda _: drawn(found),
        cards=(INDICATOR,),
    )


OWN: dict[str, Callable[[Page[MentoringView], str], Told]] = {
    "months": _months,
    "places": _places,
    "pairs": _pairs,
    "cases": _cases,
}
