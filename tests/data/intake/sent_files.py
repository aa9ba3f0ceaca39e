"""Write tables the way people send them: workbooks of three kinds and texts of any dialect."""

import csv
import io
import zipfile
from datetime import date, datetime
from xml.sax.saxutils import escape

import xlsxwriter

from data.intake.received.places import shipped

REGISTER = shipped()


def xlsx(rows, merged=(), sheet="Данные"):
    """Write cells by their Python types, from A1; None leaves a cell out."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2022, 11, 17)})
        page = book.add_worksheet(sheet)
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    page.write_datetime(row, column, cell, day)
                elif isinstance(cell, str):
                    page.write_string(row, column, cell)
                elif cell is not None:
                    page.write(row, column, cell)
        for top, left, bottom, text in merged:
            page.merge_range(top, left, bottom, left, text)
    return written.getvalue()


def text(rows, delimiter=";", encoding="utf-8"):
    """Write a CSV of one dialect."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerows(
        [["" if cell is None else cell for cell in cells] for cells in rows]
    )
    return written.getvalue().encode(encoding)


def _ods_cell(cell):
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, str) and cell.startswith("<"):
        return cell
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell}"/>'
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    said = escape(str(cell))
    return (
        f'<table:table-cell office:value-type="string"><text:p>{said}</text:p></table:table-cell>'
    )


def _ods_row(cells):
    if isinstance(cells, str):
        return cells
    filled = "".join(map(_ods_cell, cells)) or _ods_cell(None)
    return f"<table:table-row>{filled}</table:table-row>"


def ods(rows, sheet="Данные", extra=()):
    """Write the least that is an ODS: its kind and its content; XML in a cell or row stays so."""
    lines = "".join(map(_ods_row, rows))
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    body = f'<table:table table:name="{sheet}">{lines}</table:table>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body>'
        f"<office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        "</manifest:manifest>"
    )
    files = {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content}
    return packed(files | dict(extra))


def packed(files):
    """Pack texts or bytes by name."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, stored)
    return written.getvalue()


def added(workbook, **files):
    """Add parts to a workbook already written; `__` in a name stands for `/`, `_dot_` for a dot."""
    more = {name.replace("__", "/").replace("_dot_", "."): said for name, said in files.items()}
    return packed(_parts(workbook) | more)


def _parts(workbook):
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def renamed(workbook, part, name):
    """Give a part another name, everywhere it is named."""
    old, new = part.removeprefix("xl/").encode(), name.removeprefix("xl/").encode()
    return packed(
        {
            name if its == part else its: content.replace(old, new)
            for its, content in _parts(workbook).items()
        }
    )


def rewritten(workbook, part, old, new):
    """Put other bytes into one part."""
    parts = _parts(workbook)
    return packed(parts | {part: parts[part].replace(old, new)})


def said(received, level=None):
    """Row, column and rule of each remark, of one level or of all."""
    return [(p.row, p.column, p.rule) for p in received.problems if level in (None, p.level)]


def rows_of(received, number=0):
    """Rows of one file received, as tuples in the declared order."""
    return [tuple(row.values()) for row in received.files[number].rows.to_pylist()]
