"""Captions as the BBC Subtitle Guidelines have them."""

from __future__ import annotations

import pytest

from lesson_player.model.appearance import Appearance
from lesson_player.model.captions import Cue, Span
from lesson_player.rendering.captions import name_colour
from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.placed import PlacedBox, PlacedText, ScreenLayout
from tests.rendering.views import cue, film_view

BLACK = "#000000"
WHITE, YELLOW, CYAN, GREEN = "#FFFFFF", "#FFFF00", "#00FFFF", "#00FF00"
MAYA = cue("I do not know this person.", "I feel worried.")


def captions(layout: ScreenLayout) -> list[PlacedText]:
    return [text for text in layout.texts if text.on == BLACK]


def boxes(layout: ScreenLayout) -> list[PlacedBox]:
    return [box for box in layout.placed if isinstance(box, PlacedBox) and box.fill == BLACK]


def test_size_place_and_box() -> None:
    layout = lay_out(film_view(cues=(MAYA,)), 1920, 1080)
    film = layout.film
    assert film is not None
    assert film.rect.width / film.rect.height == pytest.approx(16 / 9)
    assert len(boxes(layout)) == 2
    for box in boxes(layout):
        assert 0.07 <= box.rect.height / film.rect.height <= 0.0801
        assert box.rect.y > film.rect.bottom
        assert box.rect.width <= 0.68 * film.rect.width + captions(layout)[0].size + 0.01
        inside = [text for text in captions(layout) if box.rect.holds_rect(text.rect)]
        half_em = inside[0].size / 2
        assert inside[0].rect.x - box.rect.x == pytest.approx(half_em, abs=0.6)
        assert box.rect.right - inside[-1].rect.right == pytest.approx(half_em, abs=0.6)
        assert inside[0].size >= 0.05 * 1080


def test_speaker_is_named_in_words_and_colour() -> None:
    layout = lay_out(film_view(cues=(MAYA,)), 1920, 1080, speakers=("Maya", "Sam"))
    found = [(text.text, text.role) for text in captions(layout)]
    assert found == [
        ("Maya: ", YELLOW),
        ("I do not know this person.", WHITE),
        ("I feel worried.", WHITE),
    ]
    assert [t.name for t in layout.targets_of("caption")] == [
        "Maya: I do not know this person. I feel worried."
    ]


def test_speakers_keep_their_colours() -> None:
    speakers = ("Maya", "Sam", "Ms Okafor", "Mum")
    colours = [name_colour(name, speakers) for name in speakers]
    assert colours == [YELLOW, CYAN, GREEN, YELLOW]
    assert name_colour("Sam", ()) == name_colour("Sam", ())


def test_name_that_is_written_already_is_not_written_twice() -> None:
    layout = lay_out(film_view(cues=(cue("Maya: Hello."),)), 1920, 1080)
    assert "".join(text.text for text in captions(layout)) == "Maya: Hello."


def test_two_speakers_in_one_cue() -> None:
    both = Cue(
        start_s=0,
        end_s=2,
        lines=((Span(text="Are you well?", voice="Sam"),), (Span(text="Yes.", voice="Maya"),)),
    )
    layout = lay_out(film_view(cues=(both,)), 1920, 1080, speakers=("Maya", "Sam"))
    assert [text.text for text in captions(layout)] == ["Sam: ", "Are you well?", "Maya: ", "Yes."]


def test_picture_never_jumps() -> None:
    silent, spoken = lay_out(film_view(), 1366, 768), lay_out(film_view(cues=(MAYA,)), 1366, 768)
    assert silent.film is not None
    assert silent.film == spoken.film
    without = lay_out(film_view(caption_room=False), 1366, 768)
    assert without.film is not None
    assert without.film.rect.height > silent.film.rect.height


def test_larger_text_enlarges_captions() -> None:
    standard = captions(lay_out(film_view(cues=(MAYA,)), 1920, 1080))
    large = captions(lay_out(film_view(Appearance(text_percent=200), cues=(MAYA,)), 1920, 1080))
    assert large[0].size == pytest.approx(2 * standard[0].size)
    assert "".join(text.text for text in large).replace(" ", "") == "Maya:Idonotknowthisperson.Ifeelworried."


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_full_caption_of_two_lines_keeps_the_chosen_size(percent: int) -> None:
    full = cue("You can tell an adult that you trust.", "They will help you block and report.", voice="")
    layout = lay_out(film_view(Appearance(text_percent=percent), cues=(full,)), 1920, 1080)
    assert {round(text.size) for text in captions(layout)} == {round(54 * percent / 100)}


def test_very_long_caption_loses_no_word() -> None:
    words = "This caption is far longer than any caption should ever be. " * 6
    layout = lay_out(film_view(cues=(cue(words, voice=""),)), 1366, 768)
    assert " ".join(text.text.strip() for text in captions(layout)) == words.strip()
