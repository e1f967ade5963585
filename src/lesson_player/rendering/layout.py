"""From what the class can see to placed things with rectangles."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words
from lesson_player.model.slide import ClassView, ScreenKind, Slide, SlideLayout
from lesson_player.rendering.filmslide import FilmAspects, beside_frame, draw_film, without_film
from lesson_player.rendering.foot import ABOVE, FootWords, draw_foot, plan_foot
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.marks import marked
from lesson_player.rendering.page import Page, page_for, units_to_pixels
from lesson_player.rendering.parts import Part, Room, card_groups, in_room, part_of, split
from lesson_player.rendering.placed import PlacedFilm
from lesson_player.rendering.sheet import Sheet

if TYPE_CHECKING:
    from lesson_player.model.appearance import Appearance
    from lesson_player.rendering.foot import FootPlan
    from lesson_player.rendering.placed import ScreenLayout

WIDE = 16 / 9


@class_words()
def lay_out(
    view: ClassView,
    width: int,
    height: int,
    *,
    film_aspect: float = WIDE,
    signer_aspect: float = WIDE,
    speakers: tuple[str, ...] = (),
    part: int | None = None,
    shape: float | None = None,
) -> ScreenLayout:
    """Lay out what the class sees for a window of *width* by *height* pixels.

    *film_aspect* is the film's width by its height, *signer_aspect* that of the version of which the signer's
    window shows a part; *speakers* are the film's speakers in order, so that each keeps a colour; *part*,
    counted from 1, asks for a part of a split slide in place of the one that holds the row being talked
    about. *shape* is the width by height of the screen that a small picture stands for: its own whole pixels
    give that only roughly, and lines would break at other words. Equal questions asked in turn give the very
    same layout, cheaply.
    """
    size = (max(width, 1), max(height, 1))
    aspects = FilmAspects(film_aspect, signer_aspect)
    page = _lay_out(view.unmarked, size, aspects, speakers, part, shape or size[0] / size[1])
    return marked(page, view.spoken, view.focus, units_to_pixels(*size))


@class_words()
def pages(
    slide: Slide, appearance: Appearance, *, aspect: float = WIDE, footer: str = "", sample: str = ""
) -> tuple[tuple[str, ...], ...]:
    """How the rows or cards of a slide split into parts: their ids, part by part.

    At most three rows a part, fewer where they do not fit at the text size. A slide without rows has one
    empty part. A slide of cards is laid out with all the cards that it has; a slide made for each part here,
    with its cards alone, shows them at the chosen text size.
    Depends on the window's *aspect* (width by height), never on its size in pixels.
    """
    page = page_for(appearance, aspect)
    parts, within = _split(slide, FootWords(footer=footer, sample=sample), page, strip=appearance.now_next)
    if slide.layout is SlideLayout.CARDS and slide.cards:
        return card_groups(slide, Room(within, page.scale, appearance.now_next))
    return tuple(part.ids for part in parts)


@lru_cache(maxsize=48)
def _lay_out(
    view: ClassView,
    size: tuple[int, int],
    aspects: FilmAspects,
    speakers: tuple[str, ...],
    part: int | None,
    shape: float,
) -> ScreenLayout:
    width, height = size
    sheet = Sheet(page_for(view.appearance, shape))
    film = view.film if view.screen is ScreenKind.FILM else None
    if film is None:
        _draw_slide(sheet, view, view.slide, part)
    elif film.status in {"ready", "missing"}:
        _draw_slide(sheet, view, without_film(view.slide, film), part)
    elif film.prompt is not None:
        _draw_prompt(sheet, view, film.prompt, aspects.film, part)
    else:
        draw_film(sheet, view, film, aspects, speakers or film.speakers)
    return sheet.finished(width, height, units_to_pixels(width, height))


def _draw_slide(sheet: Sheet, view: ClassView, slide: Slide, wanted: int | None) -> None:
    words = _foot_words(view)
    parts, _ = _split(slide, words, sheet.page, strip=_has_strip(view))
    chosen = _choose(sheet, slide, parts, wanted)
    chosen.plan.draw(sheet, slide, view.now_next if _has_strip(view) else None)
    sheet.problems.extend(chosen.problems)
    draw_foot(sheet, plan_foot(words, sheet.page, sheet.part, sheet.parts), words)


def _draw_prompt(
    sheet: Sheet, view: ClassView, prompt: Slide, film_aspect: float, wanted: int | None
) -> None:
    """The question beside the held frame, in the same parts as on a slide of its own."""
    words = _foot_words(view)
    parts, within = _split(prompt, words, sheet.page, strip=_has_strip(view))
    chosen = _choose(sheet, prompt, parts, wanted)
    found = beside_frame(prompt, chosen.ids, within, sheet.page, film_aspect)
    if found:
        frame, plan = found
        sheet.placed.append(PlacedFilm(frame, held=True))
        sheet.target("film", frame, view.film.title if view.film else "", "film")
        plan.draw(sheet, prompt, None)
    else:
        alone = in_room(prompt, chosen, Room(within, sheet.page.scale, strip=False))
        alone.plan.draw(sheet, prompt, None)
        sheet.problems.extend(alone.problems)
    draw_foot(sheet, plan_foot(words, sheet.page, sheet.part, sheet.parts), words)


def _choose(sheet: Sheet, slide: Slide, parts: tuple[Part, ...], wanted: int | None) -> Part:
    index = part_of(slide, parts) if wanted is None else min(max(wanted - 1, 0), len(parts) - 1)
    sheet.part, sheet.parts = index + 1, len(parts)
    return parts[index]


def _split(slide: Slide, words: FootWords, page: Page, *, strip: bool) -> tuple[tuple[Part, ...], Rect]:
    """A slide's parts and the room above the foot, which may grow when it has to name the part."""
    within = _above(plan_foot(words, page), page)
    parts = split(slide, Room(within, page.scale, strip))
    if len(parts) > 1:
        within = _above(plan_foot(words, page, len(parts), len(parts)), page)
        parts = split(slide, Room(within, page.scale, strip))
    return parts, within


def _has_strip(view: ClassView) -> bool:
    return view.appearance.now_next and view.screen not in {ScreenKind.HIDDEN, ScreenKind.CALM}


def _foot_words(view: ClassView) -> FootWords:
    if view.screen is ScreenKind.HIDDEN:
        return FootWords(sample=view.sample)
    if view.screen is ScreenKind.CALM:
        return FootWords(footer=view.footer, sample=view.sample)
    return FootWords(view.footer, view.sample, view.step_number, view.step_count)


def _above(foot: FootPlan, page: Page) -> Rect:
    content = page.content
    return Rect(content.x, content.y, content.width, foot.rect.y - ABOVE - content.y)
