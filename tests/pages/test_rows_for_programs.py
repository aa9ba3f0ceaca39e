"""Programs get the rows of the pages' files, with their reader's rights and nobody else's.

A real server is asked over HTTP; what it answers is compared with the files that pages offer.
"""

import io
import json
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import unquote, urlencode

import duckdb
import pandas as pd
import pytest
from pyarrow import parquet

from components.base.i18n import Words
from components.scripts import tokens
from components.scripts.rows import PAGES
from components.shell.file_contents import TABLES
from data import store
from tests.browser.serving import serving
from tests.pages import letters
from tests.pages.municipal import SALSK
from tests.pages.test_files_that_leave import LOOKED_AT, lines
from tests.patience import HANG_SECONDS

pytestmark = pytest.mark.browser

RU, EN = Words("ru"), Words("en")
MUNICIPAL, ENDED = "token-of-a-municipal-reader", "token-of-one-who-left"
FROM_OUTSIDE = {"X-Forwarded-For": "203.0.113.9"}
VIEWS = {names: (page, link, set(names.split())) for names, (page, link) in LOOKED_AT.items()}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The files of roles and of tokens: whoever has no token sees totals alone."""
    folder = tmp_path_factory.mktemp("told")
    (folder / "roles.csv").write_text(
        f"email;role;municipalities\nsalsk@example.org;municipal;{SALSK}\n"
    )
    (folder / "tokens.csv").write_text(
        f"{tokens.HEAD}\n{tokens.fingerprint(MUNICIPAL)};Salsk@example.org\n"
        f"{tokens.fingerprint(ENDED)};left@example.org\n"
    )
    return folder


@pytest.fixture(scope="module")
def rows(built, told):
    """The address below which programs ask."""
    named = {"MONITOR_ROLES": str(told / "roles.csv"), "MONITOR_TOKENS": str(told / "tokens.csv")}
    with serving(built.folder, told / "log.txt", **named) as address:
        yield f"{address}/rows"


def ask(address, method="GET", **headers):
    """The status, the headers and the bytes of an answer, whatever the status is."""
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=HANG_SECONDS) as found:
            return found.status, found.headers, found.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


def link(**fields):
    return urlencode(fields)


def as_reader(token):
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize("names", VIEWS)
def test_an_address_gives_the_bytes_of_the_file_of_its_page(files, rows, names):
    page, of, _ = VIEWS[names]
    found = files(page, **of, language="ru")
    query = link(**of, language="ru")
    status, _, listed = ask(f"{rows}/{page}.json?{query}")
    tables = {table["table"]: table for table in json.loads(listed)["tables"]}
    assert status == 200 and set(tables) == set(found)
    for subject, by_ending in found.items():
        for ending in ("csv", "machine.csv"):
            status, headers, content = ask(f"{rows}/{tables[subject]['addresses'][ending]}")
            assert (status, content) == (200, by_ending[ending].content())
            assert f'filename="{by_ending[ending].name}"' in headers["Content-Disposition"]
        assert tables[subject]["count"] == len(lines(by_ending["csv"].content())) - 1


@pytest.mark.parametrize("page, subject", [("schools", "schools"), ("heatmap", "heatmap")])
def test_typed_forms_have_the_same_rows(rows, page, subject):
    query = link(region="60", language="ru")
    plain = pd.read_csv(
        io.BytesIO(ask(f"{rows}/{page}/{subject}.machine.csv?{query}")[2]), dtype=str
    )
    said = json.loads(ask(f"{rows}/{page}/{subject}.json?{query}")[2])
    content = ask(f"{rows}/{page}/{subject}.parquet?{query}")[2]
    table = parquet.read_table(io.BytesIO(content))
    keys = [column["key"] for column in said["columns"]]
    assert keys == table.column_names == list(plain.columns[:-3])
    assert said["count"] == len(said["rows"]) == table.num_rows == len(plain) > 50
    days = [column["key"] for column in said["columns"] if column["kind"] == "date"]
    typed = table.to_pylist()
    for row in typed:
        row.update({day: row[day] and row[day].isoformat() for day in days})
    assert typed == said["rows"]
    for column in said["columns"]:
        given = [row[column["key"]] for row in said["rows"]]
        written = [None if pd.isna(cell) else cell for cell in plain[column["key"]]]
        if column["kind"] in ("integer", "decimal", "percent"):
            written = [None if cell is None else float(cell) for cell in written]
        assert given == written
    assert said["version"] == json.loads(table.schema.metadata[b"monitor"])["version"]


def test_duckdb_reads_the_parquet(rows, tmp_path):
    (tmp_path / "schools.parquet").write_bytes(ask(f"{rows}/schools/schools.parquet")[2])
    said = json.loads(ask(f"{rows}/schools/schools.json")[2])
    found = duckdb.read_parquet(str(tmp_path / "schools.parquet"))
    assert found.aggregate("count(*), sum(pupils)").fetchone() == (
        said["count"],
        sum(row["pupils"] or 0 for row in said["rows"]),
    )


def test_a_municipal_reader_gets_only_his_own(files, rows, told, monkeypatch, tmp_path):
    (tmp_path / "roles.csv").write_text(f"email;role;municipalities\n*;municipal;{SALSK}\n")
    monkeypatch.setenv("MONITOR_ROLES", str(tmp_path / "roles.csv"))
    for page, subject in (("schools", "schools"), ("mentoring", "mentoring_gap")):
        by_page = files(page, region="60", language="ru")[subject]["machine.csv"].content()
        asked = f"{rows}/{page}/{subject}.machine.csv?{link(region='60', language='ru')}"
        status, _, content = ask(asked, **as_reader(MUNICIPAL))
        assert (status, content) == (200, by_page)
        assert 0 < content.count(b"\n") < ask(asked)[2].count(b"\n")
    mine = json.loads(ask(f"{rows}/schools/schools.json", **as_reader(MUNICIPAL))[2])
    every = json.loads(ask(f"{rows}/schools/schools.json")[2])
    places = {row["municipality"] for row in mine["rows"]}
    assert len(places) == 1 and mine["rights"] and not every["rights"]
    assert mine["rows"] == [row for row in every["rows"] if row["municipality"] in places]


@pytest.mark.parametrize(
    "headers",
    [
        FROM_OUTSIDE,
        {"Host": "monitor.example.org"},
        {"Origin": "https://foreign.example"},
        {"Sec_Fetch_Site": "cross-site"},
        as_reader(ENDED),
    ],
)
def test_whoever_has_no_right_sees_no_school(rows, headers):
    status, _, content = ask(f"{rows}/schools/schools.json", **headers)
    assert (status, json.loads(content).get("rows", [])) in ((200, []), (404, []))
    assert b"60-0" not in content


@pytest.mark.parametrize("given", ["Bearer nothing", "Bearer ", "Basic dG9rZW4=", MUNICIPAL])
def test_a_wrong_token_opens_nothing_even_here(rows, given):
    status, headers, content = ask(f"{rows}/schools/schools.csv", Authorization=given)
    assert status == 401 and headers["WWW-Authenticate"] == "Bearer"
    assert json.loads(content)["text"] == RU("scripts.wrong_token")


def test_a_token_ends_when_its_row_is_taken_out(rows, told):
    file = told / "tokens.csv"
    whole = file.read_text()
    try:
        file.write_text(whole.rsplit(tokens.fingerprint(ENDED))[0])
        assert ask(f"{rows}/schools.json", **as_reader(ENDED))[0] == 401
        assert ask(f"{rows}/schools.json", **as_reader(MUNICIPAL))[0] == 200
        file.write_text(whole + "no row\n")
        assert ask(f"{rows}/schools.json", **as_reader(MUNICIPAL))[0] == 401
    finally:
        file.write_text(whole)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("", "no_address"),
        ("nowhere.json", "no_address"),
        ("versions/versions.csv", "no_address"),
        ("schools/schools.docx", "no_address"),
        ("schools/schools", "no_address"),
        ("schools/schools.csv/more", "no_address"),
        ("../data/schema/schema.csv", "no_address"),
        ("schools/heatmap.csv", "not_offered"),
    ],
)
def test_an_unknown_address_is_told_in_the_language_of_its_reader(rows, names, path, code):
    for words in (RU, EN):
        status, _, content = ask(f"{rows}/{path}", Accept_Language=words.language)
        said = json.loads(content)
        assert (status, said["error"], said["text"]) == (
            404,
            code,
            words(f"scripts.{code}", described="rows/openapi.json"),
        )


def test_choices_that_fall_are_told_as_on_the_page(rows, open_page):
    fallen = {"year": "1999", "region": "60", "language": "ru"}
    warned = [warning.value for warning in open_page("heatmap", **fallen).warning]
    _, headers, content = ask(f"{rows}/heatmap/heatmap.json?{link(**fallen)}")
    assert json.loads(content)["notices"] == warned != []
    assert unquote(headers["X-Monitor-Notices"]).split("\n") == warned


def test_what_a_program_has_already_is_not_sent_again(rows):
    asked = f"{rows}/heatmap/heatmap.csv"
    _, first, content = ask(asked)
    status, again, nothing = ask(asked, If_None_Match=first["ETag"])
    assert (status, nothing, again["ETag"]) == (304, b"", first["ETag"])
    tags = {
        first["ETag"],
        ask(f"{asked}?year=2021")[1]["ETag"],
        ask(f"{asked}?language=en")[1]["ETag"],
        ask(asked, **as_reader(MUNICIPAL))[1]["ETag"],
    }
    assert len(tags) == 4
    status, head, nothing = ask(asked, "HEAD")
    assert (status, nothing, int(head["Content-Length"])) == (200, b"", len(content))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_is_written(rows, method):
    status, headers, content = ask(f"{rows}/heatmap/heatmap.csv", method)
    assert (status, headers["Allow"]) == (405, "GET, HEAD")
    assert json.loads(content)["text"] == RU("scripts.no_method")


def test_forty_programs_at_once_get_what_one_gets_each_of_his_own(rows):
    asked = [
        (f"{rows}/{page}?{link(region='60', year=year)}", headers)
        for page in ("schools/schools.csv", "heatmap/heatmap.json")
        for year in (2018, 2019, 2020, 2021, 2022)
        for headers in ({}, as_reader(MUNICIPAL))
    ] * 2
    with ThreadPoolExecutor(len(asked)) as programs:
        found = list(programs.map(lambda one: ask(one[0], **one[1])[::2], asked))
    assert len(found) == 40 and {status for status, _ in found} == {200}
    assert found[:20] == found[20:]
    assert found[:20] == [ask(address, **headers)[::2] for address, headers in asked[:20]]


def test_the_description_names_what_there_is(rows):
    status, _, content = ask(f"{rows}/openapi.json")
    said = json.loads(content)
    path = said["paths"]["/{page}/{table}.{form}"]["get"]
    values = {each["name"]: each["schema"].get("enum") for each in path["parameters"]}
    assert status == 200 and said["openapi"] == "3.1.0"
    assert (values["page"], values["table"]) == (PAGES, sorted(TABLES))
    assert {page for page, _ in LOOKED_AT.values()} == set(PAGES)
    for name, of in said["paths"].items():
        placed = [each["name"] for each in of["get"]["parameters"] if each["in"] == "path"]
        assert all(f"{{{each}}}" in name for each in placed)
        assert name.count("{") == len(placed)


def test_versions_are_listed(rows, built):
    (only,) = json.loads(ask(f"{rows}/versions.json")[2])["versions"]
    assert only["version"] == built.version.name == store.current().name
    assert only["current"] and only["opens"] and only["changed"] == {}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_is_said_is_in_one_language(rows, names, language):
    for path in ("nowhere.json", "schools/none.csv"):
        said = json.loads(ask(f"{rows}/{path}?language={language}")[2])["text"]
        assert letters.foreign(said.replace("rows/openapi.json", ""), language, names) == []
