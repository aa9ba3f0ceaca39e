"""Say what every region's story is made of: need, help, pace, effect, road maps, decisions."""

from urllib.parse import urlencode

from data.stories.drafts import Part
from queries.view import ALL, View

PARTS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("overview", "need", {}),
    ("low_performing", "flow", {}),
    ("overview", "mentored_by_year", {}),
    ("mentoring", "road", {}),
    ("mentoring", "gaps", {"desk": "coverage"}),
    ("dynamics", "three", {}),
    ("dynamics", "panel", {"panel": "fixed"}),
    ("roadmaps", "completion", {}),
    ("roadmaps", "workload", {}),
    ("recommendations", "decisions", {}),
    ("events", "attendance", {}),
)
"""Pages, names of their slides, and what of the view they need to be told; a page that has nothing
to say of a region has no slide there."""


def parts(view: View) -> tuple[Part, ...]:
    """Name the slides of the story of a view's region, place and year."""
    shared = {"region": view.region, "year": str(view.year)}
    if view.municipality != ALL:
        shared["municipality"] = view.municipality
    return tuple(Part(f"{page}?{urlencode(shared | own)}", name) for page, name, own in PARTS)
