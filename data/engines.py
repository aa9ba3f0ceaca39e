"""Make the engines of DuckDB files: all of them share what was once compiled.

SQLAlchemy keeps compiled statements by statement and dialect, and each engine has a dialect and a
cache of its own. A store has an engine for each version and draft, and all ask the same questions.
"""

from pathlib import Path
from typing import Any

from duckdb_sqlalchemy import Dialect
from sqlalchemy import URL, Engine, create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.util import LRUCache

COMPILED = LRUCache[Any, Any](1000)
"""What was compiled in this process; twice what one engine keeps of its own."""


class AlikeDialect(Dialect):
    """The dialect of DuckDB, equal to that of every other engine: they differ in files alone."""

    # SQLAlchemy takes the statement of the class itself only, and so it looks here.
    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> Any:
        """Give the driver; of a class without this of its own SQLAlchemy warns."""
        return super().import_dbapi()

    def __eq__(self, other: object) -> bool:
        return type(other) is AlikeDialect

    def __hash__(self) -> int:
        return hash(AlikeDialect)


registry.register("duckdb.alike", __name__, AlikeDialect.__name__)


def made(path: Path, **options: Any) -> Engine:
    """Make an engine of a file, with SQLAlchemy's own options; nothing is opened yet."""
    return create_engine(
        URL.create("duckdb+alike", database=str(path)),
        pool_reset_on_return=None,
        execution_options={"compiled_cache": COMPILED},
        **options,
    )
