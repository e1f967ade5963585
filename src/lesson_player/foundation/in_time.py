"""Asking something of a disk that may not answer, for a limited time.

A share whose network is gone can hold whoever asks it for minutes, and no system lets a question be taken
back. So a thread asks that ends with the program, and the answer is waited for only so long.
"""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class NotInTime(OSError):
    """There was no answer in the time that was given."""


def in_time(ask: Callable[[], T], within_s: float) -> T:
    """What *ask* gives; what it raises is raised. Raises NotInTime after *within_s* seconds."""
    given: list[T] = []
    raised: list[BaseException] = []

    def work() -> None:
        try:
            given.append(ask())
        except BaseException as error:  # noqa: BLE001 - it is raised where it was asked
            raised.append(error)

    thread = Thread(target=work, name="asking", daemon=True)
    thread.start()
    thread.join(within_s)
    if raised:
        raise raised[0]
    if not given:
        raise NotInTime(f"no answer within {within_s:g} s")
    return given[0]
