"""Give the schools of a version other results with the very same sums of every block.

Whoever sees nothing but sums of whole blocks cannot tell the two versions apart; what differs
between them on a page or in a file is made of something else.
"""

import shutil

import duckdb
import numpy as np
import pandas as pd
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

from data import store

PROBLEM = ["region", "procedure", "year"]
KEYS = ["school_id", "year", "procedure", "grade", "subject"]


def written(path, whole):
    """Copy a version with other results, and give it with the share of results that changed."""
    shutil.copyfile(whole, path)
    with duckdb.connect(path) as connection:
        rows = connection.execute("FROM result_block WHERE measure = 'below'").df()
        found = pd.concat([_others(problem) for _, problem in rows.groupby(PROBLEM)])
        same = " AND ".join(f"t.{key} = found.{key}" for key in KEYS)
        connection.register("found", found)
        for table, results, below in (
            ("result_block", "results", "below"),
            ("assessment_result", "participants", "below_threshold"),
        ):
            connection.execute(
                f"UPDATE {table} t SET {results} = found.new_results, {below} = found.new_below "
                f"FROM found WHERE {same}"
            )
    changed = found["new_below"].ne(found["below"]) | found["new_results"].ne(found["results"])
    return store.Version(path.stem, path), changed.mean()


def _others(rows):
    """Draw other results and other numbers below them, as far away as chance and sums allow."""
    chance = np.random.default_rng(len(rows))
    results, below = rows["results"].to_numpy(), rows["below"].to_numpy()
    new = _drawn(rows, results, np.maximum(below, 1), 3 * results, chance)
    return rows.assign(new_results=new, new_below=_drawn(rows, below, 0 * new, new, chance))


def _drawn(rows, values, least, most, chance):
    """Draw whole numbers between limits that add up to the same in every block of both books."""
    one, other = (pd.factorize(rows[f"block_{book}"])[0] for book in ("municipal", "regional"))
    corners = np.concatenate([one, other + one.max() + 1])
    columns = np.tile(np.arange(len(rows)), 2)
    sums = coo_matrix((np.ones(len(corners)), (corners, columns))).tocsr()
    limits = np.column_stack([least, most])
    price = chance.normal(size=len(rows))
    found = linprog(price, A_eq=sums, b_eq=sums @ values, bounds=limits, method="highs-ds")
    whole = np.rint(found.x).astype(int)
    assert (sums @ whole == sums @ values).all()
    return whole
