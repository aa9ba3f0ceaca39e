"""Files that would break or cheat a reader: one Problem, cheap, and no memory beyond limits."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from effort import effort
from sent_files import REGISTER, added, ods, packed, said, text, xlsx

from data.intake.received import limits, workbooks
from data.intake.received.receive import receive
from tests.patience import HANG_SECONDS

HEADER = ["Код школы", "Год", "Всего педагогов", "Обучено"]
SOUND = xlsx([HEADER, ["a", 2021, 20, 5]])
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" TargetMode="External" Target="file:///a.xlsx" Type="http://x/{}"/>'
    "</Relationships>"
)
BINARY = bytes(range(1, 256)) * 10
MOST = 20
"""How many small sound workbooks a hostile file may cost."""

HOSTILE = {
    "nothing.csv": (b"", "empty_file"),
    "spaces.csv": (b" \n;;\n", "empty_file"),
    "nothing.xlsx": (xlsx([]), "empty_file"),
    "macros.xlsx": (added(SOUND, xl__vbaProject_dot_bin=b"x"), "macros"),
    "macros.xlsm": (SOUND, "macros"),
    "macros.ods": (ods([HEADER], extra={"Basic/Standard/Module1.xml": b"x"}), "macros"),
    "scripts.ods": (ods([HEADER], extra={"Scripts/python/a.py": b"x"}), "macros"),
    "macros.xls": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le"),
        "macros",
    ),
    "links.xlsx": (added(SOUND, xl__externalLinks__externalLink1_dot_xml=b"x"), "external_links"),
    "relation.xlsx": (
        added(SOUND, xl__worksheets___rels__sheet1_dot_xml_dot_rels=RELATION.format("oleObject")),
        "external_links",
    ),
    "page.xls": ("<html><table><tr><td>Год</td></tr></table></html>".encode(), "web_page"),
    "page.xlsx": (b"\xef\xbb\xbf\n<!DOCTYPE html>", "web_page"),
    "plain.xls": (text([HEADER, ["a", "2021", "20", "5"]]), "not_a_workbook"),
    "plain.xlsx": (text([HEADER]), "not_a_workbook"),
    "letter.xlsx": (packed({"word/document.xml": b"x"}), "not_a_table"),
    "picture.csv": (BINARY, "not_a_table"),
    "zeros.csv": (text([HEADER]) + b"a\x00;2021;20;5\n", "not_a_table"),
    "cut.xlsx": (SOUND[: len(SOUND) // 2], "damaged_workbook"),
    "head.xlsx": (SOUND[:40], "damaged_workbook"),
    "empty_book.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 5000, "damaged_workbook"),
    "wrong_part.xlsx": (
        added(SOUND, xl__worksheets__sheet1_dot_xml=b"<worksheet><sheetData><row r='x'><c r='?'"),
        "damaged_workbook",
    ),
    "wide.xlsx": (xlsx([[None] * 600 + ["x"]]), "too_many_columns"),
    "line.csv": (b"x" * 5_000_000, "endless_line"),
    "cells.csv": (b"x;" * 3_000_000, "endless_line"),
    "long_cell.csv": (
        text([HEADER, ["a" * 40_000, "2021", "20", "5"]]),
        "cell_too_long",
    ),
    "endless_quote.csv": (text([HEADER]) + b'"a\n' + b"b;2021;20;5\n" * 50_000, "unreadable"),
}


@pytest.fixture(scope="module")
def usual():
    """What a small sound workbook costs."""
    return effort(lambda: receive("a.xlsx", SOUND, REGISTER))[1]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_problem_at_once(name, usual):
    content, rule = HOSTILE[name]
    received, spent = effort(lambda: receive(name, content, REGISTER))
    assert spent < MOST * usual
    assert [(p.rule, p.level) for p in received.problems if p.level != "note"] == [(rule, "stop")]
    assert received.unknown == []


def test_a_link_that_a_reader_may_follow_is_no_danger():
    linked = added(
        SOUND, xl__worksheets___rels__sheet1_dot_xml_dot_rels=RELATION.format("hyperlink")
    )
    assert said(receive("a.xlsx", linked, REGISTER), "stop") == []


@pytest.mark.parametrize("place", range(0, len(SOUND), len(SOUND) // 60))
def test_a_workbook_with_a_broken_byte_is_read_or_refused(place):
    broken = SOUND[:place] + bytes([SOUND[place] ^ 0xFF]) + SOUND[place + 1 :]
    received = receive("a.xlsx", broken, REGISTER)
    assert received.files or received.unknown or received.problems


MEASURED = """
import io, json, resource, struct, sys, zipfile
from effort import effort
from sent_files import REGISTER, added, ods, packed, xlsx
from data.intake.received.receive import receive

def lying(content, name):
    '''Write a small size of a member into the archive's directory and its own header.'''
    at = content.index(b"PK\\x01\\x02")
    while content[at + 46 : at + 46 + len(name)] != name:
        at = content.index(b"PK\\x01\\x02", at + 4)
    out = bytearray(content)
    out[at + 24 : at + 28] = struct.pack("<I", 100)
    start = struct.unpack_from("<I", out, at + 42)[0]
    out[start + 22 : start + 26] = struct.pack("<I", 100)
    return bytes(out)

def sheet(cells):
    rows = "".join(f'<row r="{r}"><c r="{c}{r}"><v>1</v></c></row>' for c, r in cells)
    top = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return f"{top}<sheetData>{rows}</sheetData></worksheet>"

def repeated():
    '''An ODS whose one row of one cell says that it stands there a million times, times 500.'''
    with zipfile.ZipFile(io.BytesIO(ods([["a"]]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["content.xml"] = parts["content.xml"].replace(
        b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1000000">'
    ).replace(b"<table:table-cell ", b'<table:table-cell table:number-columns-repeated="499" ')
    return packed(parts)

def shared(text):
    '''An ODS of one failed cell with a long text, repeated a hundred times each way.'''
    cell = (
        '<table:table-cell table:number-columns-repeated="100" office:value-type="string"'
        f' office:string-value=""><text:p>{text}</text:p></table:table-cell>'
    )
    return ods([f'<table:table-row table:number-rows-repeated="100">{cell}</table:table-row>'])

def cases():
    yield "sound", xlsx([["a"]])
    yield "shared", shared("#" + "a" * 100_000)
    yield "shared error", shared("#" + "a" * 100_000 + "!")
    bomb = added(xlsx([["a"]]), xl__worksheets__sheet1_dot_xml=b" " * 430_000_000)
    yield "bomb", bomb
    yield "lying", lying(bomb, b"xl/worksheets/sheet1.xml")
    two_cells = sheet([("A", 1), ("XFD", 1048576)])
    yield "vast", added(xlsx([["a"]]), xl__worksheets__sheet1_dot_xml=two_cells)
    yield "repeated", repeated()
    yield "zeros", bytes(200_000_000)

def peak(who):
    return resource.getrusage(who).ru_maxrss * 1024

# What is loaded once is no cost of a file.
receive("sound", xlsx([["a"]]), REGISTER)
for name, content in cases():
    before = peak(resource.RUSAGE_SELF)
    received, spent = effort(lambda: receive(name, content, REGISTER))
    grown = peak(resource.RUSAGE_SELF) - before
    rules = [problem.rule for problem in received.problems]
    print(json.dumps([name, rules, spent, grown, peak(resource.RUSAGE_CHILDREN)]))
"""


def test_what_unpacks_without_end_takes_neither_time_nor_memory():
    here = str(Path(__file__).parents[1])
    code = f"import sys; sys.path[:0] = [{here!r}, '.']\n{MEASURED}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = {line[0]: line[1:] for line in map(json.loads, done.stdout.splitlines())}
    _, usual, *_ = found.pop("sound")
    assert {name: rules for name, (rules, *_) in found.items()} == {
        "shared": ["empty_file"],
        "shared error": ["empty_file"],
        "bomb": ["unpacks_too_large"],
        "lying": ["unpacks_too_large"],
        "vast": ["damaged_workbook"],
        "repeated": ["damaged_workbook"],
        "zeros": ["file_too_large"],
    }
    for name, (_, spent, grown, children) in found.items():
        assert spent < MOST * usual, name
        assert grown < 50 * limits.MEGABYTE, name
        assert children < limits.WORKBOOK_MEMORY, name


@pytest.fixture
def ended(monkeypatch):
    """The codes with which the processes of workbooks end, from now on."""
    codes, real = [], subprocess.Popen.wait
    monkeypatch.setattr(
        subprocess.Popen, "wait", lambda self, *a: codes.append(real(self, *a)) or codes[-1]
    )
    return codes


def test_a_workbook_that_tells_too_much_is_left_off_at_its_sheet(monkeypatch, ended):
    """What its process says is counted, in lines or without an end of one, and it is ended."""
    rows = xlsx([[f"{number} {'я' * 50}" for number in range(row, row + 20)] for row in range(500)])
    for most in (100_000, 3_000):
        monkeypatch.setattr(limits, "WORKBOOK_OUTPUT", most)
        found, problems = workbooks.sheets(rows)
        assert found == []
        assert [(p.row, p.sheet, p.rule, p.level) for p in problems] == [
            (0, "Данные", "unpacks_too_large", "stop")
        ]
    assert len(ended) == 2 and set(ended) == {-signal.SIGKILL}


def test_a_process_that_dies_before_it_has_the_file_is_a_damaged_workbook(monkeypatch):
    monkeypatch.setattr(limits, "WORKBOOK_MEMORY", 1)
    found, problems = workbooks.sheets(SOUND + bytes(1_000_000))
    assert (found, [p.rule for p in problems]) == ([], ["damaged_workbook"])


def test_a_process_that_takes_too_long_is_ended_even_before_it_takes_the_file(
    monkeypatch, tmp_path, ended
):
    stuck = tmp_path / "stuck"
    stuck.write_text(f"#!/bin/sh\nexec sleep {HANG_SECONDS}\n")
    stuck.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(stuck))
    monkeypatch.setattr(limits, "WORKBOOK_SECONDS", 0.3)
    found, problems = workbooks.sheets(SOUND + bytes(1_000_000))
    assert (found, [p.rule for p in problems]) == ([], ["damaged_workbook"])
    assert ended == [-signal.SIGKILL]
