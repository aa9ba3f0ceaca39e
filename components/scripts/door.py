"""Answer programs at the addresses below `rows/`, before the pages see the request."""

import anyio.to_thread
from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from components.scripts import answers
from components.shell import front_door

AT_ONCE = 2
"""Answers made at a time: programs wait in a line of their own, so that readers need not."""


class RowsDoor:
    """Let Streamlit answer everything but the addresses for programs."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.limit: CapacityLimiter | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer an address, or let the next one do it."""
        asked = front_door.below(scope["path"]) if scope["type"] == "http" else None
        if asked is None or not f"{asked}/".startswith(answers.BELOW):
            await self.app(scope, receive, send)
            return
        self.limit = self.limit or CapacityLimiter(AT_ONCE)
        path = asked.removeprefix(answers.BELOW.rstrip("/")).strip("/")
        answer = await anyio.to_thread.run_sync(
            answers.answer, Request(scope), path, limiter=self.limit
        )
        await answer(scope, receive, send)
