"""Which moments a film needs, and where they may be before anybody has looked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.model.adaptation import Adaptation, MomentToFind
from lesson_player.operations.film_import.moments import (
    estimated,
    made_for,
    moments_to_find,
    plot_steps,
    times_problem,
)
from tests.support.small_lesson import bundle, film

START, MIDDLE, TELLS, END = (
    MomentToFind(id=name, title=name.title()) for name in ("start", "middle", "tells", "end")
)
WANTED = (START, MIDDLE, TELLS, END)


def test_the_version_for_the_edition_says_what_to_find() -> None:
    real = Adaptation(
        format=1,
        id="real",
        lesson="small",
        title="Real",
        about="For it.",
        edition="iwf",
        moments=(START, END),
    )
    made = bundle().model_copy(update={"adaptations": (real,)})
    assert moments_to_find(made, "iwf") == (START, END)
    assert made_for(made, "iwf") == real
    assert made_for(made, "other") is None


def test_without_such_a_version_it_is_every_moment_of_the_film_that_is_there() -> None:
    assert [one.id for one in moments_to_find(bundle(), "iwf")] == [one.id for one in film().moments]
    assert moments_to_find(bundle(with_film=False), "iwf") == ()


def test_steps_of_another_plot_are_listed() -> None:
    made = bundle()
    steps = tuple(
        step.model_copy(update={"edition": "sample"}) if step.id == "choose" else step
        for step in made.lesson.steps
    )
    told = made.model_copy(update={"lesson": made.lesson.model_copy(update={"steps": steps})})
    assert [step.id for step in plot_steps(told, "iwf")] == ["choose"]
    assert plot_steps(told, "sample") == ()


def test_known_moments_keep_their_share_and_others_stand_between() -> None:
    model = film()
    wanted = [MomentToFind(id=one.id, title=one.title) for one in model.moments]
    inserted = [wanted[0], MomentToFind(id="new", title="New"), *wanted[1:]]
    times = estimated(inserted, model, {"film": 100.0, "bsl": 32.0})
    former = model.versions["film"]
    for one in wanted:
        assert times["film"][one.id] == pytest.approx(
            former.moments[one.id] / former.duration * 100, abs=0.01
        )
    assert times["film"][wanted[0].id] < times["film"]["new"] < times["film"][wanted[1].id]
    assert times["bsl"][wanted[1].id] == pytest.approx(
        model.versions["bsl"].moments[wanted[1].id] * 2, abs=0.01
    )


@given(
    st.floats(1, 14_000),
    st.lists(st.sampled_from(["start", "a", "b", "middle", "c", "end"]), unique=True, min_size=2),
)
def test_estimated_times_run_forwards_and_stay_in_the_film(length_s: float, names: list[str]) -> None:
    wanted = [MomentToFind(id=name, title=name) for name in names]
    for model in (None, film()):
        times = [estimated(wanted, model, {"film": length_s})["film"][name] for name in names]
        assert times == sorted(times)
        assert times[0] >= 0
        assert times[-1] <= length_s


@pytest.mark.parametrize(
    ("times", "code"),
    [
        ({"start": 0.0, "middle": 5.0, "tells": 7.0, "end": 60.0}, None),
        ({"start": 0.0, "middle": 5.0, "end": 60.0}, "moment-without-time"),
        ({"start": 0.0, "middle": 8.0, "tells": 7.0, "end": 60.0}, "moments-out-of-order"),
        ({"start": 0.0, "middle": 7.0, "tells": 7.0, "end": 60.0}, "moments-out-of-order"),
        ({"start": 0.0, "middle": 5.0, "tells": 7.0, "end": 60.1}, "moment-past-end"),
    ],
)
def test_times_are_checked(times: dict[str, float], code: str | None) -> None:
    problem = times_problem("film", WANTED, times, 60.0)
    assert (problem.code if problem else None) == code
