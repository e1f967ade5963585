"""The film on the class screen: the picture with its captions, and the question asked while it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.slide import Row, SlideLayout
from lesson_player.rendering.captions import BELOW_PICTURE, CaptionRoom, caption_room, draw_captions
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.parts import Room, try_part
from lesson_player.rendering.placed import PlacedBox, PlacedFilm
from lesson_player.rendering.sheet import one_line
from lesson_player.rendering.text import measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.model.slide import ClassView, FilmPicture, Slide
    from lesson_player.rendering.page import Page
    from lesson_player.rendering.parts import SlidePlan
    from lesson_player.rendering.sheet import Sheet

_BESIDE = (0.46, 0.40, 0.34, 0.28)
_BESIDE_CARDS = (0.36, 0.30)
"""Answers with pictures get the larger share."""
_ABOVE = (0.44, 0.36, 0.28)
_GAP = 52.0


def without_film(slide: Slide, film: FilmPicture) -> Slide:
    """The slide that stands where a film is ready but has not begun, or cannot be shown."""
    if film.status == "ready":
        layout = slide.layout if slide.rows else SlideLayout.TITLE
        return slide.model_copy(update={"heading": film.title or slide.heading, "layout": layout})
    message = (Row(id="film-message", text=film.message),) if film.message else ()
    return slide.model_copy(update={"layout": SlideLayout.TITLE, "rows": message, "cards": ()})


def draw_film(
    sheet: Sheet, view: ClassView, film: FilmPicture, aspect: float, speakers: tuple[str, ...]
) -> None:
    """Place the picture as large as its captions leave it, on a dark ground.

    Without captions it fills the board: a film of the board's own size is then painted pixel by pixel.
    """
    sheet.ground = "film_ground"
    if film.caption_room or film.cues:
        _draw_with_captions(sheet, view, film, aspect, speakers)
        return
    page = sheet.page
    _place_film(sheet, film, Rect(0, 0, page.width, page.height).fitted(aspect))
    if view.sample:
        _sample_over(sheet, view.sample)


def _place_film(sheet: Sheet, film: FilmPicture, picture: Rect) -> None:
    sheet.placed.append(PlacedFilm(picture, held=film.status != "playing"))
    sheet.target("film", picture, film.title, "film")


def _sample_over(sheet: Sheet, words: str) -> None:
    """The word over the picture's corner, on a ground of its own, so that it is read on any picture."""
    sample, safe = one_line(words, sheet.page.scale.small), sheet.page.safe
    size, side = measure(sample), sheet.page.scale.small.size / 2
    box = Rect(
        safe.right - size.width - 2 * side, safe.bottom - size.height, size.width + 2 * side, size.height
    )
    sheet.placed.append(PlacedBox(box, "caption_box"))
    sheet.text(sample, box.x + side, box.y, "caption_white", "caption_box")
    sheet.target("sample", box, words, "text")


def _draw_with_captions(
    sheet: Sheet, view: ClassView, film: FilmPicture, aspect: float, speakers: tuple[str, ...]
) -> None:
    page, safe = sheet.page, sheet.page.safe
    sample = one_line(view.sample, page.scale.small)
    size = measure(sample)
    above = Rect(safe.x, safe.y, safe.width, safe.height - size.height - page.height * BELOW_PICTURE / 2)
    room = caption_room(page, safe, aspect, view.appearance.text_percent)
    corner = _free_corner(room, safe, size.width + page.scale.small.size, size.height)
    if corner is None:
        room = caption_room(page, above, aspect, view.appearance.text_percent)
        corner = safe.bottom - size.height
    _place_film(sheet, film, room.picture)
    draw_captions(sheet, film.cues, room, speakers)
    if view.sample:
        spot = sheet.text(sample, safe.right - size.width, corner, "film_ink")
        sheet.target("sample", spot, view.sample, "text")


def _free_corner(room: CaptionRoom, safe: Rect, width: float, height: float) -> float | None:
    """How far down words at the right edge stand clear of picture and captions; None where they cannot."""
    if room.rect.x + (room.rect.width + room.width + room.style.size) / 2 <= safe.right - width:
        return safe.bottom - height
    return safe.y if room.picture.right <= safe.right - width else None


def beside_frame(
    prompt: Slide, ids: tuple[str, ...], within: Rect, page: Page, aspect: float
) -> tuple[Rect, SlidePlan] | None:
    """Where the held frame and the question stand together; None when the question needs the whole page."""
    for frame, column in _frames(within, aspect, _BESIDE_CARDS if prompt.cards else _BESIDE):
        plan = try_part(prompt, ids, Room(column, page.scale, strip=False))
        if plan is not None:
            return frame, plan
    return None


def _frames(within: Rect, aspect: float, shares: tuple[float, ...]) -> Iterator[tuple[Rect, Rect]]:
    """The held frame and what it leaves: at the left on a wide page, at the top on a tall one."""
    if within.width > within.height * 1.2:
        for share in shares:
            width = within.width * share
            height = min(width / aspect, within.height)
            frame = Rect(within.x, within.y + (within.height - height) / 2, height * aspect, height)
            yield frame, within.from_left(frame.width + _GAP)
    for share in _ABOVE:
        height = within.height * share
        width = min(height * aspect, within.width)
        frame = Rect(within.x, within.y, width, width / aspect)
        yield frame, within.from_top(frame.height + _GAP / 2)
