"""What one engine has compiled is not compiled again by the next, and each reads its own file."""

import duckdb
import pytest
from duckdb_sqlalchemy import Dialect
from sqlalchemy import String, bindparam, column, select, table
from sqlalchemy.engine import Compiled

from data import engines, store


@pytest.fixture
def files(tmp_path):
    """Two files with one table each, named alike."""
    paths = [tmp_path / "first.duckdb", tmp_path / "second.duckdb"]
    for path in paths:
        with duckdb.connect(path) as driver:
            driver.execute("CREATE TABLE said AS SELECT ? AS word", [path.stem])
    return paths


def question(suffix=""):
    """Ask anew for the words that end so, as every page does."""
    word = column("word", String)
    return select(word).select_from(table("said", word)).where(word.endswith(suffix))


def asked(opened, statement):
    return store.fetch_arrow(opened, statement)["word"].to_pylist()


@pytest.fixture
def compiled(monkeypatch):
    """List the questions that SQLAlchemy compiles; an engine's first greeting is none."""
    began, told = Compiled.__init__, []

    def listening(self, dialect, statement, *rest, **more):
        if statement is not None:
            told.append(statement)
        began(self, dialect, statement, *rest, **more)

    monkeypatch.setattr(Compiled, "__init__", listening)
    return told


def test_engines_of_different_files_compile_a_question_once(files, compiled):
    engines.COMPILED.clear()
    first, second = map(engines.made, files)
    assert asked(first, question()) == ["first"]
    assert len(compiled) == 1
    assert asked(second, question()) == ["second"]
    assert len(compiled) == 1


def test_a_shared_question_has_the_parameters_of_its_own(files):
    first, second = map(engines.made, files)
    assert asked(first, question("st")) == ["first"] and asked(second, question("st")) == []
    assert asked(first, question("nd")) == [] and asked(second, question("nd")) == ["second"]


def test_lists_of_other_lengths_are_spelled_out_anew(files):
    word = column("word", String)
    among = (
        select(word)
        .select_from(table("said", word))
        .where(word.in_(bindparam("names", expanding=True)))
    )
    first, second = map(engines.made, files)
    for names in (["first"], ["first", "second", "third"], []):
        found = among.params(names=names)
        assert asked(first, found) == [name for name in names if name == "first"]
        assert asked(second, found) == [name for name in names if name == "second"]


def test_only_engines_of_this_module_are_alike(files):
    first, second = (engines.made(path).dialect for path in files)
    assert first == second and hash(first) == hash(second) and first is not second
    assert first != Dialect()
