"""What a pack is and brings, in sentences for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.operations.film_import.wish import REAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lesson_player.model.bundle import LessonBundle
    from lesson_player.operations.packs.clashes import Standing
    from lesson_player.operations.packs.contents import PackContents, PackedFilm, PackedLesson
    from lesson_player.operations.packs.gather import Gathered, PackWish


def megabytes(size: int) -> str:
    """A size in bytes as people read it: "28 MB", "0.4 MB"."""
    mb = size / 1_000_000
    return tr("{size} MB", size=f"{mb:.0f}" if mb >= 10 else f"{max(mb, 0.1):.1f}")


def contents_lines(contents: PackContents) -> tuple[str, ...]:
    """What is in the pack: lessons with their versions, films, versions alone, size, licences."""
    return tuple(_contents(contents))


def _contents(contents: PackContents) -> Iterator[str]:
    yield from map(_lesson, contents.lessons)
    yield from map(_film, contents.films)
    for one in contents.adaptations:
        yield tr("Version “{title}” of the lesson “{lesson}”.", title=one.title, lesson=one.lesson)
    count = len(contents.manifest.files)
    yield tr_n("{n} file, {size}.", "{n} files, {size}.", count, size=megabytes(contents.size))


def gathered_lines(bundle: LessonBundle, wish: PackWish, found: Gathered) -> tuple[str, ...]:
    """What would be in a pack, before it is written."""
    titles = [
        one.title for one in bundle.adaptations if wish.adaptations is None or one.id in wish.adaptations
    ]
    lines = [_lesson_line(bundle.lesson.title, tuple(titles))] if wish.lesson else []
    if not wish.lesson:
        lines += [tr("Versions: {versions}.", versions=", ".join(titles))]
    if wish.films:
        lines += [tr("Film “{title}”.", title=one.film.title) for one in bundle.films.values()]
    size = sum(path.stat().st_size for path in found.files.values())
    lines.append(tr_n("{n} file, {size}.", "{n} files, {size}.", len(found.files), size=megabytes(size)))
    lines += found.licences
    lines += _notes((one.film.title, one.film.edition) for one in bundle.films.values() if wish.films)
    lines += [tr("No licence is stated for “{title}”.", title=title) for title in found.unlicensed]
    return tuple(lines)


def licence_lines(contents: PackContents) -> tuple[str, ...]:
    """What the pack says about licences."""
    return contents.manifest.licences or (
        tr("The pack states no licence. Ask whoever made it before you pass it on."),
    )


def standing_lines(contents: PackContents, found: Standing) -> tuple[str, ...]:
    """How it stands to what is here already."""
    return tuple(_standing(contents, found))


def _standing(contents: PackContents, found: Standing) -> Iterator[str]:
    if found.clashing:
        titles = ", ".join(found.titles(contents, found.clashing))
        yield tr("Here already, and not the same: {titles}.", titles=titles)
    if found.same and (found.new or found.clashing):
        titles = ", ".join(found.titles(contents, found.same))
        yield tr("Here already, and the same, so left as it is: {titles}.", titles=titles)
    elif found.same:
        yield tr("All of it is here already. There is nothing to install.")


def _lesson(lesson: PackedLesson) -> str:
    title = tr("{title} (sample)", title=lesson.title) if lesson.sample else lesson.title
    return _lesson_line(title, lesson.versions)


def _lesson_line(title: str, versions: tuple[str, ...]) -> str:
    if not versions:
        return tr("Lesson “{title}”.", title=title)
    return tr("Lesson “{title}”, with the versions: {versions}.", title=title, versions=", ".join(versions))


def _film(film: PackedFilm) -> str:
    whose = tr("the IWF’s film") if film.edition == REAL else tr("edition “{edition}”", edition=film.edition)
    whose = tr("sample") if film.edition == "sample" else whose
    return tr(
        "Film “{title}” ({whose}): {versions}; {size}.",
        title=film.title,
        whose=whose,
        versions=", ".join(film.versions),
        size=megabytes(film.size),
    )


def sharing_notes(contents: PackContents, unlicensed: tuple[str, ...]) -> tuple[str, ...]:
    """What whoever shares a pack should know before it is passed on."""
    films = _notes((one.title, one.edition) for one in contents.films)
    return (*films, *(tr("No licence is stated for “{title}”.", title=title) for title in unlicensed))


def _notes(films: Iterable[tuple[str, str]]) -> list[str]:
    return [
        tr(
            "“{title}” is the IWF’s film. Passing it on outside of your school needs the IWF’s permission.",
            title=title,
        )
        for title, edition in films
        if edition == REAL
    ]
