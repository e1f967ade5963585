"""Captions, their look, and the signer's window, as moves and as both sides see them."""

from __future__ import annotations

from typing import Any

import pytest

from lesson_player.model.caption_look import CaptionLook, CaptionPosition, SignerPlace, SignerSize
from lesson_player.model.film import Signer, Track
from lesson_player.model.lesson import FilmStep
from lesson_player.teaching import caption_moves, moves, signing
from lesson_player.teaching.course import Course
from lesson_player.teaching.desk import teacher_view
from lesson_player.teaching.project import class_view, cues_now
from lesson_player.teaching.state import LessonState
from lesson_player.teaching.views import FilmSettings
from tests.support.small_lesson import at_step, bundle, course, loaded_film

SIGNER = Signer(x=0.6, y=0.1, width=0.3, height=0.8)
EASY = Track(id="easy-read", title="Easy-read captions", file="easy.vtt")


def signed_course(*, missing: tuple[str, ...] = (), **changes: dict[str, Any]) -> Course:
    """The small lesson whose BSL version says where its signer is; *changes* are fields by version."""
    loaded = loaded_film(missing=missing)
    changes = {"bsl": {"signer": SIGNER}} | changes
    versions = {
        name: version.model_copy(update=changes.get(name, {}))
        for name, version in loaded.film.versions.items()
    }
    film = loaded.film.model_copy(update={"versions": versions})
    made = course()
    films = {"small-film": loaded.model_copy(update={"film": film})}
    whole = bundle().model_copy(update={"films": films})
    return Course(whole, made.lesson, made.wording, made.version_title, made.pages)


def settings(made: Course, state: LessonState) -> FilmSettings:
    found = teacher_view(made, state).film_settings
    assert found is not None
    return found


def test_the_window_goes_round_its_places_and_is_in_the_class_view() -> None:
    made = signed_course()
    state = at_step(made, "watch")
    seen = []
    for _ in range(5):
        state = caption_moves.next_signer_place(made, state)
        film = class_view(made, state).film
        assert film is not None
        seen.append(film.signer.place if film.signer else None)
    assert seen == [SignerPlace.RIGHT, SignerPlace.LEFT, SignerPlace.BELOW, SignerPlace.INSIDE, None]


def test_the_window_cuts_the_signed_version() -> None:
    made = signed_course()
    state = caption_moves.put_signer(SignerPlace.LEFT, SignerSize.LARGE)(made, at_step(made, "watch"))
    film = class_view(made, state).film
    assert film is not None
    assert film.signer is not None
    assert (film.signer.version, film.signer.cut, film.signer.size) == ("bsl", SIGNER, SignerSize.LARGE)
    assert film.version == "film"
    assert signing.companion_version(made, moves.current_step(made, state), state) == "bsl"
    assert "Signer on the left" in teacher_view(made, state).class_lines[1]


def test_sizes_go_round() -> None:
    made = signed_course()
    state = caption_moves.next_signer_place(made, at_step(made, "watch"))
    seen = []
    for _ in range(3):
        state = caption_moves.next_signer_size(made, state)
        seen.append(state.film_choice.signer_size)
    assert seen == [SignerSize.LARGE, SignerSize.SMALL, SignerSize.MEDIUM]


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (signed_course(bsl={"signer": None}), "do not say where the signer stands"),
        (signed_course(missing=("bsl",)), "file of the British Sign Language version is not here"),
        (signed_course(missing=("film",)), "British Sign Language version itself is on"),
    ],
)
def test_where_there_can_be_no_window_it_is_said_why(made: Course, words: str) -> None:
    state = at_step(made, "watch")
    assert words in settings(made, state).no_signer
    assert caption_moves.next_signer_place(made, state) == state
    wanted = state.film_choice.model_copy(update={"signer": SignerPlace.RIGHT})
    film = class_view(made, state.model_copy(update={"film_choice": wanted})).film
    assert film is not None
    assert film.signer is None


def test_while_the_signed_version_is_on_captions_know_where_its_signer_is() -> None:
    made = signed_course()
    beside = caption_moves.next_signer_place(made, at_step(made, "watch"))
    state = moves.swap_version(made, beside)
    film = class_view(made, state).film
    assert film is not None
    assert film.version == "bsl"
    assert (film.signer, film.signed) == (None, SIGNER)
    assert "Press S" in settings(made, state).no_signer
    back = class_view(made, moves.swap_version(made, state)).film
    assert back is not None
    assert back.signer is not None, "the window comes back with the film"
    assert back.signed is None


def test_the_look_reaches_both_sides_and_goes_round() -> None:
    made = signed_course()
    look = CaptionLook(percent=300, position=CaptionPosition.TOP)
    state = caption_moves.look_like(look)(made, at_step(made, "watch"))
    film = class_view(made, state).film
    assert film is not None
    assert film.look == look
    assert settings(made, state).look == look
    standard = caption_moves.next_look(made, state).film_choice.caption_look
    assert standard == CaptionLook(position=CaptionPosition.TOP)


def test_tracks_go_round_and_choosing_one_shows_it() -> None:
    tracks = (Track(id="standard", title="Captions", file="a.vtt"), EASY)
    made = signed_course(film={"captions": tracks}, bsl={"captions": tracks})
    state = moves.toggle_captions(made, at_step(made, "watch"))
    assert [track.id for track in settings(made, state).tracks] == ["standard", "easy-read"]
    state = caption_moves.next_track(made, state)
    assert (settings(made, state).track, settings(made, state).captions) == ("easy-read", True)
    assert "Easy-read captions on" in teacher_view(made, state).class_lines[1]
    assert settings(made, caption_moves.next_track(made, state)).track == "standard"


def test_a_track_that_the_film_does_not_have_leaves_the_first() -> None:
    made = signed_course()
    state = caption_moves.choose_track("welsh")(made, at_step(made, "watch"))
    assert settings(made, state).track == "standard"
    assert "Captions on" in teacher_view(made, state).class_lines[1]


def test_burnt_in_captions_keep_ours_off_and_take_no_room() -> None:
    made = signed_course(film={"burnt_in_captions": True})
    state = at_step(made, "watch")
    film = class_view(made, state).film
    assert film is not None
    assert not film.caption_room
    assert settings(made, state).tracks == ()
    assert not settings(made, state).captions_available
    assert caption_moves.next_track(made, state) == state


def test_captions_come_and_go_with_the_nearest_frame() -> None:
    """At 25 frames a second none is more than 0.02 s from a caption's time."""
    made = signed_course()
    state = at_step(made, "watch")
    step = moves.current_step(made, state)
    assert isinstance(step, FilmStep)
    shown = {at_s: bool(cues_now(made, step, state, at_s)) for at_s in (0.96, 0.985, 1.0, 1.96, 1.985, 2.0)}
    assert shown == {0.96: False, 0.985: True, 1.0: True, 1.96: True, 1.985: False, 2.0: False}
