"""Describe the addresses for programs in OpenAPI 3.1, in the reader's language."""

from dataclasses import fields
from typing import Any

from components.base.i18n import Words
from components.scripts.forms import FORMS, JSON
from components.scripts.rows import PAGES
from components.shell.file_contents import TABLES
from components.shell.front_door import root
from components.shell.viewed_version import DATA
from data.program_version import PROGRAM_VERSION
from queries.view import View


def openapi(words: Words) -> dict[str, Any]:
    """Give the description: its paths, their parameters and what they answer."""
    page = _in_path("page", words("scripts.page"), PAGES)
    table = _in_path("table", words("scripts.table"), sorted(TABLES))
    form = _in_path("form", words("scripts.form"), list(FORMS))
    types = dict.fromkeys(form.mime.split(";")[0] for form in FORMS.values())
    view = _view(words)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": words("section.monitor"),
            "version": PROGRAM_VERSION,
            "description": words("scripts.about"),
        },
        "servers": [{"url": f"{root()}rows"}],
        "security": [{}, {"token": []}],
        "paths": {
            "/{page}/{table}.{form}": _get(
                "rows", words("scripts.rows"), [page, table, form, *view], list(types)
            ),
            "/{page}.json": _get("tables", words("scripts.tables"), [page, *view], [JSON]),
            "/versions.json": _get("versions", words("scripts.versions"), [], [JSON]),
        },
        "components": {
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": words("scripts.token"),
                }
            }
        },
    }


def _view(words: Words) -> list[dict[str, Any]]:
    """Give the parameters that the links of all pages share, and leave room for a page's own."""
    shared = [*(field.name for field in fields(View)), DATA]
    said = words("scripts.parameter")
    named = [
        {"name": name, "in": "query", "description": said, "schema": {"type": "string"}}
        for name in shared
    ]
    own = {
        "name": "own",
        "in": "query",
        "description": words("scripts.own_parameters"),
        "style": "form",
        "explode": True,
        "schema": {"type": "object", "additionalProperties": {"type": "string"}},
    }
    return [*named, own]


def _in_path(name: str, said: str, values: list[str]) -> dict[str, Any]:
    schema = {"type": "string", "enum": values}
    return {"name": name, "in": "path", "required": True, "description": said, "schema": schema}


def _get(
    name: str, said: str, parameters: list[dict[str, Any]], types: list[str]
) -> dict[str, Any]:
    schema: dict[str, Any]
    content = {kind: {"schema": {} if kind == JSON else {"type": "string"}} for kind in types}
    schema = {"type": "object", "required": ["error", "text"]}
    fault = {"content": {JSON: {"schema": schema}}}
    answers: dict[str, Any] = {"200": {"description": said, "content": content}}
    answers["304"] = {"description": "Not Modified"}
    for status in ("401", "404", "405", "500", "503"):
        answers[status] = {"description": f"HTTP {status}", **fault}
    return {
        "get": {
            "operationId": name,
            "summary": said,
            "parameters": parameters,
            "responses": answers,
        }
    }
