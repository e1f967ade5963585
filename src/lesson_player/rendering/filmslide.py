"""The film on the class screen: the picture with its captions, and the question asked while it rests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.slide import Row, SlideLayout
from lesson_player.rendering.captions import draw_captions
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.parts import Room, try_part
from lesson_player.rendering.placed import PlacedBox, PlacedFilm, PlacedSigner
from lesson_player.rendering.sheet import one_line
from lesson_player.rendering.signer import FilmPlaces, FilmWish, film_places
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


@dataclass(frozen=True, slots=True)
class FilmAspects:
    """Width by height of the frames that are to be painted."""

    film: float
    signer: float
    """Of the version that the signer's window shows a part of."""


def without_film(slide: Slide, film: FilmPicture) -> Slide:
    """The slide that stands where a film is ready but has not begun, or cannot be shown."""
    if film.status == "ready":
        layout = slide.layout if slide.rows else SlideLayout.TITLE
        return slide.model_copy(update={"heading": film.title or slide.heading, "layout": layout})
    message = (Row(id="film-message", text=film.message),) if film.message else ()
    return slide.model_copy(update={"layout": SlideLayout.TITLE, "rows": message, "cards": ()})


def draw_film(
    sheet: Sheet, view: ClassView, film: FilmPicture, aspects: FilmAspects, speakers: tuple[str, ...]
) -> None:
    """Place the picture, the window for the signer and the captions on a dark ground.

    A picture that shares the board with nothing fills it: a film of the board's own size is then painted
    pixel by pixel.
    """
    sheet.ground = "film_ground"
    places = film_places(sheet.page, _wish(view, film, aspects))
    held = film.status != "playing"
    sheet.placed.append(PlacedFilm(places.picture, held=held))
    sheet.target("film", places.picture, film.title, "film")
    if places.signer:
        sheet.placed.append(PlacedSigner(places.signer.rect, places.signer.cut, held=held))
        sheet.target("signer", places.signer.rect, tr("British Sign Language"), "picture")
    if places.captions:
        draw_captions(sheet, film.cues, places.captions, film.look, speakers)
    if view.sample:
        _draw_sample(sheet, view.sample, places)


def _wish(view: ClassView, film: FilmPicture, aspects: FilmAspects) -> FilmWish:
    return FilmWish(
        aspect=aspects.film,
        captions=film.caption_room or bool(film.cues),
        look=film.look,
        text_percent=view.appearance.text_percent,
        signer=film.signer,
        signer_aspect=aspects.signer,
        signed=film.signed,
        top_asked=any(cue.placement.at_top for cue in film.cues),
    )


def _draw_sample(sheet: Sheet, words: str, places: FilmPlaces) -> None:
    """The word in a corner that is free; over the picture on a ground of its own, so that it is read."""
    made, safe = one_line(words, sheet.page.scale.small), sheet.page.safe
    size, side = measure(made), sheet.page.scale.small.size / 2
    boxes = list(_corners(safe, size.width + 2 * side, size.height))
    taken = [places.captions.most] if places.captions else []
    taken += [places.signer.rect] if places.signer else []
    free = [box for box in boxes if not any(box.overlaps(thing) for thing in taken)]
    off_picture = [box for box in free if not box.overlaps(places.picture)]
    box = next(iter((*off_picture, *free)), boxes[0])
    if box in off_picture:
        x = safe.x if box.x <= safe.x else safe.right - size.width
        spot = sheet.text(made, x, box.y, "film_ink")
    else:
        sheet.placed.append(PlacedBox(box, "caption_box"))
        sheet.text(made, box.x + side, box.y, "caption_white", "caption_box")
        spot = box
    sheet.target("sample", spot, words, "text")


def _corners(safe: Rect, width: float, height: float) -> Iterator[Rect]:
    """Rooms in the corners, the lower right one first."""
    for x, y in (
        (safe.right - width, safe.bottom - height),
        (safe.right - width, safe.y),
        (safe.x, safe.y),
        (safe.x, safe.bottom - height),
    ):
        yield Rect(x, y, width, height)


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
