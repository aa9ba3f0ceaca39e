"""Name the type of a statement by what it is here: a SELECT of any columns.

SQLAlchemy's own type lists the types of the columns, which differ from question to question.
"""

from typing import Any

from sqlalchemy import Select

Statement = Select[*tuple[Any, ...]]
