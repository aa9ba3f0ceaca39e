"""Decide whose rights an address answers with: a token's reader, this machine, or a stranger."""

import os

from starlette.requests import Request

from components.base.rights import Right
from components.scripts import tokens
from components.scripts.refusals import RefusedError
from components.shell import access, roles
from components.shell.access import Asker


def right(request: Request) -> Right:
    """Give the right of whoever asks, by the same decision as of the pages.

    A token makes its reader signed in, at this machine too; without one the answer is that of a
    page before signing in. Raises RefusedError("wrong_token") for a token that nobody was given.
    """
    headers = {
        name: ", ".join(request.headers.getlist(name)) for name in set(request.headers.keys())
    }
    authorization = headers.pop("authorization", None)
    unverified_too = os.environ.get(access.UNVERIFIED) == "allowed"
    if authorization is not None:
        user = _user(authorization)
        return access.decided(Asker(False, headers, user), roles.read(), unverified_too).right
    asker = Asker(_is_peer_here(request), _with_origin(headers), {})
    return access.decided(asker, roles.read(), unverified_too).right


def _user(authorization: str) -> dict[str, object]:
    scheme, _, token = authorization.partition(" ")
    address = tokens.owner(token.strip()) if scheme.casefold() == "bearer" else ""
    if not address:
        raise RefusedError("wrong_token")
    return {"is_logged_in": True, "email": address, "email_verified": True}


def _is_peer_here(request: Request) -> bool:
    return request.client is not None and request.client.host in access.HERE


def _with_origin(headers: dict[str, str]) -> dict[str, str]:
    """Take a program for its own origin: only browsers say one, and whose page makes them ask."""
    asked_by = headers.get("sec-fetch-site", "none")
    if "origin" in headers or asked_by not in ("none", "same-origin"):
        return headers
    return headers | {"origin": f"http://{headers.get('host', '')}"}
