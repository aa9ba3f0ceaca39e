"""Take pages off the wire for each year of their box: their figures, and all that was sent."""

import json
from dataclasses import dataclass, field

from tests.benchmarks.serving import Server
from tests.benchmarks.session import Session


@dataclass(frozen=True)
class Kind:
    """A figure of the dashboard: which page shows it under which link."""

    name: str
    page: str
    link: str


KINDS = (
    Kind("matrix", "heatmap", "display=matrix"),
    Kind("map", "heatmap", "display=map"),
    Kind("summary", "", ""),
)


@dataclass
class Recorded:
    """A page by the years of its box: charts as specs, and every delta as it was sent."""

    widget: str
    figures: dict[str, list[dict]] = field(default_factory=dict)
    deltas: dict[str, list[bytes]] = field(default_factory=dict)


async def record(dashboard: Server) -> dict[str, Recorded]:
    """Choose each year on each kind's page once; the dashboard then has them cached."""
    found: dict[str, Recorded] = {}
    async with Session(dashboard) as session:
        for kind in KINDS:
            await session.open(kind.page, f"language=ru&{kind.link}")
            page = found[kind.name] = Recorded(session.identity("bar_year"))
            for year in session.options("bar_year"):
                await session.choose("bar_year", year)
                charts = [_spec(chart) for chart in session.charts()]
                # Two years without data look the same, and a browser rightly draws nothing then.
                if charts not in page.figures.values():
                    page.figures[year] = charts
                page.deltas[year] = session.deltas
    return found


def _spec(chart: object) -> dict:
    """Put a chart as it was sent back into the form that Streamlit takes."""
    spec = json.loads(chart.spec)
    rows = {each.name: each.data.data for each in chart.datasets}
    return spec | {"datasets": spec.get("datasets", {}) | rows}
