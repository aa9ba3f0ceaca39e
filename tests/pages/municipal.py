"""A region in which the schools of all municipalities but one cannot be mistaken for others.

Names, identifiers, documents and numbers of pupils of those schools are marked; what is seen of
them, the bytes of pages and files tell.
"""

import io
import re
import shutil
import zipfile

import duckdb
from google.protobuf.message import Message

from data import store

SALSK, TAGANROG = "60650000", "60737000"
MARK = "QZX"
"""Stands in every identifier, name and document of a school outside of Salsk."""

PUPILS = 7_770_000
"""Pupils of such a school, at least."""

SCHOOLS = {
    "school": ("school_id",),
    "school_status": ("school_id",),
    "assessment_result": ("school_id",),
    "risk_profile": ("school_id",),
    "school_context": ("school_id",),
    "mentorship": ("mentee_id", "mentor_id"),
    "mentor_offer": ("school_id",),
    "mentor_strength": ("school_id",),
    "partnership": ("school_id",),
    "road_map_execution": ("school_id",),
    "training": ("school_id",),
    "recommendation_mark": ("school_id",),
    "school_document": ("school_id",),
    "school_decision": ("school_id",),
    "result_block": ("school_id",),
}
TEXTS = {
    "mentorship": ("mentee_id", "evidence"),
    "mentor_offer": ("school_id", "ground"),
    "partnership": ("school_id", "partner"),
    "road_map_execution": ("school_id", "evidence"),
    "recommendation_mark": ("school_id", "evidence"),
    "school_decision": ("school_id", "decision"),
}
"""What is told of a single school in words."""


def marked(path, whole):
    """Copy a version with every school outside of Salsk marked."""
    shutil.copyfile(whole, path)
    with duckdb.connect(path) as connection:
        connection.execute(
            f"CREATE TEMP TABLE others AS FROM school WHERE oktmo <> '{SALSK}' ORDER BY school_id"
        )
        for table, (school, text) in TEXTS.items():
            connection.execute(
                f"UPDATE {table} SET {text} = '{MARK}' || {school} || ' {text}' "
                f"WHERE {school} IN (SELECT school_id FROM others)"
            )
        connection.execute(
            f"UPDATE school SET name = '{MARK} school ' || school_id, pupils = {PUPILS} + rowid "
            "WHERE school_id IN (SELECT school_id FROM others)"
        )
        for table, columns in SCHOOLS.items():
            for column in columns:
                connection.execute(
                    f"UPDATE {table} SET {column} = '{MARK}' || {column} "
                    f"WHERE {column} IN (SELECT school_id FROM others)"
                )
    return store.Version(path.stem, path)


def partners(version):
    """The schools outside of Salsk that are in a pair with one of Salsk."""
    with duckdb.connect(version.path, read_only=True) as connection:
        rows = connection.execute(
            "SELECT unnest([mentee_id, mentor_id]) FROM mentorship "
            "JOIN school s ON s.school_id IN (mentee_id, mentor_id) "
            f"WHERE s.oktmo = '{SALSK}'"
        ).fetchall()
    return {school.removeprefix(MARK).encode() for (school,) in rows if school.startswith(MARK)}


SEEN = re.compile(MARK.encode() + rb"(?: school )?(\d\d-\d{4})?")
NUMBER = re.compile(rb"\b" + str(PUPILS)[:3].encode() + rb"\d{4}\b")


def foreign(sent, partners):
    """What of schools outside of Salsk is in some bytes, but for names of the partners given.

    A mark that no school's number follows is told too: a name that was cut is a name.
    """
    named = {match.group() for match in SEEN.finditer(sent) if match.group(1) not in partners}
    return sorted({*named, *NUMBER.findall(sent)})


def sent(app):
    """Every byte of a page's messages, texts of its frames included."""
    todo, parts = [app.sidebar, app.main], []
    while todo:
        node = todo.pop()
        if isinstance(proto := getattr(node, "proto", None), Message):
            parts.append(proto.SerializeToString())
        todo += getattr(node, "children", {}).values()
    return b"\n".join(parts)


def unpacked(content):
    """The bytes of a file; of a workbook or an archive, those of every file inside."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return b"\n".join(unpacked(file.read(name)) for name in file.namelist())


def code(name):
    """The number of the marked school of that name."""
    return SEEN.search(name.encode()).group(1).decode()
