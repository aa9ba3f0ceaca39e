"""Say of a slide and of its story what every file says: source, version, notes, fingerprints."""

from components.base.i18n import Words
from components.downloads import About
from components.slides.slide import Slide
from components.slides.story import Story
from data.invisible_signs import shown
from data.program_version import PROGRAM_VERSION

SHORT = 16
"""Signs of the story's fingerprint that stand on a slide; the whole of it is in the notes."""


def source(slide: Slide) -> str:
    """Give the line under a slide: its source, and the version that its numbers are of."""
    return shown(f"{origin(slide)} · {version(slide)}")


def origin(slide: Slide) -> str:
    """Name the source alone."""
    return shown(Words(slide.language)("slide_files.source", source=slide.source))


def version(slide: Slide) -> str:
    """Name the version of the data alone, with its day."""
    words = Words(slide.language)
    return shown(words("slide_files.version", name=slide.version, made=slide.made_at))


def fingerprint(story: Story) -> str:
    """Give the beginning of the story's fingerprint, one on all files."""
    words = Words(story.language)
    return words("slide_files.fingerprint", digits=story.fingerprint[:SHORT])


def notes(story: Story, number: int) -> list[str]:
    """Give what the speaker has beside a slide: comment, definitions, link, fingerprints."""
    slide, words = story.slides[number], Words(story.language)
    lines = [
        *filter(None, [story.comments[number]]),
        *slide.notes,
        *filter(None, [slide.scope and words("slide_files.scope", scope=slide.scope)]),
        origin(slide),
        version(slide),
        *filter(None, [slide.demonstration]),
        words("slide_files.link", link=slide.link),
        words("slide_files.slide_fingerprint", digits=story.fingerprints[number]),
        words("slide_files.story_fingerprint", digits=story.fingerprint),
    ]
    return [shown(line) for line in lines]


def description(slide: Slide) -> str:
    """Give a figure in words for those who do not see it; its finding where nothing was written."""
    return shown(slide.description or slide.finding)


def about(slide: Slide, title: str) -> About:
    """Say of a slide what the house's writers of files put beside its rows."""
    words = Words(slide.language)
    return About(
        title=title,
        version=slide.version,
        made_at=slide.made_at,
        program=program(words),
        program_version=PROGRAM_VERSION,
        demonstration=bool(slide.demonstration),
        demonstration_mark=slide.demonstration,
        rows=(),
        sheet_title=words("files.sheet"),
        data_title=words("files.data"),
        mark_title=words("files.mark"),
        version_title=words("files.version"),
        program_title=words("files.program"),
    )


def program(words: Words) -> str:
    """Name the program with its version."""
    return f"{words('section.monitor')} {PROGRAM_VERSION}"
