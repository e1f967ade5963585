"""The teacher is told how the signer's window keeps up with the film."""

from __future__ import annotations

import pytest

from lesson_player.model.caption_look import SignerPlace, SignerSize
from lesson_player.model.film import Signer
from lesson_player.teaching import caption_moves, moves, signing
from lesson_player.teaching.course import Course
from lesson_player.teaching.desk import teacher_view
from lesson_player.teaching.state import FilmStatus, LessonState
from tests.support.small_lesson import at_step, bundle, course


def with_signer() -> Course:
    """The small lesson with a signer in its BSL version."""
    made = course()
    loaded = bundle().films["small-film"]
    versions = dict(loaded.film.versions)
    cut = Signer(x=0.6, y=0.0, width=0.3, height=1.0)
    versions["bsl"] = versions["bsl"].model_copy(update={"signer": cut})
    film = loaded.film.model_copy(update={"versions": versions})
    films = {"small-film": loaded.model_copy(update={"film": film})}
    return Course(made.bundle.model_copy(update={"films": films}), made.lesson, made.wording, "", made.pages)


def playing(made: Course) -> LessonState:
    """The film plays beside the signer's window."""
    state = moves.next_beat(made, at_step(made, "watch"))
    while state.film.status is not FilmStatus.PLAYING:
        state = moves.next_beat(made, state)
    return caption_moves.put_signer(SignerPlace.RIGHT, SignerSize.MEDIUM)(made, state)


@pytest.mark.parametrize(
    ("drift_s", "words"),
    [(0.0, "in step"), (0.03, "in step"), (-0.04, "in step"), (0.26, "0.3 s ahead"), (-1.21, "1.2 s behind")],
)
def test_drift_is_told_in_words(drift_s: float, words: str) -> None:
    made = with_signer()
    state = signing.came_beside(playing(made), drift_s)
    assert any(line.endswith(words) for line in teacher_view(made, state).class_lines)


def test_nothing_is_told_while_it_is_not_known_or_the_film_rests() -> None:
    made = with_signer()
    state = playing(made)
    assert signing.came_beside(state, None) == state
    off = signing.came_beside(state, 0.5)
    resting = moves.play_or_rest(made, off)
    assert resting.film.status is FilmStatus.RESTING
    assert signing.came_beside(resting, 0.5).film.signer_off_s is None


def test_a_small_change_is_no_new_state() -> None:
    made = with_signer()
    state = signing.came_beside(playing(made), 0.31)
    assert signing.came_beside(state, 0.29) is state
