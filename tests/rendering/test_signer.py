"""However large captions are and wherever the signer is wanted: nothing covers the signer, nothing leaves the
board, no word leaves the margins, and the picture is never a thumbnail."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesson_player.model.appearance import TEXT_SIZES, Appearance
from lesson_player.model.caption_look import (
    CAPTION_SIZES,
    CaptionLook,
    CaptionPosition,
    SignerPlace,
    SignerSize,
)
from lesson_player.model.captions import Cue, Placement
from lesson_player.model.film import Signer
from lesson_player.model.slide import SignerView
from lesson_player.model.theme import MARGIN
from lesson_player.rendering.captions_room import LEAST_PICTURE
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.page import page_for, units_to_pixels
from lesson_player.rendering.placed import PlacedBox, PlacedFilm, PlacedSigner, PlacedText, ScreenLayout
from lesson_player.rendering.signer import LEAST_BESIDE, FilmPlaces, FilmWish, film_places
from tests.rendering.views import cue, film_view

SIZES = [
    (1280, 720),
    (1366, 768),
    (1920, 1080),
    (2560, 1440),
    (3840, 2160),
    (1024, 768),
    (1600, 1200),
    (1280, 800),
    (1920, 1200),
    (480, 270),
]
ODD_SIZES = [(1280, 1024), (800, 1200), (333, 271), (3440, 1440), (3440, 900)]
SAMPLE_CUT = Signer(x=0.625, y=0.02, width=0.36, height=0.96)
BESIDE = (SignerPlace.RIGHT, SignerPlace.LEFT)
FULL_CUE = cue("You can tell an adult that you trust.", "They will help you block and report.", voice="")

sizes = st.sampled_from([*SIZES, *ODD_SIZES])
aspects = st.sampled_from([16 / 9, 4 / 3, 2.39, 9 / 16, 1.0])
cuts = st.sampled_from(
    [
        SAMPLE_CUT,
        Signer(x=0.0, y=0.0, width=1.0, height=1.0),
        Signer(x=0.7, y=0.5, width=0.3, height=0.5),
        Signer(x=0.0, y=0.1, width=0.2, height=0.9),
    ]
)
looks = st.builds(
    CaptionLook,
    percent=st.sampled_from(CAPTION_SIZES),
    position=st.sampled_from(CaptionPosition),
    lines=st.integers(1, 3),
    window_opacity=st.sampled_from([0, 80]),
)
signers = st.builds(
    SignerView,
    version=st.just("bsl"),
    cut=cuts,
    place=st.sampled_from([place for place in SignerPlace if place is not SignerPlace.OFF]),
    size=st.sampled_from(SignerSize),
)
wishes = st.builds(
    FilmWish,
    aspect=aspects,
    captions=st.booleans(),
    look=looks,
    text_percent=st.sampled_from(TEXT_SIZES),
    signer=st.none() | signers,
    signer_aspect=st.just(16 / 9),
    signed=st.none() | cuts,
    top_asked=st.booleans(),
)
words = st.lists(st.text("aeioumnrst", min_size=1, max_size=12), min_size=1, max_size=9).map(" ".join)
cues = st.lists(st.lists(words, min_size=1, max_size=3).map(lambda lines: cue(*lines)), max_size=2)


def places(wish: FilmWish, size: tuple[int, int]) -> tuple[FilmPlaces, Rect]:
    page = page_for(Appearance(text_percent=wish.text_percent), size[0] / size[1])
    return film_places(page, wish), Rect(0, 0, page.width, page.height)


@settings(max_examples=150)
@given(wishes, sizes)
def test_picture_signer_and_captions_share_the_board(wish: FilmWish, size: tuple[int, int]) -> None:
    found, board = places(wish, size)
    inside = wish.signer is not None and wish.signer.place is SignerPlace.INSIDE
    over = wish.captions and wish.look.position is not CaptionPosition.BELOW
    assert board.holds_rect(found.picture)
    assert found.picture.width / found.picture.height == pytest.approx(wish.aspect)
    assert (found.signer is not None) == (wish.signer is not None)
    assert (found.captions is not None) == wish.captions
    if found.signer:
        assert board.holds_rect(found.signer.rect)
        assert found.picture.holds_rect(found.signer.rect) if inside else True
        assert inside or not found.picture.overlaps(found.signer.rect)
    if found.captions:
        room = found.captions
        assert board.inset(board.width * MARGIN, board.height * MARGIN).holds_rect(room.most)
        assert room.width > room.style.size, "there is no room for a word"
        if found.signer:
            assert not room.most.overlaps(found.signer.rect)
        filled = wish.signer is None and wish.signed is not None and room.rect.y > found.picture.bottom
        if over and not filled:
            assert found.picture.y < room.ceiling
            assert room.rect.bottom < found.picture.bottom
            assert room.height <= found.picture.height / 2 + 0.01
        else:
            assert room.rect.y >= found.picture.bottom
            assert room.ceiling >= found.picture.middle - 0.01


@settings(max_examples=80)
@given(wishes, sizes)
def test_the_picture_never_becomes_a_thumbnail(wish: FilmWish, size: tuple[int, int]) -> None:
    """Captions of any size leave it 60 % of the board's height, or about all that it has without them."""
    found, board = places(wish, size)
    without, _ = places(replace(wish, captions=False), size)
    least = min(board.height * LEAST_PICTURE, without.picture.height * 0.95)
    assert found.picture.height >= least - 0.01


@settings(max_examples=60)
@given(wishes, sizes, st.sampled_from(BESIDE))
def test_a_window_beside_is_at_least_a_third_as_wide_as_the_board(
    wish: FilmWish, size: tuple[int, int], place: SignerPlace
) -> None:
    widths = []
    for each in SignerSize:
        signer = SignerView(version="bsl", cut=SAMPLE_CUT, place=place, size=each)
        found, board = places(replace(wish, signer=signer), size)
        assert found.signer is not None
        rect, cut = found.signer.rect, found.signer.cut
        assert rect.width >= min(board.width, board.height * 2.4) * LEAST_BESIDE - 0.01
        assert rect.width / rect.height == pytest.approx(cut.width * 16 / 9 / cut.height, rel=0.001)
        assert (rect.x > found.picture.x) == (place is SignerPlace.RIGHT)
        assert cut.x <= SAMPLE_CUT.x + 1e-9, "the signing space is never cut"
        assert cut.x + cut.width >= SAMPLE_CUT.x + SAMPLE_CUT.width - 1e-9
        widths.append(rect.width)
    assert widths == sorted(widths)


@pytest.mark.parametrize("place", [SignerPlace.RIGHT, SignerPlace.BELOW, SignerPlace.INSIDE])
def test_three_sizes_differ_on_a_wide_board(place: SignerPlace) -> None:
    areas = []
    for size in SignerSize:
        view = SignerView(version="bsl", cut=SAMPLE_CUT, place=place, size=size)
        found, _ = places(FilmWish(16 / 9, True, CaptionLook(), 100, view), (1920, 1080))
        assert found.signer is not None
        areas.append(found.signer.rect.width * found.signer.rect.height)
    assert areas[0] < areas[1] < areas[2]


def test_a_window_inside_has_at_least_a_sixth_of_the_picture() -> None:
    view = SignerView(version="bsl", cut=SAMPLE_CUT, place=SignerPlace.INSIDE, size=SignerSize.SMALL)
    found, _ = places(FilmWish(16 / 9, True, CaptionLook(), 100, view), (1920, 1080))
    assert found.signer is not None
    share = found.signer.rect.width * found.signer.rect.height / found.picture.width / found.picture.height
    assert share == pytest.approx(1 / 6)


def test_captions_never_rise_over_the_signer_in_the_picture() -> None:
    for percent in CAPTION_SIZES:
        for position in CaptionPosition:
            look = CaptionLook(percent=percent, position=position)
            wish = FilmWish(16 / 9, True, look, 100, signed=SAMPLE_CUT)
            found, _ = places(wish, (1920, 1080))
            picture = found.picture
            signer = Rect(
                picture.x + SAMPLE_CUT.x * picture.width,
                picture.y + SAMPLE_CUT.y * picture.height,
                SAMPLE_CUT.width * picture.width,
                SAMPLE_CUT.height * picture.height,
            )
            assert found.captions is not None
            assert not found.captions.most.overlaps(signer), (percent, position)


@settings(max_examples=60, deadline=None)
@given(cues, looks, st.none() | signers, sizes, st.sampled_from(TEXT_SIZES), st.booleans())
def test_what_is_drawn_keeps_to_its_room(
    said: list[Cue],
    look: CaptionLook,
    signer: SignerView | None,
    size: tuple[int, int],
    percent: int,
    room: bool,
) -> None:
    seen = film_view(
        Appearance(text_percent=percent), cues=tuple(said), look=look, signer=signer, caption_room=room
    )
    layout = lay_out(seen, *size)
    check_film(layout)
    wanted = " ".join(one.text for one in said).split()
    shown = " ".join(target.name for target in layout.targets_of("caption")).replace("Maya: ", "").split()
    assert "".join(shown) == "".join(wanted), "a word is lost"


def check_film(layout: ScreenLayout) -> None:
    """What holds for every film slide, in pixels."""
    board = Rect(0, 0, layout.width, layout.height)
    margin = board.inset(layout.width * MARGIN, layout.height * MARGIN)
    for thing in layout.placed:
        pictures = isinstance(thing, PlacedFilm | PlacedSigner)
        assert (board if pictures else margin).holds_rect(thing.rect, slack=0.51), thing
    texts = list(layout.texts)
    for one, other in combinations(texts, 2):
        assert not one.rect.overlaps(other.rect, slack=0.51), (one, other)
    if layout.signer:
        for thing in layout.placed:
            if isinstance(thing, PlacedText | PlacedBox):
                assert not thing.rect.overlaps(layout.signer.rect, slack=0.51), thing
    caption = layout.targets_of("caption")
    sample = [target for target in layout.targets if target.id == "sample"]
    assert not any(one.rect.overlaps(two.rect, slack=0.51) for one in caption for two in sample)
    assert len(sample) == 1
    assert all(target.name for target in layout.targets)


def test_without_captions_the_film_fills_the_board() -> None:
    layout = lay_out(film_view(caption_room=False), 1920, 1080)
    assert layout.film is not None
    assert layout.film.rect == Rect(0, 0, 1920, 1080)
    assert [box.fill for box in layout.placed if isinstance(box, PlacedBox)] == ["caption_box"]
    check_film(layout)


@pytest.mark.parametrize("position", [CaptionPosition.BOTTOM, CaptionPosition.TOP])
def test_with_captions_over_the_picture_the_film_fills_the_board(position: CaptionPosition) -> None:
    layout = lay_out(film_view(cues=(FULL_CUE,), look=CaptionLook(position=position)), 1920, 1080)
    assert layout.film is not None
    assert layout.film.rect == Rect(0, 0, 1920, 1080)
    caption = layout.targets_of("caption")[0].rect
    assert (caption.middle < 540) == (position is CaptionPosition.TOP)
    check_film(layout)


@pytest.mark.parametrize(
    ("position", "placement", "top"),
    [
        (CaptionPosition.BOTTOM, Placement(line=0), True),
        (CaptionPosition.BOTTOM, Placement(line=-1), False),
        (CaptionPosition.BOTTOM, Placement(line=10, snap_to_lines=False), True),
        (CaptionPosition.TOP, Placement(line=90, snap_to_lines=False), True),
    ],
)
def test_a_caption_that_asks_for_the_top_keeps_off_the_lower_edge(
    position: CaptionPosition, placement: Placement, top: bool
) -> None:
    asks = FULL_CUE.model_copy(update={"placement": placement})
    look = CaptionLook(position=position)
    layout = lay_out(film_view(cues=(asks,), look=look), 1920, 1080)
    assert (layout.targets_of("caption")[0].rect.middle < 540) is top
    check_film(layout)


def test_a_caption_below_the_picture_stays_there_whatever_it_asks_for() -> None:
    asks = FULL_CUE.model_copy(update={"placement": Placement(line=0)})
    layout = lay_out(film_view(cues=(asks,)), 1920, 1080)
    assert layout.film is not None
    assert layout.targets_of("caption")[0].rect.y > layout.film.rect.bottom


@pytest.mark.parametrize("place", [SignerPlace.INSIDE, SignerPlace.BELOW, SignerPlace.RIGHT])
def test_a_caption_that_asks_for_the_top_never_covers_the_signer(place: SignerPlace) -> None:
    look = CaptionLook(position=CaptionPosition.BOTTOM, percent=200)
    signer = SignerView(version="bsl", place=place, size=SignerSize.LARGE, cut=SAMPLE_CUT)
    before = lay_out(film_view(cues=(FULL_CUE,), look=look, signer=signer), 1920, 1080)
    asks = FULL_CUE.model_copy(update={"placement": Placement(line=0)})
    layout = lay_out(film_view(cues=(asks,), look=look, signer=signer), 1920, 1080)
    assert layout.signer is not None
    assert layout.signer == before.signer, "the signer stays"
    check_film(layout)


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_at_any_size_of_captions_the_picture_has_most_of_the_board(percent: int) -> None:
    """At 200 % the picture used to be a thumbnail above three huge lines."""
    layout = lay_out(film_view(cues=(FULL_CUE,), look=CaptionLook(percent=percent)), 1920, 1080)
    assert layout.film is not None
    assert layout.film.rect.height >= 0.6 * 1080 - 0.5
    size = {round(text.size) for text in layout.texts if text.on == "#000000"}
    assert size == {round(54 * percent / 100)} if percent < 300 else min(size) > 54 * 2


def test_captions_below_touch_the_picture_only_when_they_must() -> None:
    for percent, rises in ((100, False), (150, False), (200, True)):
        layout = lay_out(film_view(cues=(FULL_CUE,), look=CaptionLook(percent=percent)), 1920, 1080)
        assert layout.film is not None
        caption = layout.targets_of("caption")[0].rect
        assert (caption.y < layout.film.rect.bottom) is rises
    short = lay_out(film_view(cues=(cue("Hello."),), look=CaptionLook(percent=200)), 1920, 1080)
    assert short.film is not None
    assert short.targets_of("caption")[0].rect.y > short.film.rect.bottom


def test_the_picture_stands_still_whatever_is_said() -> None:
    look = CaptionLook(percent=200)
    said = ((), (cue("Hello."),), (FULL_CUE,))
    rooms = {lay_out(film_view(cues=each, look=look), 1366, 768).film for each in said}
    assert len(rooms) == 1


def test_page_units_hold_for_windows_of_any_size() -> None:
    wish = FilmWish(16 / 9, True, CaptionLook(), 100)
    found, _ = places(wish, (1920, 1080))
    layout = lay_out(film_view(), 3840, 2160)
    assert layout.film is not None
    assert layout.film.rect == found.picture.scaled(units_to_pixels(3840, 2160))
