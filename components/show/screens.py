"""Turn a story into what the browser has of it before the first key: a screen for each slide."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from components.base.i18n import Words
from components.base.load import kept
from components.base.markup import written
from components.show import room
from components.show.readable import Figure, readable
from components.slides import cell_texts, pictures
from components.slides.slide import Slide
from components.slides.story import Story

FIGURES, STORIES = 200, 20
"""How many are kept; a story of ten slides takes half a megabyte."""

Screen = dict[str, Any]


@kept(STORIES, lambda story, words: (story.fingerprint, words.language))
def screens(story: Story, words: Words) -> list[Screen]:
    """Give each slide as HTML, with its table, its notes and the way to its live page."""
    count = len(story.slides)
    return [
        {
            "html": _slide(slide, words("show.place", n=number, of=count), words),
            "rows": _rows(slide, words),
            "notes": written(
                "show/notes.html",
                title=words("show.notes"),
                comment=comment,
                notes=slide.notes,
                nothing=words("show.no_notes"),
            ),
            "finding": slide.finding,
            "said": words(
                "show.said", n=number, of=count, finding=slide.finding, detail=slide.detail
            ),
            "link": slide.link,
        }
        for number, (slide, comment) in enumerate(
            zip(story.slides, story.comments, strict=True), start=1
        )
    ]


def foot(slide: Slide) -> str:
    """Say whose and of when the numbers are: scope, source, version."""
    return " · ".join(filter(None, (slide.scope, slide.source, slide.version, slide.made_at)))


def figure(slide: Slide) -> Figure | None:
    """Draw a slide's figure for the screen, once for all who see it; None: it has none."""
    return _drawn(slide) if slide.spec is not None else None


@kept(FIGURES, lambda slide: slide.fingerprint)
def _drawn(slide: Slide) -> Figure:
    drawn, foot = pictures.figure_svg(slide), _whole_foot(slide)
    found = _fitted(slide, drawn, foot)
    # What says that labels are left out takes room too.
    return (
        _fitted(slide, drawn, f"{_left_out(found, slide.language)} {foot}")
        if found.left_out
        else found
    )


def _fitted(slide: Slide, drawn: str, foot: str) -> Figure:
    left = room.left_for_figure(slide.finding, slide.detail, foot)
    return readable(drawn, room.WIDTH, left)


def _left_out(figure: Figure, language: str) -> str:
    return Words(language)("show.labels_left_out", n=figure.left_out)


def _whole_foot(slide: Slide) -> str:
    return f"{foot(slide)} · {slide.demonstration}"


def _slide(slide: Slide, place: str, words: Words) -> Markup:
    drawn = figure(slide)
    headings, rows, left_out = ([], [], "") if drawn else _beginning(slide, words)
    if drawn and drawn.left_out:
        left_out = _left_out(drawn, words.language)
    return written(
        "show/slide.html",
        words={"slide": words("show.slide")},
        place=place,
        fingerprint=slide.fingerprint,
        finding=slide.finding,
        detail=slide.detail,
        figure=Markup(drawn.svg) if drawn else "",
        description=slide.description or slide.finding,
        headings=headings,
        rows=rows,
        left_out=left_out,
        about=foot(slide),
        demonstration=slide.demonstration,
    )


def _beginning(slide: Slide, words: Words) -> tuple[list[dict[str, Any]], Sequence[Any], str]:
    """Give of the table what has room, and say what has none."""
    headings, rows = _headings(slide), cell_texts.texts(slide)
    if not headings:
        return [], [], ""

    def said(part: room.Part) -> str:
        of = len(headings)
        return words(
            "show.rows_left_out", n=len(rows), shown=part.rows, columns=part.columns, of=of
        )

    whole = room.Part(len(headings), len(rows))
    foot_with_it = f"{said(whole)} {_whole_foot(slide)}"
    left = room.left_for_figure(slide.finding, slide.detail, foot_with_it)
    part = room.part([each["title"] for each in headings], rows, left)
    if part == whole:
        return headings, rows, ""
    shown = [row[: part.columns] for row in rows[: part.rows]]
    return headings[: part.columns], shown, said(part)


def _rows(slide: Slide, words: Words) -> Markup:
    return written(
        "show/rows.html",
        title=slide.finding,
        headings=_headings(slide),
        rows=cell_texts.texts(slide),
        nothing=words("show.no_rows"),
    )


def _headings(slide: Slide) -> list[dict[str, Any]]:
    return [
        {"title": title, "number": cell_texts.is_number(column)}
        for title, column in zip(cell_texts.headings(slide), slide.columns, strict=True)
    ]
