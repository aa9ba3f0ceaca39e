"""In what a municipality lags: full counts below the region, shares by verdict, silence apart."""

import pandas as pd

from components.base.i18n import Words
from components.heatmap import behind
from components.heatmap.numbers import Heat

RU = Words("ru")
HERE, REGION = "60000001", "60"
COLUMNS = ["oktmo", "row", "column", "indicator", "state", "share", "verdict", "text"]


def heat(*rows):
    found = pd.DataFrame(rows, columns=COLUMNS).assign(column_title=lambda f: "о " + f["column"])
    found = found.assign(name="Регион")
    return Heat(found.drop(columns=["text", "column_title"]), found)


def line(oktmo, code, share, text, verdict="not_compared", state="counted"):
    return oktmo, -1 if oktmo == REGION else 0, code, code, state, share, verdict, text


WHOLE = [
    line(REGION, "IND-03", 70.0, "7 из 10"),
    line(REGION, "IND-19", 10.0, "10 из 100"),
    line(REGION, "IND-07", 8.0, "8 %"),
    line(REGION, "IND-20", 50.0, "5 из 10"),
]


def said(*rows):
    return behind.said(heat(*WHOLE, *rows), HERE, RU)


def test_a_full_count_below_the_region_is_told_with_both_shares():
    assert said(line(HERE, "IND-03", 50.0, "1 из 2")) == (
        "Сделано меньше, чем в целом (Регион): "
        "о IND-03 — 50\N{NO-BREAK SPACE}% при 70\N{NO-BREAK SPACE}%."
    )


def test_a_share_of_pupils_lags_by_its_verdict_alone():
    assert "не видно" in said(line(HERE, "IND-07", 12.0, "12 %", "same"))
    assert "остальных школ: о IND-07 — 12 %" in said(line(HERE, "IND-07", 12.0, "12 %", "worse"))


def test_more_schools_in_need_are_no_lag():
    assert "не видно" in said(line(HERE, "IND-19", 30.0, "3 из 10"))


def test_silence_is_told_apart_and_is_no_lag():
    silent = line(HERE, "IND-20", float("nan"), "нет отчёта", state="not_reported")
    text = said(line(HERE, "IND-03", 100.0, "2 из 2"), silent)
    assert text.endswith("не видно. Не отчитался: о IND-20.")


def test_nothing_is_said_where_nothing_is_counted():
    silent = line(HERE, "IND-20", float("nan"), "нет данных", state="no_data")
    assert said(silent) is None
