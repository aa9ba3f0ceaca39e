"""Read how signing in is set up, [auth] of the secrets, and say what is wrong with it.

Streamlit tells a wrong setting late and in English, or not at all: a provider sends the reader on
to the redirect address, whatever stands there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

KEYS = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
SHORTEST_SECRET = 16
CALLBACK = "/oauth2callback"
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class SettingsFault:
    """What is wrong with [auth]: a code of [sign_in.*] and what fills its text."""

    code: str
    details: dict[str, Any] = field(default_factory=dict)


def section() -> object:
    """Give the section as it stands; None where nobody has set signing in up."""
    try:
        return st.secrets.get("auth")
    except (StreamlitSecretNotFoundError, UnicodeDecodeError):
        return SettingsFault("unreadable") if any(map(_is_there, _files())) else None


def are_sound() -> bool:
    """Tell whether signing in is set up, and every key is as it must be."""
    found = section()
    return found is not None and keys_fault(found) is None


def keys_fault(found: object) -> SettingsFault | None:
    """Say which keys of the section are missing or cannot be right, wherever it is asked from."""
    if isinstance(found, SettingsFault):
        return found
    if not isinstance(found, Mapping):
        return SettingsFault("no_section")
    values = {key: found.get(key) for key in KEYS}
    missing = [key for key, value in values.items() if not isinstance(value, str) or not value]
    if missing:
        return SettingsFault("missing", {"keys": ", ".join(missing)})
    if len(str(values["cookie_secret"])) < SHORTEST_SECRET:
        return SettingsFault("short_secret", {"n": SHORTEST_SECRET})
    for key in ("redirect_uri", "server_metadata_url"):
        if _parts(str(values[key])) is None:
            return SettingsFault("no_address", {"key": key, "given": values[key]})
    return None


def address_fault(redirect: str, asked: str, page: str, sub_path: str) -> SettingsFault | None:
    """Say where the redirect address does not belong to the address of the page.

    `asked` is what stands in the browser for `page`, without its parameters; `sub_path` is where
    the program believes to be served.
    """
    here, there = _parts(asked), _parts(redirect)
    if here is None or there is None:
        return SettingsFault("no_address", {"key": "redirect_uri", "given": redirect})
    served = here.path.removesuffix("/").removesuffix(f"/{page}" if page else "").strip("/")
    if served != sub_path.strip("/"):
        return SettingsFault("sub_path", {"served": served, "given": sub_path.strip("/")})
    path = f"/{served}{CALLBACK}" if served else CALLBACK
    if _place(here) == _place(there) and (there.path, there.query) == (path, ""):
        return None
    wanted = f"{here.scheme}://{here.netloc}{path}"
    return SettingsFault("redirect", {"given": redirect, "wanted": wanted})


def fault(page: str) -> SettingsFault | None:
    """Say what keeps the reader of this page from signing in; None if nothing does."""
    found = section()
    wrong = keys_fault(found)
    if wrong or not isinstance(found, Mapping):
        return wrong
    redirect = found["redirect_uri"].replace("{port}", str(st.get_option("server.port")))
    sub_path = str(st.get_option("server.baseUrlPath") or "")
    return address_fault(redirect, st.context.url or "", page, sub_path)


def _parts(url: str) -> SplitResult | None:
    """Take an address of the web apart; None if it is none."""
    try:
        found = urlsplit(url.replace("{port}", "0"))
        _ = found.port  # raises where it is no number
    except ValueError:
        return None
    more = found.username or found.fragment
    return found if found.scheme in PORTS and found.hostname and not more else None


def _place(found: SplitResult) -> tuple[str, str | None, int]:
    return found.scheme, found.hostname, found.port or PORTS[found.scheme]


def _files() -> list[str]:
    return list(st.get_option("secrets.files"))


def _is_there(path: str) -> bool:
    return Path(path).exists()
