"""Frozen slides beside the current version give away no hidden group: somebody tries to find one.

He knows every sum of whole blocks that either version shows, and which results nobody corrected.
That is more than any page tells him. What he may see of the frozen story is asked of the product.
"""

import copy
import itertools
import shutil

import numpy as np
import pytest

from components.base.load import one_version
from components.base.rights import Right, reading_as
from components.show import frozen_story
from components.slides.slide import Slide
from data import store
from data.schema import region_setting
from data.stories import frozen, result_digests
from data.stories.frozen import Frozen
from tests.data import small_region

MINIMUM = 10
SMALL = 6
"""Pupils of a school that nobody may hear of alone."""

YEAR = small_region.YEARS[-1]
REGION = small_region.PLACES[0][:2]
HOME = small_region.PLACES[0]


def tables():
    """The small region with a school of few pupils in each municipality."""
    made = copy.deepcopy(small_region.tables())
    for n, place in enumerate(small_region.PLACES):
        bring(made, f"m{n}", place, n % 4)
    return made


def bring(made, name, place, below):
    made["school"].append(small_region.school(name, place))
    made["school_status"].append(small_region.status(name, YEAR, False))
    made["assessment_result"].append(small_region.result(name, YEAR, below, of=SMALL))


def corrected(made):
    row = next(row for row in made["assessment_result"] if row["school_id"] == "m0")
    row["below_threshold"] = str(int(row["below_threshold"]) + 1)


def one_more(made):
    bring(made, "late", HOME, 3)


def moved(made):
    row = next(row for row in made["school"] if row["school_id"] == "m0")
    row["oktmo"] = small_region.PLACES[1]


def stricter(made):
    numbers = {"region": REGION, "setting": "minimum_group", "value": "120", "source": "приказ"}
    made[region_setting.name] = [numbers]


def next_year(made):
    """Of the schools that were there in both years: others would join the panel of then."""
    rows = [row for row in made["assessment_result"] if row["school_id"].startswith("s")]
    later = [row for row in rows if row["year"] == str(YEAR)]
    made["assessment_result"] += [row | {"year": str(YEAR + 1)} for row in later]


CHANGES = (corrected, one_more, moved, next_year, stricter)
EVERYTHING = ("school", "school_status", "assessment_result", "training")


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    folder = tmp_path_factory.mktemp("frozen") / "store"
    version = small_region.published(folder, tables())
    slide = dict.fromkeys(Slide.__dataclass_fields__, "")
    empty = {"columns": (), "rows": (), "notes": (), "spec": None, "native": None}
    slide |= empty | {"page": "heatmap", "link": f"heatmap?region={REGION}", "language": "ru"}
    digests = result_digests.digests(version)
    about = ("Доклад", version.name, "2023-01-01", "координатор", (slide,), ("",), (True,))
    return folder, version, frozen.freeze(folder, Frozen(*about, digests))


def blocks(version):
    rows = store.fetch(version, result_digests.results())
    return rows[rows["measure"].eq("below") & rows["region"].eq(REGION)]


def found_out(versions):
    """Name the groups of fewer than MINIMUM pupils whose number follows from the versions' sums.

    An unknown is a school's number in a year, and another one where it is another number.
    """
    unknown, sums, sizes = {}, [], {}
    for rows in map(blocks, versions):
        named = ["school_id", "year", "grade", "subject", "results", "below"]
        rows = rows.assign(key=list(rows[named].itertuples(index=False, name=None)))
        for key, results in zip(rows["key"], rows["results"], strict=True):
            sizes[unknown.setdefault(key, len(unknown))] = int(results)
        for book in ("block_municipal", "block_regional"):
            for _, block in rows.groupby(["procedure", "year", book]):
                if block["results"].sum() >= MINIMUM:
                    sums.append([unknown[key] for key in block["key"]])
    weights = np.zeros((len(sums), len(unknown)))
    for place, members in enumerate(sums):
        weights[place, members] = 1
    small = [place for place, size in sizes.items() if size < MINIMUM]
    groups = [(place,) for place in small]
    groups += [pair for pair in itertools.combinations(small, 2) if _pupils(pair, sizes) < MINIMUM]
    changes = [pair for pair in itertools.combinations(small, 2) if _one_school(pair, unknown)]
    space = np.linalg.svd(weights, full_matrices=False)
    basis = space.Vh[space.S > 1e-9]
    return [
        *(group for group in groups if _follows(dict.fromkeys(group, 1), basis)),
        *((a, b) for a, b in changes if _follows({a: -1, b: 1}, basis)),
    ]


def _pupils(group, sizes):
    return sum(sizes[place] for place in group)


def _one_school(pair, unknown):
    keys = list(unknown)
    return keys[pair[0]][:4] == keys[pair[1]][:4]


def _follows(wanted, basis):
    """Whether a weighed sum of unknowns is a sum of those that are known."""
    vector = np.zeros(basis.shape[1])
    vector[list(wanted)] = list(wanted.values())
    return np.allclose(basis.T @ (basis @ vector), vector, atol=1e-7)


@pytest.fixture(scope="module")
def after(first):
    """The version after each change alone, in a store of its own with the frozen story."""
    made = {}
    for change in CHANGES:
        folder = first[0].with_name(change.__name__)
        shutil.copytree(first[0], folder)
        changed = tables()
        change(changed)
        made[change] = small_region.published(folder, changed, replaced=EVERYTHING)
    return made


def is_open(first, version, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(version.path.parent))
    with one_version(version), reading_as(Right()):
        return bool(frozen_story.opened(first[2]).story.slides)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_readers_see_of_both_gives_away_no_hidden_group(first, after, change, monkeypatch):
    now = after[change]
    seen = [now, first[1]] if is_open(first, now, monkeypatch) else [now]
    assert found_out(seen) == []


def test_the_attack_finds_what_slides_would_give_away_if_they_stayed_open(first, after):
    """Without that the test above would prove nothing."""
    assert found_out([first[1]]) == []
    given_away = {change.__name__ for change in CHANGES if found_out([first[1], after[change]])}
    assert {"corrected", "one_more"} <= given_away
    assert "next_year" not in given_away


def test_slides_stay_open_where_results_are_those_of_then(first, after, monkeypatch):
    """A story that closed with every new version would keep no word."""
    opened = {each.__name__ for each in CHANGES if is_open(first, after[each], monkeypatch)}
    assert "next_year" in opened and not opened & {"corrected", "one_more", "moved"}
