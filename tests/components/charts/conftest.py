import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

GEO = Path(__file__).parents[3] / "data" / "facts" / "geo"
COLUMNS = ["oktmo", "name", "style", "text", "symbol"]


def urls(value: Any) -> list[str]:
    """Every address a browser would fetch for a spec: `url` keys and the schema's name."""
    if isinstance(value, dict):
        here = [str(value[key]) for key in ("url", "$schema", "href") if key in value]
        return here + [found for item in value.values() for found in urls(item)]
    if isinstance(value, list):
        return [found for item in value for found in urls(item)]
    return []


@pytest.fixture
def fetched():
    return urls


@pytest.fixture
def cells():
    """Make cells of one column, "IND-01", from (oktmo, name, style, text, symbol) rows."""

    def made(*rows: tuple, **same: Any) -> pd.DataFrame:
        frame = pd.DataFrame(rows, columns=COLUMNS)
        frame = frame.assign(
            row=range(len(frame)),
            column="IND-01",
            column_title="Ниже порога, математика",
            column_row=0,
            shade=0,
            muted=False,
            tooltip=frame["name"] + "\n" + frame["text"],
        )
        return frame.assign(**same)

    return made


@pytest.fixture
def every_style(cells):
    return cells(
        ("60601000", "Азовский район", "better", "12,1 %", "▲"),
        ("60602000", "Аксайский район", "worse", "48,0 %", "▼"),
        ("60605000", "Багаевский район", "same", "31,2 %", "●"),
        ("60606000", "Белокалитвинский район", "not_compared", "30,0 %", "○"),
        ("60607000", "Боковский район", "ramp", "2 из 3", ""),
        ("60608000", "Верхнедонской район", "no_schools", "нет школ", ""),
        ("60609000", "Веселовский район", "not_reported", "не отчитались", ""),
        ("60612000", "Волгодонской район", "no_data", "нет данных", "▨"),
        ("60613000", "Дубовский район", "suppressed", "скрыто", ""),
        ("60615000", "Егорлыкский район", "break", "перерыв", ""),
    )


@pytest.fixture
def rostov() -> dict[str, Any]:
    return json.loads((GEO / "60.geojson").read_text("utf-8"))


@pytest.fixture
def rostov_points(rostov) -> pd.DataFrame:
    """Middles of the shapes' bounds; towns are told by a code ending in 700 to 799."""
    rows = []
    for feature in rostov["features"]:
        oktmo, parts = feature["properties"]["oktmo"], feature["geometry"]["coordinates"]
        ring = parts[0] if feature["geometry"]["type"] == "Polygon" else parts[0][0]
        longitudes, latitudes = zip(*ring, strict=True)
        middle = (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
        rows.append((oktmo, *middle, *middle, "urban_okrug" if oktmo[2] == "7" else "district"))
    places = ["label_latitude", "label_longitude", "centre_latitude", "centre_longitude"]
    return pd.DataFrame(rows, columns=["oktmo", *places, "kind"])
