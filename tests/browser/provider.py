"""A provider of sign-in on this machine, and a dashboard that trusts it, behind a proxy."""

import contextlib
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser import proxy
from tests.browser.serving import serving
from tests.patience import HANG_SECONDS

BELOW = "monitor/"
EDITOR, READER, STRANGER = "editor@example.org", "reader@example.org", "stranger@example.org"
MUNICIPAL, UNVERIFIED = "azov@example.org", "unverified@example.org"
USERS = {EDITOR: True, READER: True, STRANGER: True, MUNICIPAL: True, UNVERIFIED: False}
"""Addresses that the provider knows, and whether it vouches for them."""

ROLES = f"""email;role;municipalities
{EDITOR};editor;
{UNVERIFIED};editor;
{READER};reader;
{MUNICIPAL};municipal;60704000
"""
SECRETS = """
[auth]
redirect_uri = "{outside}/monitor/oauth2callback"
cookie_secret = "{cookie_secret}"
client_id = "monitor"
client_secret = "any will do"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""
COOKIE_SECRET = "a secret of the tests alone, long enough"


@dataclass(frozen=True)
class Site:
    """A dashboard: its own address, the proxy's, and the files that it reads."""

    here: str
    outside: str
    store: Path
    roles: Path


@contextlib.contextmanager
def site(folder: Path, store: Path, log: Path, **environment: str) -> Iterator[Site]:
    """Serve a dashboard with sign-in and roles under a path of a proxy."""
    if proxy.path() is None:
        pytest.fail(proxy.MISSING, pytrace=False)
    port, roles, secrets = proxy.free_port(), folder / "roles.csv", folder / "secrets.toml"
    outside = f"http://localhost:{port}"
    roles.write_text(ROLES, encoding="utf-8")
    with providing(folder / "provider.txt") as provider:
        said = SECRETS.format(outside=outside, provider=provider, cookie_secret=COOKIE_SECRET)
        secrets.write_text(said, encoding="utf-8")
        options = ("--secrets.files", str(secrets))
        environment |= {"MONITOR_ROLES": str(roles)}
        with (
            serving(store, log, *options, below=BELOW, **environment) as here,
            proxy.proxied(here, folder, port, BELOW),
        ):
            yield Site(f"{here}/{BELOW}", f"{outside}/{BELOW}", store, roles)


@contextlib.contextmanager
def providing(log: Path) -> Iterator[str]:
    """Give the address of a provider of sign-in that knows USERS."""
    port = proxy.free_port()
    claims = [{"sub": u, "email": u, "email_verified": verified} for u, verified in USERS.items()]
    users = [part for each in claims for part in ("--user-claims", json.dumps(each))]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *users]
    with log.open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=dict(os.environ))
    try:
        yield _answering(process, f"http://localhost:{port}", log)
    finally:
        process.terminate()
        process.wait()


def _answering(process: subprocess.Popen, address: str, log: Path) -> str:
    end = time.monotonic() + HANG_SECONDS
    while process.poll() is None and time.monotonic() < end:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/jwks", timeout=HANG_SECONDS).close()
            return address
        time.sleep(0.05)
    raise RuntimeError(f"the provider did not start:\n{log.read_text(errors='replace')}")
