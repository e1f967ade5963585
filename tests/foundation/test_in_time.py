from __future__ import annotations

from threading import Event

import pytest

from lesson_player.foundation.in_time import NotInTime, in_time


def test_an_answer_is_given_and_an_error_is_raised() -> None:
    def refuse() -> None:
        raise FileNotFoundError("film")

    assert in_time(lambda: 7, 30) == 7
    assert in_time(lambda: None, 30) is None
    with pytest.raises(FileNotFoundError, match="film"):
        in_time(refuse, 30)


def test_who_does_not_answer_is_not_waited_for() -> None:
    answer = Event()

    with pytest.raises(NotInTime):
        in_time(lambda: answer.wait(30), 0.01)
    assert not answer.is_set()
    answer.set()
