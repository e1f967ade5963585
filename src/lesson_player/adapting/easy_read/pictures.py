"""Lines without a picture, and pictures whose alt text tells nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lesson_player.adapting.easy_read.finding import Finding, Kind, Weight, Where
from lesson_player.adapting.easy_read.lesson_texts import pupils_steps
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.model.lesson import Lesson
    from lesson_player.model.pictures import Picture, PictureCatalogue

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|svg|gif|webp|bmp|heic|tiff?)", re.IGNORECASE)
_CAMERA_NAME = re.compile(r"(?:img|dsc|dscn|pict?|photo|scan|screenshot|untitled)[\W_]*\d*", re.IGNORECASE)
_ONLY_SAYS_PICTURE = re.compile(
    r"(?:an? |the )?(?:picture|image|photo|photograph|drawing|icon|symbol|graphic|alt text)s?(?: of)?[.!]?",
    re.IGNORECASE,
)


def picture_findings(lesson: Lesson, catalogue: PictureCatalogue) -> Iterator[Finding]:
    """Each line of pupils' slides without a picture, and each cited picture whose alt text tells nothing.

    A picture that the catalogue does not have is a problem of the file and reported when it is read.
    """
    for sitting, step in pupils_steps(lesson):
        for line in lines_of(step):
            where = Where(sitting, step.id, line.id, "picture")
            if line.picture is None:
                yield _no_picture(where)
            elif line.picture in catalogue.pictures and says_nothing(catalogue.pictures[line.picture]):
                yield _no_alt(where, line.picture)


def says_nothing(picture: Picture) -> bool:
    """Whether the alt text does not tell what the picture shows: a file's name, or "picture" alone."""
    alt = picture.alt.strip()
    stem = picture.file.rpartition("/")[2].rpartition(".")[0]
    return (
        any(pattern.fullmatch(alt) is not None for pattern in (_FILE_NAME, _CAMERA_NAME, _ONLY_SAYS_PICTURE))
        or not any(letter.isalpha() for letter in alt)
        or (alt == stem and any(mark in alt for mark in "-_0123456789"))
    )


def _no_picture(where: Where) -> Finding:
    reason = tr("This line has no picture.")
    suggestion = tr("Choose a picture that shows what the line says.")
    return Finding(Kind.NO_PICTURE, 0, 0, reason, suggestion, where=where)


def _no_alt(where: Where, picture: str) -> Finding:
    reason = tr("The picture “{picture}” has no words that say what it shows.", picture=picture)
    suggestion = tr("Say in a few words what can be seen. Pupils who cannot see it hear these words.")
    return Finding(Kind.NO_ALT, 0, 0, reason, suggestion, Weight.PROBLEM, where)
