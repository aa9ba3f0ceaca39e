"""Decide what whoever asks may see and do: provably at this machine, signed in, or a stranger.

Who asks decides, not where the server listens: a proxy on the same machine makes every outsider
come from here, and a page of a foreign site can send a browser here under a name of its own.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st

from components.base.rights import NOTHING, Right
from components.shell import roles, sign_in_settings
from components.shell.roles import FaultyRolesError, Roles
from data.errors import ReaderError

HERE = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this machine that only a program on it can use for it."""

FORWARDED = ("forwarded", "via", "x-real-ip", "x-client-ip", "x-original-host", "x-scheme")
FORWARDED_AS = ("x-forwarded-", "cf-", "x-envoy-", "fly-")
"""Headers, and beginnings of headers, by which proxies say for whom they ask."""

UNVERIFIED = "MONITOR_UNVERIFIED_EMAIL"
"""Environment variable: "allowed" where the provider never says whether it verified an address."""

SMALL_UPLOAD = "MONITOR_UNSIGNED_UPLOAD_MB"
"""Environment variable: how much a reader without the right to write may bring, in megabytes."""

SMALL_UPLOAD_MB = 5


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
        host, origin = (self.headers.get(name, "") for name in ("host", "origin"))
        here = _host(f"//{host}") in HERE and _host(origin) in HERE
        # A page of another program on this machine has another port.
        return self.is_peer_here and not proxied and here and urlsplit(origin).netloc == host

    def is_signed_in(self) -> bool:
        """Tell whether the reader has signed in."""
        return bool(self.user.get("is_logged_in", False))

    def address(self) -> str:
        """Give the reader's e-mail address, nothing without one."""
        return str(self.user.get("email") or "").casefold()


@dataclass(frozen=True)
class Decision:
    """What the asker may, and why he may not write: a code of [access.*], empty if he may."""

    right: Right
    refusal: str = ""


def decided(
    asker: Asker, found: Roles | FaultyRolesError, unverified_too: bool = False
) -> Decision:
    """Decide what the asker may; `unverified_too`: an address that nobody vouches for has a role.

    An address that the provider says is not verified has none but that of everybody else.
    """
    if asker.is_local():
        return Decision(Right(writes=True))
    if isinstance(found, FaultyRolesError):
        return Decision(NOTHING, "roles_closed")
    if not asker.is_signed_in():
        return Decision(found.others, "not_signed_in")
    verified = asker.user.get("email_verified")
    if verified is not True and not (verified is None and unverified_too):
        return Decision(found.others, "not_verified")
    address = asker.address()
    right = found.named.get(address, found.others) if address else found.others
    return Decision(right, "" if right.writes else "not_an_editor")


def right() -> Right:
    """Give the right of whoever asks now."""
    return _decided().right


def refusal() -> str:
    """Give the reason why this reader may not write, as a code of [access.*]; empty: he may."""
    return _decided().refusal


def insist_on_writing() -> None:
    """Stop whoever may not write at this very moment; what a page offered does not count."""
    if _decided().refusal:
        raise ReaderError("no_right")


def upload_mb() -> int:
    """Give how many megabytes a reader without the right to write may bring in all."""
    allowed = os.environ.get(SMALL_UPLOAD, "")
    most = int(allowed) if allowed.isdecimal() and int(allowed) else SMALL_UPLOAD_MB
    return min(most, file_mb())


def file_mb() -> int:
    """Give how many megabytes any file may have."""
    return int(st.get_option("server.maxUploadSize"))


def name() -> str:
    """Name the signed-in reader by his address, so that the history need not ask."""
    asker = _asker()
    return asker.address() if asker.is_signed_in() else ""


def is_local() -> bool:
    """Tell whether whoever asks now provably sits at this machine."""
    return _asker().is_local()


def _decided() -> Decision:
    return decided(_asker(), roles.read(), os.environ.get(UNVERIFIED) == "allowed")


PROOF = "signed_in_by"
"""Where a session keeps the cookies by which its reader was signed in when it began."""


def _user() -> Mapping[str, object]:
    """Give what signing in told, if the connection of this very run brings its proof.

    Whoever takes up the session of another by its number brings another's cookies, or none.
    """
    cookies = st.context.cookies
    proof = {name: cookies[name] for name in cookies if name.startswith("_streamlit_user")}
    known = st.session_state.setdefault(PROOF, proof)
    return st.user.to_dict() if proof and proof == known else {}


def _asker() -> Asker:
    sent = st.context.headers
    # A header that came twice keeps both values, so that none can hide behind the other.
    headers = {name.casefold(): ", ".join(sent.get_all(name)) for name in sent}
    by_socket = str(st.get_option("server.address") or "").startswith("unix:")
    # Who signed in is told by a cookie that is only as good as the secret it is signed with.
    user = _user() if sign_in_settings.are_sound() else {}
    return Asker(st.context.ip_address is None and not by_socket, headers, user)


def _host(url: str) -> str:
    """Name the host of an origin; nothing of what is more than one, or none."""
    try:
        found = urlsplit(url)
    except ValueError:
        return ""
    more = found.path or found.query or found.fragment or "@" in url or "," in url
    return "" if more else found.hostname or ""
