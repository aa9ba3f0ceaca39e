"""Keep each question's SQL where readers and reviewers can see it change.

`pytest tests/queries/test_expected_sql.py --update-sql` rewrites the files; read the difference.
"""

import re
from pathlib import Path

import pytest
from duckdb_sqlalchemy import Dialect as DuckDB
from questions import QUESTIONS, statements
from sqlalchemy.dialects.postgresql import dialect as PostgreSQL  # noqa: N812

from queries.view import View

FOLDER = Path(__file__).parent / "expected_sql"
VIEWS = {
    "the whole region": View(region="60", year=2022, first_year=2017),
    "one municipality, urban schools, one cohort": View(
        region="60",
        year=2022,
        first_year=2017,
        municipality="60601000",
        schools="urban",
        cohort=2021,
        subject="mathematics",
    ),
}


def written(question):
    """Write the SQL of a question, the same for every view but once."""
    parts = {}
    for title, statement in statements(question, VIEWS).items():
        compiled = statement.compile(
            dialect=DuckDB(paramstyle="named"), compile_kwargs={"render_postcompile": True}
        )
        parts.setdefault(laid_out(str(compiled)), []).append(title)
    return "\n\n".join(
        (f"-- {'; '.join(titles)}\n" if titles != [""] else "") + text
        for text, titles in parts.items()
    )


def laid_out(sql):
    """Break lines at clauses and at the commas of lists, so that a difference is easy to read."""
    breaks = r" (?=(?:LEFT OUTER )?JOIN |GROUP BY |ORDER BY |HAVING )"
    lines = re.sub(rf"(?<! OUTER){breaks}", "\n", sql).strip().splitlines()
    return "\n".join(broken_at_commas(line.strip()) for line in lines) + "\n"


def broken_at_commas(line):
    parts, depth = [""], -line.startswith("(")
    for sign in line:
        depth += (sign == "(") - (sign == ")")
        parts[-1] += sign
        if sign == "," and depth <= 0:
            parts.append("    ")
    return "\n".join(part.rstrip() for part in parts).replace("     ", "    ").rstrip()


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_sql_of_a_question_is_the_one_kept(name, request):
    path, text = FOLDER / f"{name}.sql", written(QUESTIONS[name])
    if request.config.getoption("--update-sql"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.is_file(), "run with --update-sql and read the difference"
    assert path.read_text(encoding="utf-8") == text


def test_no_sql_is_kept_of_a_question_that_is_gone():
    assert {path.stem for path in FOLDER.iterdir()} == set(QUESTIONS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_can_be_written_for_postgresql(name):
    for statement in statements(QUESTIONS[name], VIEWS).values():
        assert str(statement.compile(dialect=PostgreSQL())).startswith(("SELECT", "WITH"))
