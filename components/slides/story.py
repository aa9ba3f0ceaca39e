"""Hold a story: slides in an order, under a name, each with what its speaker adds to it."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from components.slides.slide import Slide


@dataclass(frozen=True)
class Story:
    """An ordered list of slides in one language; `comments` has one per slide, "" for none."""

    name: str
    slides: tuple[Slide, ...]
    comments: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.slides) != len(self.comments):
            raise ValueError(f"{len(self.slides)} slides have {len(self.comments)} comments")

    @property
    def language(self) -> str:
        """The language of the slides; a story without slides has none and no files either."""
        return self.slides[0].language

    @cached_property
    def fingerprints(self) -> tuple[str, ...]:
        """Those of the slides, worked out once: one of a long table takes a tenth of a second."""
        return tuple(slide.fingerprint for slide in self.slides)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over the name, the slides in their order and the comments."""
        said = [self.name, list(self.fingerprints), list(self.comments)]
        told = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(told.encode()).hexdigest()
