"""Decide who may publish: whoever provably sits at this machine, or a signed-in editor.

Who asks decides, not where the server listens: a proxy on the same machine makes every outsider
come from here, and a page of a foreign site can send a browser here under a name of its own.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from components.base.rights import Right

HERE = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this machine that only a program on it can use for it."""

FORWARDED = ("forwarded", "via", "x-real-ip", "x-client-ip", "x-original-host", "x-scheme")
FORWARDED_AS = ("x-forwarded-", "cf-", "x-envoy-", "fly-")
"""Headers, and beginnings of headers, by which proxies say for whom they ask."""

EDITORS = "MONITOR_EDITORS"
"""Environment variable: addresses of the editors who may publish, split by commas."""

UNVERIFIED = "MONITOR_UNVERIFIED_EMAIL"
"""Environment variable: "allowed" where the provider never says whether it verified an address."""


@dataclass(frozen=True)
class Asker:
    """Who sends a request: the peer of the connection, its headers, and what signing in told."""

    is_peer_here: bool
    headers: Mapping[str, str]
    """By names in small letters."""
    user: Mapping[str, object]

    def is_local(self) -> bool:
        """Tell whether the request provably comes from a browser on this machine.

        The peer, the name asked for and the page that asks are all of this machine, and no proxy
        says that it asks for another.
        """
        proxied = any(name in FORWARDED or name.startswith(FORWARDED_AS) for name in self.headers)
        named = _host(f"//{self.headers.get('host', '')}"), _host(self.headers.get("origin", ""))
        return self.is_peer_here and not proxied and all(name in HERE for name in named)

    def is_signed_in(self) -> bool:
        """Tell whether the reader has signed in."""
        return bool(self.user.get("is_logged_in", False))

    def address(self) -> str:
        """Give the reader's e-mail address, nothing without one."""
        return str(self.user.get("email") or "").casefold()


def refusal() -> str:
    """Give the reason why this reader may not publish, as a code of [access.*]; empty: he may."""
    return decided(_asker(), _editors(), os.environ.get(UNVERIFIED) == "allowed")


def decided(asker: Asker, editors: set[str], unverified_too: bool = False) -> str:
    """Decide whether the asker may publish; `unverified_too`: an address that nobody vouches for.

    An address that the provider says is not verified is never an editor's.
    """
    if asker.is_local():
        return ""
    if not asker.is_signed_in():
        return "not_signed_in"
    verified = asker.user.get("email_verified")
    if verified is not True and not (verified is None and unverified_too):
        return "not_verified"
    return "" if asker.address() and asker.address() in editors else "not_an_editor"


def right() -> Right:
    """Give what this reader may see and do: every school."""
    return Right(writes=not refusal())


def name() -> str:
    """Name the signed-in reader by his address, so that the history need not ask."""
    asker = _asker()
    return asker.address() if asker.is_signed_in() else ""


def can_sign_in() -> bool:
    """Tell whether whoever runs the server has set up signing in (section [auth] of secrets)."""
    return Path(".streamlit/secrets.toml").is_file() and "auth" in st.secrets


def _asker() -> Asker:
    sent = st.context.headers
    # A header that came twice keeps both values, so that none can hide behind the other.
    headers = {name.casefold(): ", ".join(sent.get_all(name)) for name in sent}
    by_socket = str(st.get_option("server.address") or "").startswith("unix:")
    return Asker(st.context.ip_address is None and not by_socket, headers, st.user.to_dict())


def _host(url: str) -> str:
    """Name the host of an origin; nothing of what is more than one, or none."""
    try:
        found = urlsplit(url)
    except ValueError:
        return ""
    more = found.path or found.query or found.fragment or "@" in url or "," in url
    return "" if more else found.hostname or ""


def _editors() -> set[str]:
    listed = os.environ.get(EDITORS, "").split(",")
    return {address.strip().casefold() for address in listed if address.strip()}
