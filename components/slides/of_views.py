"""Make the slides of a page's view without its page being open, for stories nobody clicked."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic

from components.base.pupils import seeing, seen
from components.shell import page
from components.shell.page import Page
from components.shell.view_bar import Options
from components.slides import made
from components.slides.slide import Slide
from components.slides.told import Message
from queries.view import V, View, of


@dataclass(frozen=True)
class Source(Generic[V]):
    """What the slides of one page are made from; a page's room has one as `slides.SOURCE`.

    `messages` gives what the page of a view says, nothing where it has nothing to say; the rest is
    what the page begins with.
    """

    name: str
    kind: type[V]
    bar: tuple[str, ...]
    messages: Callable[[Page[V]], tuple[Message, ...]]
    narrowed: Callable[[V], V] | None = None
    of_region: bool = False

    def begin(self, possible_here: Options[V] | None = None) -> Page[V]:
        """Begin the page itself: what it and its slides are of is told once."""
        return page.begin(
            self.name, self.kind, self.bar, self.narrowed, possible_here, self.of_region
        )


def slides(there: Page[Any], source: Source[Any], **chosen: object) -> tuple[Slide, ...]:
    """Give the slides of a page for the view that another page is of, `chosen` fields set.

    They have the numbers that everybody sees, in an editor's internal view too.
    """
    return tuple(by_name(there, source, **chosen).values())


def by_name(there: Page[Any], source: Source[Any], **chosen: object) -> dict[str, Slide]:
    """Give the same slides by their names among those of the page."""
    with seeing("whole_blocks" if seen() == "all" else seen()):
        here = _page(there, source, chosen)
        return {
            each.name: made.slide(here, each.offer, each.told) for each in source.messages(here)
        }


def named(there: Page[Any], source: Source[Any], name: str, **chosen: object) -> Slide | None:
    """Give one slide of a page by its name; None where the page cannot say it of the view."""
    with seeing("whole_blocks" if seen() == "all" else seen()):
        here = _page(there, source, chosen)
        found = [each for each in source.messages(here) if each.name == name]
        return made.slide(here, found[0].offer, found[0].told) if found else None


def _page(there: Page[Any], source: Source[Any], chosen: dict[str, object]) -> Page[Any]:
    """Turn a page into that of the source, as its own page would begin; nothing is drawn on it."""
    asked: View = replace(of(source.kind, there.view), **chosen)
    view = source.narrowed(asked) if source.narrowed else asked
    return replace(
        there,
        view=view,
        asked=asked,
        of_region=source.of_region,
        bar=source.bar,
        name=source.name,
    )
