"""Know a program by its reader's token: the operator's file has fingerprints of tokens, no token.

`python -m components.scripts.tokens somebody@example.org` makes a token and the row for the file.
A row taken out of the file ends its token at once: it is read anew for every request. One fault
in the file, and no token opens anything.
"""

import hashlib
import hmac
import os
import re
import secrets
import sys
from pathlib import Path

FILE = "MONITOR_TOKENS"
"""Environment variable: the file of tokens; without it no token opens anything."""

HEAD = "sha256;email"
ROW = re.compile(r"([0-9a-f]{64});([^;\s]+@[^;\s]+)")


def owner(token: str) -> str:
    """Give the address of the reader to whom a token was given; nothing if to nobody."""
    path = os.environ.get(FILE, "")
    if not path:
        return ""
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return _owner(token, [line.strip() for line in lines if line.strip()])


def _owner(token: str, lines: list[str]) -> str:
    rows = [ROW.fullmatch(line) for line in lines[1:]]
    if not lines or lines[0] != HEAD or not all(rows):
        return ""
    asked, found = fingerprint(token), ""
    for row in rows:
        if row and hmac.compare_digest(row[1], asked):
            found = row[2].casefold()
    return found


def fingerprint(token: str) -> str:
    """Give what the file has of a token: of 256 random bits nobody can guess the token back."""
    return hashlib.sha256(token.encode()).hexdigest()


def main(address: str) -> None:
    """Make a token for a reader, say it once, and give the row for the file."""
    token = secrets.token_urlsafe(32)
    sys.stdout.write(f"token: {token}\nrow: {fingerprint(token)};{address}\n")


if __name__ == "__main__":
    main(sys.argv[1])
