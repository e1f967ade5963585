"""What is to be copied, what is given up for it, and how long it takes: rules without a disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

MOST_BYTES = 8_000_000_000
"""What all copies together may take: a dozen lessons with a film in two versions of 300 MB each."""
LEAVE_FREE_BYTES = 1_000_000_000
"""Room on the disk that copies leave to the computer: Windows and desktops begin to complain below it."""
_MB = 1_000_000
_MINUTE_S = 60
_TOLD_AFTER_S = 2.0
"""Before, nobody can say how long it takes."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """By which a file is known to be as it was."""

    size: int
    """In bytes."""
    changed_ns: int
    """When it was last changed, in nanoseconds since 1970."""


Stamps = dict[str, Stamp]
"""Files by their names in their folder."""


@dataclass(frozen=True, slots=True)
class Work:
    """What makes a copy the same as what it is a copy of."""

    copy: tuple[str, ...]
    """Names of files that are new, or have changed."""
    keep: tuple[str, ...]
    """Names of files that are as they were."""
    drop: tuple[str, ...] = ()
    """Names of files that nobody wants any more."""

    @property
    def is_nothing(self) -> bool:
        """Whether the copy is as it should be."""
        return not (self.copy or self.drop)


def work_for(wanted: Mapping[str, Stamp], held: Mapping[str, Stamp]) -> Work:
    """What is to be done so that *held* becomes *wanted*."""
    same = {name for name, stamp in wanted.items() if held.get(name) == stamp}
    return Work(
        copy=tuple(name for name in wanted if name not in same),
        keep=tuple(name for name in wanted if name in same),
        drop=tuple(name for name in held if name not in wanted),
    )


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a lesson or a film, as far as room is concerned."""

    key: str
    size: int
    """In bytes."""
    opened: datetime
    """When it was last taught."""
    in_use: bool = False


def given_up_for(
    needed: int,
    copies: Iterable[Copy],
    free: int,
    *,
    most: int = MOST_BYTES,
    leave: int = LEAVE_FREE_BYTES,
) -> tuple[str, ...] | None:
    """Keys of the copies that go so that *needed* more bytes have room, the one opened longest ago first.

    *free* is what the disk has left. None where there is no room even without them: then none goes. What
    is in use never goes. With nothing needed it says what goes so that the bounds hold again, as far as they
    can.
    """
    known = sorted(copies, key=lambda copy: copy.opened)
    held = sum(copy.size for copy in known)
    gone: list[str] = []
    for copy in known:
        if held + needed <= most and free - needed >= leave:
            break
        if not copy.in_use:
            gone.append(copy.key)
            held -= copy.size
            free += copy.size
    if needed and (held + needed > most or free - needed < leave):
        return None
    return tuple(gone)


@dataclass(frozen=True, slots=True)
class Listing:
    """What is in a folder of the school."""

    names: frozenset[str]
    emptied: frozenset[str] = frozenset()
    """Of them, what is no lesson or film any more."""


def gone_from(held: Iterable[str], listing: Listing | None) -> tuple[str, ...]:
    """Which of the names *held* the school has taken away, as the listing of its folder says.

    None for a folder that could not be listed. An empty folder says nothing either: it is what is left of a
    share that is not connected.
    """
    if listing is None or not listing.names:
        return ()
    return tuple(name for name in held if name not in listing.names - listing.emptied)


def seconds_left(done: int, total: int, spent_s: float) -> float | None:
    """How long the rest takes if it goes on as it did; None while that cannot be said."""
    if done <= 0 or spent_s < _TOLD_AFTER_S:
        return None
    return max(total - done, 0) * spent_s / done


def progress_words(done: int, total: int, left_s: float | None) -> str:
    """How far copying is, in megabytes, and about how long it still takes."""
    words = tr("{done} of {total} MB", done=done // _MB, total=max(-(-total // _MB), 1))
    if left_s is None:
        return words
    minutes = round(left_s / _MINUTE_S)
    if minutes < 1:
        return tr("{amount}, less than a minute left", amount=words)
    return tr_n("{amount}, about {n} minute left", "{amount}, about {n} minutes left", minutes, amount=words)


def megabytes(size: int) -> str:
    """A size in words, rounded up."""
    return tr("{n} MB", n=-(-size // _MB))
