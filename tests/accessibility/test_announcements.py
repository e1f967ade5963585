"""What is said without being asked: each change on the class screen once, and messages at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from lesson_player.teaching.views import TeacherView
from tests.support.source_tree import modules
from tests.support.teacher_views import class_view, film_controls, film_view, teacher_view
from tests.ui.conftest import Audience, Presenter

Said = list[tuple[str, QAccessible.AnnouncementPoliteness]]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    """Announcements that reach the accessibility bridge."""
    heard: Said = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append((event.message(), event.politeness()))

    QAccessible.setActive(True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


POLITE, ASSERTIVE = QAccessible.AnnouncementPoliteness.Polite, QAccessible.AnnouncementPoliteness.Assertive


def changed(words: str, *, private: bool = True) -> TeacherView:
    return teacher_view(
        class_view=class_view().model_copy(update={"announcement": words}),
        private=private,
        progress="line 3 of 3",
    )


def test_the_teacher_hears_what_the_class_sees(presenter: Callable[..., Presenter], said: Said) -> None:
    _, fake, _ = presenter()
    fake.show(changed("They block and report together."))
    fake.show(changed("They block and report together."))
    assert said == [("They block and report together.", POLITE)]


def test_a_message_is_urgent(presenter: Callable[..., Presenter], said: Said) -> None:
    _, fake, _ = presenter()
    fake.show(teacher_view(messages=("The film stopped.",)))
    assert said == [("The film stopped.", ASSERTIVE)]


def test_a_class_screen_of_its_own_is_silent(audience: Callable[..., Audience], said: Said) -> None:
    _, fake, _ = audience()
    fake.show(changed("They block and report together."))
    assert said == []


def test_a_shared_screen_speaks(audience: Callable[..., Audience], said: Said) -> None:
    _, fake, _ = audience(teacher_view(private=False))
    said.clear()
    fake.show(changed("They block and report together.", private=False))
    assert said == [("They block and report together.", POLITE)]


def test_what_a_film_tool_did_is_said_once_and_stands_in_the_window(
    presenter: Callable[..., Presenter], said: Said
) -> None:
    window, fake, _ = presenter(film_view())
    said.clear()
    words = "A pause point is added at 0:12. A again takes it away."
    for at_s in (12.3, 12.8):
        controls = film_controls(at_s=at_s, said=words)
        fake.show(film_view(film=controls, progress=f"film playing · {words}"))
    assert said == [(words, POLITE)]
    assert words in window.parts.now.progress.text()


def test_a_search_says_how_many_and_where(presenter: Callable[..., Presenter], said: Said) -> None:
    window, _, _ = presenter(film_view())
    panel = window.parts.side.transcript
    said.clear()
    panel.search.setText("message")
    panel.search.next_asked.emit()
    assert [words for words, _ in said] == ["4 places", "1 of 4: Chapter: The first message, 0:10"]


def test_where_am_i_is_said_once(presenter: Callable[..., Presenter], said: Said) -> None:
    window, fake, _ = presenter()
    said.clear()
    fake.run("where")
    assert said == [(window.where.text(), POLITE)]
    assert said[0][0].startswith("Step 5 of 10: What Maya can do.")


def test_a_found_step_is_said_as_it_is_chosen(presenter: Callable[..., Presenter], said: Said) -> None:
    window, fake, _ = presenter()
    fake.run("jump")
    said.clear()
    window.sheets.jump.field.setText("film")
    window.sheets.jump.field.next_asked.emit()
    assert [words for words, _ in said] == [
        "2 steps. Step 4, Film, part 1, 2 minutes, done",
        "Step 6, Film, part 2, 2 minutes",
    ]


def test_there_is_one_function_that_announces() -> None:
    """Whatever has to be said otherwise one day, as for another screen reader, is then said so everywhere."""
    announcing = [
        module.name
        for module in modules()
        if "QAccessibleAnnouncementEvent" in module.path.read_text("utf-8")
    ]
    assert announcing == ["ui.widgets.announce"]
