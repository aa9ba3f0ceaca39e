"""Screen received files as the version they would make; publish it once it is confirmed."""

import contextlib
import tempfile
import weakref
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from data import generated_rows, store, temporary_folders
from data.errors import ACKNOWLEDGE, STOP, BrokenInputError, Problem, ReaderError
from data.intake.declared.gathering import Gathered
from data.intake.declared.reading import ReadFile
from data.intake.publishing import draft
from data.intake.publishing import publish as publishing
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import Progress, silent
from data.intake.screening import corrected_facts, demonstration_left, differences, plausible
from data.intake.screening.layers import compose
from data.intake.screening.own_rows import own_rows
from data.intake.screening.told_once import not_told


@dataclass
class Screened:
    """What a screening found, and the draft that may be published; it is removed with this."""

    base: store.Version | None
    files: Sequence[ReadFile]
    problems: list[Problem]
    draft: Path | None = None
    rows: pd.DataFrame = field(default_factory=pd.DataFrame)
    """One row per table and municipality: added, changed, removed."""
    headlines: pd.DataFrame = field(default_factory=pd.DataFrame)
    """One row per region and indicator: year, numerator and denominator before and after."""
    generated: generated_rows.Counts = field(default_factory=dict)
    """Rows of the demonstration set that the version would have, by table."""

    @property
    def replaces_demonstration(self) -> bool:
        """Tell whether nothing would be left of a version that was a demonstration alone."""
        was = self.base is not None and store.is_demonstration(self.base)
        return was and not self.generated

    def of(self, level: str) -> list[Problem]:
        """List the remarks of one level."""
        return [problem for problem in self.problems if problem.level == level]


def screen(
    folder: Path,
    files: Sequence[ReadFile],
    problems: Sequence[Problem] = (),
    replaced: Collection[str] = (),
    progress: Progress = silent,
    corrected: Collection[str] = (),
) -> Screened:
    """Check files together and against the current version; `problems` were found in reading.

    `replaced` and `corrected` are tables of which the region's own older rows give way: all of
    them, or those of which a fact was corrected since. With any `stop` there is no draft. Nothing
    in the store is changed. Raises ReaderError for a table in `corrected` without corrections.
    """
    base = _current(folder)
    dropped = corrected_facts.dropped(base, corrected)
    found = list(problems)
    if not files and not any(problem.level == STOP for problem in found):
        found.append(Problem("nothing_received"))
    if files:
        progress(0.0, "reading")
        own = own_rows(base, files, replaced, dropped)
        found += demonstration_left.held(own)
        gathered = compose(own, files, lambda s: progress(0.4 * s, "reading"), corrected)
        found += not_told(gathered.problems, problems, files)
        found += corrected_facts.remarks(base, files, replaced, corrected) if base else []
        if not any(problem.level == STOP for problem in found):
            return _drafted(base, gathered, found, progress)
    progress(1.0, "comparing")
    return Screened(base, files, found)


def publish(
    folder: Path,
    screened: Screened,
    who: str,
    why: str,
    acknowledged: Collection[Problem] = (),
    progress: Progress = silent,
) -> store.Version:
    """Publish what was screened; refuse it if the store was changed meanwhile."""
    if screened.of(STOP) or screened.draft is None:
        raise BrokenInputError(screened.of(STOP))
    waiting = [p for p in screened.of(ACKNOWLEDGE) if p not in acknowledged]
    if waiting:
        raise ReaderError("not_acknowledged", count=len(waiting), first=waiting[0])
    if not who.strip() or not why.strip():
        raise ReaderError("who_and_why")
    base = screened.base.name if screened.base else None
    account = Account(bool(screened.generated), why.strip(), who.strip(), base=base)
    with publishing.writing(folder, publishing.WAIT_SECONDS):
        unchanged(folder, screened.base)
        return publishing.publish_draft(folder, screened.draft, account, progress)


def unchanged(folder: Path, base: store.Version | None) -> None:
    """Refuse to go on if another version was published since `base` was looked at."""
    now = _current(folder)
    if now != base and now is not None:
        raise ReaderError("changed_meanwhile", version=now.name)


def _current(folder: Path) -> store.Version | None:
    try:
        return store.current(folder)
    except ReaderError as error:
        if error.code != "no_store":
            raise
        return None


def _drafted(
    base: store.Version | None, gathered: Gathered, found: list[Problem], progress: Progress
) -> Screened:
    own = base if base is not None and not store.is_demonstration(base) else None
    with publishing.reporting_full_disk(Path(tempfile.gettempdir())):
        room = temporary_folders.make()
        path = room.path / "draft.duckdb"
        screened = Screened(base, gathered.files, found, path)
        tidy = weakref.finalize(screened, room.remove)
        with contextlib.ExitStack() as unfinished:
            unfinished.callback(tidy)
            with draft.opened(path) as engine:
                before = store.engine(own) if own else None
                draft.fill(engine, gathered, lambda s: progress(0.4 + 0.4 * s, "writing"), before)
                found += draft.orphans(engine) if own else []
                screened.rows = differences.rows(engine, own)
                screened.headlines = differences.headlines(engine, own)
                found += plausible.remarks(engine, own, screened.rows)
                screened.generated = generated_rows.counts(engine)
                found += demonstration_left.remarks(screened.generated)
            unfinished.pop_all()
    progress(1.0, "comparing")
    if screened.of(STOP):
        screened.draft = None
        tidy()
    return screened
