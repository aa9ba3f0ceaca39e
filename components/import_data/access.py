"""Decide who may publish: whoever sits at this machine, or a signed-in editor from elsewhere."""

import os
from pathlib import Path

import streamlit as st

LOCAL = ("localhost", "127.0.0.1", "::1")
EDITORS = "MONITOR_EDITORS"
"""Environment variable: addresses of the editors who may publish, split by commas."""


def refusal() -> str:
    """Give the reason why this reader may not publish, as a code of [access.*]; empty: he may."""
    served = st.get_option("server.address")
    return decided(served, bool(st.user.get("is_logged_in", False)), _address(), _editors())


def decided(served: str | None, signed_in: bool, address: str, editors: set[str]) -> str:
    """Decide from where the server listens and who asks; no address of the server means all."""
    if served in LOCAL:
        return ""
    if not signed_in:
        return "not_signed_in"
    return "" if address and address in editors else "not_an_editor"


def name() -> str:
    """Name the signed-in reader by his address, so that the history need not ask."""
    return _address() if st.user.get("is_logged_in", False) else ""


def can_sign_in() -> bool:
    """Tell whether whoever runs the server has set up signing in (section [auth] of secrets)."""
    return Path(".streamlit/secrets.toml").is_file() and "auth" in st.secrets


def _address() -> str:
    return str(st.user.get("email", "")).casefold()


def _editors() -> set[str]:
    listed = os.environ.get(EDITORS, "").split(",")
    return {address.strip().casefold() for address in listed if address.strip()}
