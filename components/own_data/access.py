"""Decide who may publish: whoever sits at this machine, or a signed-in editor from elsewhere."""

import os
from pathlib import Path

import streamlit as st

LOCAL = ("localhost", "127.0.0.1", "::1")
EDITORS = "MONITOR_EDITORS"
"""Environment variable: addresses of the editors who may publish, split by commas."""


def refusal() -> str:
    """Give the reason why this reader may not publish, as a code of [access.*]; empty: he may."""
    if st.get_option("server.address") in LOCAL:
        return ""
    if not st.user.get("is_logged_in", False):
        return "not_signed_in"
    return "" if _address() in _editors() else "not_an_editor"


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
