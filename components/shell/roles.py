"""Read who may do what: the operator's file of roles, or else the list of editors.

The file is read anew for every run of a page. One fault in it, or no file, and it gives nobody any
right. The row of everybody else stands last, so a file that is still being written or was cut short
never gives more than the whole one.
"""

import functools
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from components.base.rights import NOTHING, Right
from data.errors import ReaderError

FILE = "MONITOR_ROLES"
"""Environment variable: the file of roles; set, it alone says who may do what."""

EDITORS = "MONITOR_EDITORS"
"""Environment variable: addresses of editors, split by commas, where there is no file of roles."""

HEAD = ["email", "role", "municipalities"]
EVERYBODY_ELSE = "*"
ROLES = ("reader", "editor", "municipal")
OKTMO = re.compile("[0-9]{8}")


@dataclass(frozen=True)
class Roles:
    """The rights of those who are named, by address in small letters, and of everybody else."""

    named: Mapping[str, Right]
    others: Right


class FaultyRolesError(ReaderError):
    """What is wrong with the file of roles: a code of [roles.*] and its details."""


def read() -> Roles | FaultyRolesError:
    """Read the roles as they are now; nothing but the fault of a file with one."""
    path = os.environ.get(FILE)
    if path is None:  # named but empty is a fault: whoever names a file wants it obeyed
        return Roles(_editors(os.environ.get(EDITORS, "")), Right())
    file = Path(path).absolute()
    try:
        return parsed(file.read_bytes())
    except OSError:
        return FaultyRolesError("unreadable", file=file)
    except FaultyRolesError as fault:
        return FaultyRolesError(fault.code, **fault.details, file=file)


def _editors(listed: str) -> dict[str, Right]:
    addresses = (address.strip().casefold() for address in listed.split(","))
    return {address: Right(writes=True) for address in addresses if "@" in address}


@functools.lru_cache(maxsize=8)
def parsed(content: bytes) -> Roles:
    """Understand a file of roles; FaultyRolesError tells its first fault."""
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise FaultyRolesError("not_utf8") from None
    rows = [[part.strip() for part in line.split(";")] for line in lines]
    if not rows or rows[0] != HEAD:
        raise FaultyRolesError("head", head=";".join(HEAD))
    named: dict[str, Right] = {}
    for number, row in enumerate(rows[1:], start=2):
        if any(row):
            _add(named, row, number)
    others = named.pop(EVERYBODY_ELSE, NOTHING)
    return Roles(named, others)


def _add(named: dict[str, Right], row: list[str], line: int) -> None:
    """Add the right of one row, if the row is sound and stands where it may."""
    if len(row) != len(HEAD):
        raise FaultyRolesError("parts", line=line)
    address, role, municipalities = row[0].casefold(), row[1], row[2]
    if EVERYBODY_ELSE in named:
        raise FaultyRolesError("not_last", line=line)
    if address != EVERYBODY_ELSE and not re.fullmatch(r"[^@\s*]+@[^@\s*]+", address):
        raise FaultyRolesError("address", line=line)
    if address in named:
        raise FaultyRolesError("repeated", line=line)
    if role not in ROLES:
        raise FaultyRolesError("role", line=line)
    if address == EVERYBODY_ELSE and role == "editor":
        raise FaultyRolesError("everybody_edits", line=line)
    named[address] = _right(role, municipalities, line)


def _right(role: str, municipalities: str, line: int) -> Right:
    codes = re.split(r"[,\s]+", municipalities) if municipalities else []
    if bool(codes) != (role == "municipal") or not all(map(OKTMO.fullmatch, codes)):
        raise FaultyRolesError("municipalities", line=line)
    if role == "municipal":
        return Right(municipalities=frozenset(codes))
    return Right(writes=role == "editor")


def role_of(right: Right) -> str:
    """Name the role of a right, as a code of [roles.*]."""
    if right.writes:
        return "editor"
    if right.sees_all():
        return "reader"
    return "municipal" if right.municipalities else "totals"
