"""What switches reach in the teacher's window beside its buttons: steps, the time line, and notes."""

from __future__ import annotations

from collections.abc import Callable

from lesson_player.ui.widgets.spots import Spot, area_in
from tests.support.teacher_views import film_view, long_view, teacher_view
from tests.ui.conftest import Presenter


def spots(made: Presenter) -> dict[str, Spot]:
    return {spot.name: spot for row in made[0].parts.switch_rows() for spot in row.spots}


def test_a_step_is_gone_to(presenter: Callable[..., Presenter]) -> None:
    window, fake, _ = made = presenter(teacher_view())
    steps = [name for name in spots(made) if name.startswith("Step ")]
    assert len(steps) == window.parts.steps.count()
    spots(made)[steps[6]].press()
    assert fake.asked[-1] == ("go_to", 7)


def test_the_film_goes_back_and_on_and_to_a_chapter(presenter: Callable[..., Presenter]) -> None:
    view = film_view()
    window, fake, _ = made = presenter(view)
    assert view.film is not None
    chapter = view.film.chapters[-1]
    for name, seconds in (
        ("10 seconds on", round(view.film.at_s) + 10),
        ("10 seconds back", round(view.film.at_s)),
        (chapter.title, round(chapter.at_s)),
    ):
        spot = spots(made)[name]
        slider = window.parts.bar.film_time.slider
        assert not area_in(window, spot).isEmpty()
        spot.press()
        assert slider.value() == seconds
        assert fake.asked[-1] == ("seek_film", float(seconds))


def test_outside_a_film_there_is_no_time_to_go_to(presenter: Callable[..., Presenter]) -> None:
    assert "10 seconds on" not in spots(presenter(teacher_view()))


def test_notes_that_are_longer_than_their_room_are_scrolled(presenter: Callable[..., Presenter]) -> None:
    window, _, probe = made = presenter(long_view(), 1280, 720)
    for _ in range(4):
        window.parts.notes.enlarge(1)
    probe.settle()
    bar = window.parts.notes.text.verticalScrollBar()
    spots(made)["Notes for you, further down"].press()
    there = bar.value()
    assert there > 0
    spots(made)["Notes for you, further up"].press()
    assert bar.value() < there


def test_short_notes_are_not_lit(presenter: Callable[..., Presenter]) -> None:
    assert not [name for name in spots(presenter(teacher_view())) if name.startswith("Notes for you")]
