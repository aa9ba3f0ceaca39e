"""Full counts and mean scores by cohort: what is offered, shown, hidden and written to files."""

from dataclasses import replace

import pytest

from components.base.i18n import Words
from components.dynamics import level_lines, levels, offer, rows, tables
from components.dynamics.choice import PARTS, DynamicsView
from components.dynamics.levels import kind, level

RU = Words("ru")
COUNT = DynamicsView("60", 2022, 2017, indicator="IND-03", value="share")
MEAN = DynamicsView("60", 2022, 2017, indicator="IND-07-EGE", value="mean")


@pytest.fixture(autouse=True)
def demonstration(own_store, built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))


def test_nobody_chose_the_default_indicator_until_it_was_chosen_here():
    assert offer.narrowed(replace(COUNT, value="")).indicator == "IND-07-VPR"
    assert offer.narrowed(COUNT).indicator == "IND-03"
    assert offer.narrowed(replace(COUNT, value="", indicator="IND-13")).indicator == "IND-13"


def test_full_counts_are_offered_after_the_shares_and_the_list_itself_is_not():
    offered = offer.possible(COUNT)["indicator"]
    assert offered[:3] == ("IND-07-VPR", "IND-07-OGE", "IND-07-EGE")
    assert set(offered[3:]) == {"IND-03", "IND-13", "IND-20"}
    assert offer.possible(replace(COUNT, region="75"))["indicator"][-2:] == ("IND-03", "IND-21")


def test_parts_that_need_shares_are_not_offered():
    for view in (COUNT, MEAN):
        offered = offer.possible(view)
        assert list(offered["part"].values()) == ["Таблица", "Методика"]
        assert offered["band"] == ("off",)
        found = offer.narrowed(replace(view, part="funnel", band="on", panel="fixed"))
        assert (found.part, found.band, found.panel) == ("places", "off", "open")
    assert offer.possible(replace(MEAN, value="share"))["part"] == PARTS


@pytest.mark.parametrize(
    "changes",
    [{"indicator": "IND-07-VPR"}, {"subject": "mathematics_base"}, {"indicator": "IND-13"}],
)
def test_a_mean_is_offered_only_where_there_are_mean_scores(changes):
    view = replace(MEAN, **changes)
    assert offer.possible(view)["value"] == ("share",)
    assert kind(offer.narrowed(view)) in ("shares", "counts")
    assert offer.possible(replace(MEAN, subject="russian"))["value"] == ("share", "mean")


def test_years_since_entry_need_a_cohort():
    assert offer.possible(replace(COUNT, region="65"))["since"] == ("calendar",)


def test_a_count_is_the_sum_of_its_parts():
    found = level(COUNT)
    assert (found.cohort, found.last, found.breaks) == (2021, 2022, ())
    own = found.rows[found.rows["entry_year"].eq(2021)].set_index("year")
    assert (own["share"] == 100 * own["numerator"] / own["denominator"]).all()
    part, whole = (int(own.loc[2022, name]) for name in ("numerator", "denominator"))
    assert level_lines.said(COUNT)[0].startswith(
        f"Когорта 2021: с наставником {part} из {whole} в 2022 году"
    )


def test_a_count_has_no_interval_and_says_n_of_n():
    found = level_lines.rows(replace(COUNT, band="on"), level(COUNT), RU)
    assert found["low"].isna().all() and found["high"].isna().all()
    for row in found.to_dict("records"):
        assert f": {row['numerator']} из {row['denominator']} (" in row["tooltip"].replace(
            "\xa0", ""
        )


def test_lines_since_entry_leave_the_other_schools_out():
    found = level_lines.rows(replace(MEAN, since="entry"), level(MEAN), RU)
    assert "reference" not in set(found["role"])
    assert (found["x"] == found["year"] - found["entry_year"]).all()
    assert "reference" in set(level_lines.rows(MEAN, level(MEAN), RU)["role"])


def test_a_mean_moves_from_the_year_the_cohort_was_chosen_by():
    found = level(replace(MEAN, cohort=2018))
    amount, years = levels.change(found)
    own = found.rows.set_index(["entry_year", "year"])["share"]
    assert years == (2017, 2022)
    assert amount == pytest.approx(own[2018, 2022] - own[2018, 2017])
    assert level(MEAN).breaks == (2020,)


@pytest.mark.parametrize(("cohort", "reason"), [(2017, "no_baseline"), (2022, "no_later_year")])
def test_a_mean_without_a_year_before_or_after_is_refused(cohort, reason):
    assert levels.change(level(replace(MEAN, cohort=cohort))) == (reason, None)


def test_without_a_cohort_a_count_speaks_of_the_others_and_a_mean_of_none():
    nobody = replace(COUNT, region="65", indicator="IND-13")
    assert level_lines.said(nobody)[0].startswith("Школы не в проекте: выполнено мероприятий")
    assert not any("Когорта" in text for text in level_lines.said(replace(MEAN, region="65")))


def test_small_groups_have_no_mean_and_no_point(region, tmp_path, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(tmp_path / "store"))
    few = {"A": ({2017: (9, 1), 2018: (50, 5)}, "60650000", (2017,))}
    many = {f"N{number}": ({2017: (90, 9), 2018: (90, 9)}, "60650000", ()) for number in range(3)}
    view = region(few | many, scores={"A": 40.0, "N0": 60.0, "N1": 62.0, "N2": 64.0})
    view = replace(view, indicator="IND-07-EGE", value="mean")
    found = level(view).rows.set_index(["entry_year", "year"])["mean_score"]
    assert found[2017, 2017] != found[2017, 2017]
    assert found[2017, 2018] == pytest.approx(40)
    assert found[0, 2018] == pytest.approx(62)
    points = level_lines.rows(view, level(view), RU)
    assert not (points["entry_year"].eq(2017) & points["year"].eq(2017)).any()
    assert RU("state.suppressed") in tables.html(view, "means")


@pytest.mark.parametrize(("view", "table"), [(COUNT, "counts"), (MEAN, "means")])
def test_the_table_twin_has_a_row_for_each_point(view, table):
    found = rows.rows(view, table)
    shown = level_lines.rows(view, level(view), RU)
    assert len(found) == len(level(view).rows) >= len(shown)
    assert found["group"].iloc[0] == "Когорта 2021"
    assert {key for key, _ in rows.COLUMNS[table]} <= set(found.columns)
    assert tables.html(view, table).count("<tr>") == len(found) + 1


def test_a_file_of_means_does_not_define_a_share():
    name, definition = tables._definitions(MEAN, RU)[0]
    assert name == "ЕГЭ: средний балл" and "ниже порога" not in definition
    assert "indicator" not in tables.MEAN_FILTERS
    assert "ниже порога" in tables._definitions(replace(MEAN, value="share"), RU)[0][1]
