"""Say of a slide and of its story what every file says: source, version, notes, fingerprints."""

from components.base.i18n import Words
from components.slides.slide import Slide
from components.slides.story import Story
from data.invisible_signs import shown

SHORT = 16
"""Signs of the story's fingerprint that stand on a slide; the whole of it is in the notes."""


def source(slide: Slide) -> str:
    """Give the line under a slide: its source, and the version that its numbers are of."""
    words = Words(slide.language)
    version = words("slide_files.version", name=slide.version, made=slide.made_at)
    return shown(f"{words('slide_files.source', source=slide.source)} · {version}")


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
        words("slide_files.source", source=slide.source),
        words("slide_files.version", name=slide.version, made=slide.made_at),
        *filter(None, [slide.demonstration]),
        words("slide_files.link", link=slide.link),
        words("slide_files.slide_fingerprint", digits=story.fingerprints[number]),
        words("slide_files.story_fingerprint", digits=story.fingerprint),
    ]
    return [shown(line) for line in lines]


def description(slide: Slide) -> str:
    """Give a figure in words for those who do not see it; its finding where nothing was written."""
    return shown(slide.description or slide.finding)
