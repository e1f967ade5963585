"""Where the film's picture, a window for the signer and the captions stand on the board.

Pure functions from a page and what is wanted to rectangles. They never overlap, but for captions over the
picture and a window inside it, which are asked for; captions never cover a signer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING

from lesson_player.model.caption_look import CaptionLook, CaptionPosition, SignerPlace, SignerSize
from lesson_player.rendering.captions_room import (
    CaptionRoom,
    CaptionSetting,
    below,
    over,
    rest_below,
)
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.page import UNITS

if TYPE_CHECKING:
    from lesson_player.model.film import Signer
    from lesson_player.model.slide import SignerView
    from lesson_player.rendering.page import Page

LEAST_BESIDE = 1 / 3
"""Least width of a window beside the picture, as a share of the board's."""

_EDGE = 0.025 * UNITS
"""Around and between pictures that share the board. They need no margin as words do: what a projector cuts
off at their edges is no letter."""
_WIDEST = 2.4
"""Width by height of the part of the board that is used: signer and picture are to be seen at a glance."""
_LEAST_PICTURE_BESIDE = 0.45
"""Of the board's width: so much of it is the picture's, however large the window beside it."""
_BESIDE = {SignerSize.SMALL: 0.0, SignerSize.MEDIUM: 0.5, SignerSize.LARGE: 1.0}
"""How far on the way from the least width to the greatest."""
_BELOW = {SignerSize.SMALL: 0.37, SignerSize.MEDIUM: 0.43, SignerSize.LARGE: 0.49}
"""Height of a window below the picture, as a share of the page's."""
_LEAST_WORDS = 0.45
"""Of the board's width: so much of it is kept for captions beside a window below the picture."""
_INSIDE = {SignerSize.SMALL: 1 / 6, SignerSize.MEDIUM: 1 / 5, SignerSize.LARGE: 1 / 4}
"""Area of a window inside the picture as a share of the picture's: a sixth at the least (docs/design.md)."""
_WIDEST_INSIDE = 0.45
"""Of the picture's width."""
_A_FEW_WORDS = 15
"""Characters: where a signer leaves less room over the picture, captions stand below it all the same."""


@dataclass(frozen=True, slots=True)
class FilmWish:
    """What is to stand on the board."""

    aspect: float
    """Width by height of the film's frames."""
    captions: bool
    look: CaptionLook
    text_percent: int
    signer: SignerView | None = None
    signer_aspect: float = 16 / 9
    """Width by height of the signed version's frames."""
    signed: Signer | None = None
    """Where a signer is in the film's own picture."""
    top_asked: bool = False
    """Whether a caption asks for the top: there is something to be seen at the picture's lower edge."""


@dataclass(frozen=True, slots=True)
class SignerWindow:
    """The window for the signer, and what of the signed version's picture is seen in it."""

    rect: Rect
    cut: Signer


@dataclass(frozen=True, slots=True)
class FilmPlaces:
    """Where everything stands, in page units."""

    picture: Rect
    signer: SignerWindow | None = None
    captions: CaptionRoom | None = None


@lru_cache(maxsize=64)
def film_places(page: Page, wish: FilmWish) -> FilmPlaces:
    """Everything in its place on *page*."""
    signer = wish.signer
    if signer is None or signer.place is SignerPlace.OFF:
        return _alone(page, wish)
    match signer.place:
        case SignerPlace.BELOW:
            return _below(page, wish, signer)
        case SignerPlace.INSIDE:
            return _inside(page, wish, signer)
        case _:
            return _beside(page, wish, signer)


def _alone(page: Page, wish: FilmWish) -> FilmPlaces:
    signed = wish.signed
    if not _takes_room(wish):
        picture = _board(page).fitted(wish.aspect)
        room = _over(page, picture, wish, avoid=_part(picture, signed) if signed else None)
        if room is None or room.holds >= _A_FEW_WORDS or signed is None:
            return FilmPlaces(picture, captions=room)
    picture, room = below(
        _setting(page, wish),
        _stage(page),
        page.safe,
        wish.aspect,
        lambda found: _part(found, signed) if signed else None,
    )
    return FilmPlaces(picture, captions=room)


def _beside(page: Page, wish: FilmWish, signer: SignerView) -> FilmPlaces:
    """The window and the picture side by side, the captions in the picture's column."""
    stage = _stage(page)
    least = _wide(page) * LEAST_BESIDE
    cut, aspect = _cut(wish, signer, least / stage.height)
    room = stage.width - _EDGE - _wide(page) * _LEAST_PICTURE_BESIDE
    most = max(min(stage.height * aspect, room), least)
    width = least + (most - least) * _BESIDE[signer.size]
    height = min(width / aspect, stage.height)
    column = stage.from_left(width + _EDGE)
    if signer.place is SignerPlace.RIGHT:
        column = replace(column, x=stage.x)
    x = stage.x if signer.place is SignerPlace.LEFT else stage.right - width
    window = Rect(x, stage.y + (stage.height - height) / 2, width, height)
    picture, captions = _in_column(page, column, wish)
    return FilmPlaces(picture, SignerWindow(window, cut), captions)


def _in_column(page: Page, column: Rect, wish: FilmWish) -> tuple[Rect, CaptionRoom | None]:
    if _takes_room(wish):
        words = column.within(page.safe)
        return below(_setting(page, wish), column, words, wish.aspect, lambda _picture: None)
    picture = column.fitted(wish.aspect)
    return picture, _over(page, picture, wish, area=column)


def _below(page: Page, wish: FilmWish, signer: SignerView) -> FilmPlaces:
    """The window below the picture at the right, and the captions beside it; without them in the middle."""
    stage = _stage(page)
    cut, aspect = _cut(wish, signer, 0)
    height = page.height * _BELOW[signer.size]
    width = min(height * aspect, stage.width / 2)
    height = width / aspect
    picture = Rect(stage.x, stage.y, stage.width, stage.height - height - _EDGE).fitted(wish.aspect)
    picture = replace(picture, y=stage.y + (stage.height - picture.height - height - _EDGE) / 2)
    top = picture.bottom + _EDGE
    if not _takes_room(wish):
        window = Rect(stage.x + (stage.width - width) / 2, top, width, height)
        return FilmPlaces(picture, SignerWindow(window, cut), _over(page, picture, wish))
    x = max(picture.right - width, stage.x + stage.width * _LEAST_WORDS)
    window = Rect(x, top, width, height)
    words = Rect(stage.x, top, window.x - _EDGE - stage.x, height).within(page.safe)
    captions = rest_below(_setting(page, wish), picture, words)
    return FilmPlaces(picture, SignerWindow(window, cut), captions)


def _inside(page: Page, wish: FilmWish, signer: SignerView) -> FilmPlaces:
    """The window over the picture's lower right corner, or over the upper one where captions may come up."""
    if _takes_room(wish):
        picture, room = below(
            _setting(page, wish),
            _stage(page),
            page.safe,
            wish.aspect,
            lambda found: _window_in(page, found, wish, signer, upper=True).rect,
        )
        rising = room.ceiling < picture.bottom
        return FilmPlaces(picture, _window_in(page, picture, wish, signer, upper=rising), room)
    picture = _board(page).fitted(wish.aspect)
    upper = wish.captions and wish.look.position is CaptionPosition.BOTTOM
    window = _window_in(page, picture, wish, signer, upper=upper)
    return FilmPlaces(picture, window, _over(page, picture, wish, avoid=window.rect))


def _window_in(page: Page, picture: Rect, wish: FilmWish, signer: SignerView, *, upper: bool) -> SignerWindow:
    cut, aspect = _cut(wish, signer, 0)
    inner = picture.inset(_EDGE).within(page.safe)
    area = picture.width * picture.height * _INSIDE[signer.size]
    width = min(sqrt(area * aspect), picture.width * _WIDEST_INSIDE, inner.height * aspect)
    height = width / aspect
    y = inner.y if upper else inner.bottom - height
    return SignerWindow(Rect(inner.right - width, y, width, height), cut)


def _over(
    page: Page, picture: Rect, wish: FilmWish, *, area: Rect | None = None, avoid: Rect | None = None
) -> CaptionRoom | None:
    """The room for captions over *picture*, in the whole board where no *area* is named."""
    if not wish.captions:
        return None
    look = wish.look
    if wish.top_asked:
        look = look.model_copy(update={"position": CaptionPosition.TOP})
    setting = CaptionSetting(page, look, wish.text_percent)
    return over(setting, picture, area or _board(page), avoid)


def _takes_room(wish: FilmWish) -> bool:
    return wish.captions and wish.look.position is CaptionPosition.BELOW


def _setting(page: Page, wish: FilmWish) -> CaptionSetting:
    return CaptionSetting(page, wish.look, wish.text_percent)


def _cut(wish: FilmWish, signer: SignerView, least: float) -> tuple[Signer, float]:
    """The signer's part of the picture and its width by its height: widened where that is under *least*."""
    cut = signer.cut
    aspect = cut.width * wish.signer_aspect / cut.height
    if aspect < least:
        width = min(cut.height * least / wish.signer_aspect, 1.0)
        x = min(max(cut.x + (cut.width - width) / 2, 0.0), 1.0 - width)
        cut = cut.model_copy(update={"x": x, "width": width})
        aspect = cut.width * wish.signer_aspect / cut.height
    return cut, aspect


def _part(picture: Rect, part: Signer) -> Rect:
    x, y = picture.x + part.x * picture.width, picture.y + part.y * picture.height
    return Rect(x, y, part.width * picture.width, part.height * picture.height)


def _wide(page: Page) -> float:
    return min(page.width, page.height * _WIDEST)


def _board(page: Page) -> Rect:
    return Rect(0, 0, page.width, page.height)


def _stage(page: Page) -> Rect:
    """The part of the board that pictures share."""
    return _board(page).centred(_wide(page), page.height).inset(_EDGE)
