"""The region's counts by year on the summary: each year once, each count under its own year."""

import pandas as pd
import pytest

from components.overview import years
from queries.view import View

ROSTOV = View("60", 2022, 2017)


@pytest.fixture
def drawn(built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    packed = years.spec(ROSTOV, ("IND-19", "IND-03"), "light")["datasets"]
    return {name: rows.to_pylist() for name, rows in packed.items()}


def test_each_year_of_any_indicator_has_one_title(drawn):
    titles = [title["text"] for title in drawn["titles"]]
    assert titles == ["2017", "2018", "2019", "2020", "2021", "2022"]


def test_a_count_stands_under_its_year(drawn):
    cells = pd.DataFrame(drawn["cells"])
    boxes = cells[cells["look"].ne("name")].sort_values("x")
    need, mentored = boxes[boxes["oktmo"].eq("IND-19")], boxes[boxes["oktmo"].eq("IND-03")]
    assert len(need) == 6 and need["text"].str.isdigit().all()
    assert mentored["x"].tolist() == need["x"].tolist()
    assert mentored["text"].tolist()[:2] == ["", ""]  # hatched, which the legend explains
    assert all("нет данных" in told for told in mentored["tooltip"].tolist()[:2])
    assert mentored["text"].tolist()[2:] == ["4 из 83", "4 из 83", "27 из 79", "57 из 80"]


def test_a_ramp_is_of_the_share_and_a_year_without_a_count_is_told(drawn):
    cells = pd.DataFrame(drawn["cells"]).set_index("oktmo")
    mentored = cells.loc[["IND-03"]].sort_values("x")["look"].tolist()[1:]
    assert mentored[:2] == ["no_data", "no_data"]
    assert mentored[2:] == ["ramp0", "ramp0", "ramp1", "ramp3"]
