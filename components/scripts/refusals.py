"""What an address refuses, told in the reader's language with a status of HTTP."""

from data.errors import ReaderError

STATUS = {
    "wrong_token": 401,
    "no_address": 404,
    "not_offered": 404,
    "no_method": 405,
    "not_ready": 503,
}
"""By what is refused, a code of [scripts.*]."""


class RefusedError(ReaderError):
    """A request that is not answered: a code of `STATUS`, and what else the answer says of it."""

    def __init__(self, code: str, **more: object) -> None:
        super().__init__(code)
        self.more = more
