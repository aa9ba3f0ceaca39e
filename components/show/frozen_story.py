"""Freeze a story for a talk, and read it as it was frozen, as far as its reader may see it.

Everybody sees what everybody saw: a slide that is the same for whoever sees no single school. Of
pupils' results it shows only those that the current version has unchanged, for numbers of two
versions together are not proved to hide what one hides; whoever may publish sees all.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from components.base.load import one_version
from components.base.pupils import seeing
from components.base.rights import NOTHING, reading_as, right
from components.shell import access
from components.shell.page import Page
from components.show import live
from components.show.live import Sources
from components.slides.slide import Column, Native, Series, Slide
from components.slides.story import Story
from data import store
from data.errors import ReaderError
from data.stories import frozen, result_digests
from data.stories.frozen import Frozen

WITHOUT_RESULTS = frozenset(
    {"mentoring", "roadmaps", "events", "recommendations", "project_year", "risks"}
)
"""Pages whose slides have no number made of pupils' results."""


@dataclass(frozen=True)
class Opened:
    """A frozen story as its reader sees it: how many slides are closed to him, and why."""

    story: Story
    told: Frozen
    of_schools: int = 0
    of_results: int = 0


def freeze(page: Page[Any], sources: Sources, story: Story, who: str) -> str:
    """Keep a story for good and give its id; whoever asks may write at this very moment.

    Raises ReaderError: no_right; story_of_versions where slides are of another version.
    """
    access.insist_on_writing()
    with one_version() as version:
        if {slide.version for slide in story.slides} != {version.name}:
            raise ReaderError("story_of_versions", version=version.name)
        told = Frozen(
            name=story.name,
            version=version.name,
            frozen_at=datetime.now(UTC).isoformat(timespec="seconds"),
            frozen_by=who,
            slides=tuple(asdict(slide) for slide in story.slides),
            comments=story.comments,
            open=tuple(_is_open(page, sources, slide) for slide in story.slides),
            results=result_digests.digests(version),
        )
    return frozen.freeze(store.folder(), told)


def opened(name: str) -> Opened:
    """Read a frozen story for this reader; raises ReaderError if it is not there, or damaged."""
    told = frozen.read(store.folder(), name)
    slides = _slides(told, name)
    shown, of_schools, of_results = [], 0, 0
    for slide, comment, is_open in zip(slides, told.comments, told.open, strict=True):
        if not (is_open or right().sees_all()):
            of_schools += 1
        elif not (right().writes or _is_unchanged(slide, told)):
            of_results += 1
        else:
            shown.append((slide, comment))
    story = Story(told.name, tuple(s for s, _ in shown), tuple(said for _, said in shown))
    return Opened(story, told, of_schools, of_results)


def _is_open(page: Page[Any], sources: Sources, slide: Slide) -> bool:
    """Tell whether whoever sees no single school is shown the very same slide."""
    with reading_as(NOTHING), seeing("whole_blocks"):
        return live.part_of(page, sources, slide) is not None


def _is_unchanged(slide: Slide, told: Frozen) -> bool:
    """Tell whether the numbers of pupils on a slide are those of the current version too."""
    if slide.page in WITHOUT_RESULTS:
        return True
    region = parse_qs(urlsplit(slide.link).query).get("region", [""])[0]
    return result_digests.same(told.results, result_digests.digests(store.current()), region)


def _slides(told: Frozen, name: str) -> list[Slide]:
    """Build the slides; ReaderError where what is sound as a file is no slide to this program."""
    try:
        return [_slide(said) for said in told.slides]
    except (TypeError, ValueError, KeyError) as error:
        raise ReaderError("damaged_frozen_story", file=name) from error


def _slide(said: Mapping[str, Any]) -> Slide:
    known = {each.name for each in fields(Slide)}
    native = said["native"]
    return Slide(
        **{
            **{key: value for key, value in said.items() if key in known},
            "columns": tuple(Column(**column) for column in said["columns"]),
            "rows": tuple(tuple(row) for row in said["rows"]),
            "notes": tuple(said["notes"]),
            "native": _native(native) if native else None,
        }
    )


def _native(said: Mapping[str, Any]) -> Native:
    series = tuple(Series(each["name"], tuple(each["values"])) for each in said["series"])
    categories, totals = tuple(said["categories"]), tuple(said["totals"])
    return Native(said["kind"], categories, series, said["unit"], totals)
