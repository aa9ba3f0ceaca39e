"""Let a reader sign in and out beside every page, and bring him back to where he was."""

from collections.abc import Mapping

import streamlit as st

from components.base.i18n import Words
from components.base.rights import right
from components.shell import access, over_sign_in, roles, sign_in_settings
from components.shell.over_sign_in import SMALL_BYTES, WAITING, Held
from components.shell.roles import FaultyRolesError

BROUGHT = "brought_and_typed"
"""Where the session keeps what the open page's reader would lose."""

NO_ROOM = "no_room_to_keep"
OPEN_PAGE = "open_page"


def draw(words: Words, page: str) -> None:
    """Draw in the sidebar who is signed in, and the way in or out; of a set-up fault, its words.

    `page` is the path of the open page. Nothing is drawn where nobody has set signing in up.
    """
    st.session_state.pop(BROUGHT, None)
    st.session_state[OPEN_PAGE] = page
    with st.sidebar:
        _tell_faulty_roles(words)
        if sign_in_settings.section() is None:
            return
        name = access.name()
        if name:
            role = words(f"roles.is_{roles.role_of(right())}")
            st.text(words("sign_in.signed_in", name=name, role=role))
            st.button(words("sign_in.out"), on_click=_sign_out, key="sign_out")
        else:
            button(words, "sidebar")


def button(words: Words, place: str) -> None:
    """Draw the way in, or what keeps it shut; each `place` of a page has a button of its own."""
    fault = sign_in_settings.fault(st.session_state[OPEN_PAGE])
    if fault:
        with st.container(key=f"sign_in_fault_{place}"):
            st.text(words("sign_in.shut") + " " + words(f"sign_in.{fault.code}", **fault.details))
        return
    if st.session_state.get(NO_ROOM):
        st.text(words("sign_in.no_room"))
        st.button(words("sign_in.anyway"), on_click=_sign_in_anyway, key=f"sign_in_anyway_{place}")
        return
    st.button(words("sign_in.in"), on_click=_sign_in, key=f"sign_in_{place}")


def can_sign_in() -> bool:
    """Tell whether whoever runs the server has set signing in up, soundly or not."""
    return sign_in_settings.section() is not None


def would_lose(
    brought: Mapping[str, object], typed: tuple[str, ...], size: int, words: Words
) -> None:
    """Have what the page's reader brought and typed wait for him, and tell him so.

    `brought` are values by their keys and of so many bytes, `typed` beginnings of the keys of what
    he was asked.
    """
    st.session_state[BROUGHT] = (brought, typed, size)
    if can_sign_in() and not access.name():
        st.sidebar.caption(words("sign_in.kept", n=over_sign_in.MINUTES))


def back(page: str) -> Held | None:
    """Give, to a session that begins, what its reader left when he went to sign in or out."""
    link = st.query_params.to_dict()
    held = WAITING.take(over_sign_in.browser(), page, link)
    if held:
        for key, value in held.session.items():
            st.session_state[key] = value
    return held


def _tell_faulty_roles(words: Words) -> None:
    """Tell the operator at his machine what is wrong with the file of roles, others that it is."""
    found = roles.read()
    if isinstance(found, FaultyRolesError):
        said = words(f"roles.{found.code}").format_map(found.details) if access.is_local() else ""
        st.text(f"{words('access.roles_closed')} {said}".strip())


def _sign_in() -> None:
    """Go to sign in, if what this reader has can wait for him; otherwise ask him first."""
    brought, typed, size = st.session_state.get(BROUGHT, ({}, (), 0))
    session = {
        key: value
        for key, value in st.session_state.items()
        if isinstance(key, str) and key.startswith(typed)
    }
    size += sum(len(value) for value in session.values() if isinstance(value, str))
    if _hold({**session, **brought}, SMALL_BYTES + size):
        st.login()
    else:
        st.session_state[NO_ROOM] = True


def _sign_in_anyway() -> None:
    _hold({}, SMALL_BYTES)
    st.login()


def _sign_out() -> None:
    """Go and sign out: the view is kept for whoever sits here next, what was brought is not."""
    _hold({}, SMALL_BYTES)
    st.logout()


def _hold(session: dict[str, object], size: int) -> bool:
    link = st.query_params.to_dict()
    held = Held(st.session_state[OPEN_PAGE], link, session, size + len(str(link)))
    return WAITING.hold(over_sign_in.browser(), held)
