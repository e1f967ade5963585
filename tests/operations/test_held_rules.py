from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lesson_player.operations.held.rules import (
    Copy,
    Listing,
    Stamp,
    given_up_for,
    gone_from,
    progress_words,
    seconds_left,
    work_for,
)

MOST, LEAVE = 1000, 100
STAMPS = st.dictionaries(
    st.sampled_from("abcdef"), st.builds(Stamp, st.integers(0, 3), st.integers(0, 3)), max_size=6
)
COPIES = st.lists(
    st.builds(
        Copy,
        key=st.uuids().map(str),
        size=st.integers(0, 700),
        opened=st.integers(0, 9).map(lambda days: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days)),
        in_use=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda copy: copy.key,
)


@given(STAMPS, STAMPS)
def test_work_makes_what_is_held_the_same_as_what_is_wanted(
    wanted: dict[str, Stamp], held: dict[str, Stamp]
) -> None:
    work = work_for(wanted, held)

    assert {*work.copy, *work.keep} == set(wanted)
    assert not {*work.copy} & {*work.keep}
    assert all(held[name] == wanted[name] for name in work.keep)
    assert all(held.get(name) != wanted[name] for name in work.copy)
    assert {*work.drop} == set(held) - set(wanted)
    assert work.is_nothing == (held == wanted)


@given(st.integers(0, 1200), COPIES, st.integers(0, 1500))
def test_room_is_made_within_the_bounds_or_not_at_all(needed: int, copies: list[Copy], free: int) -> None:
    gone = given_up_for(needed, copies, free, most=MOST, leave=LEAVE)

    idle = sorted((copy for copy in copies if not copy.in_use), key=lambda copy: copy.opened)
    held = sum(copy.size for copy in copies)
    if gone is None:
        freed = sum(copy.size for copy in idle)
        assert needed
        assert held - freed + needed > MOST or free + freed - needed < LEAVE
        return
    freed = sum(copy.size for copy in idle if copy.key in gone)
    if needed:
        assert held - freed + needed <= MOST
        assert free + freed - needed >= LEAVE
    # The oldest go first, nothing in use goes, and no more than it takes.
    assert gone == tuple(copy.key for copy in idle[: len(gone)])
    if gone:
        less = freed - idle[len(gone) - 1].size
        assert held - less + needed > MOST or free + less - needed < LEAVE


NAMES = st.frozensets(st.sampled_from("abcdef"))


@given(st.lists(st.sampled_from("abcdef"), unique=True), NAMES, NAMES)
def test_only_a_folder_that_was_seen_says_what_is_gone(
    held: list[str], names: frozenset[str], emptied: frozenset[str]
) -> None:
    assert gone_from(held, None) == ()
    gone = set(gone_from(held, Listing(names, emptied)))
    assert gone == (set(held) - (names - emptied) if names else set())


@given(st.integers(0, 10**10), st.integers(1, 10**10), st.floats(0, 10_000))
def test_the_time_left_is_never_negative_and_always_words(done: int, total: int, spent_s: float) -> None:
    left = seconds_left(min(done, total), total, spent_s)

    assert left is None or left >= 0
    assert " of " in progress_words(min(done, total), total, left)


def test_progress_in_words() -> None:
    assert progress_words(0, 400_000_000, None) == "0 of 400 MB"
    assert progress_words(100_000_000, 400_000_000, seconds_left(100_000_000, 400_000_000, 20)) == (
        "100 of 400 MB, about 1 minute left"
    )
    assert progress_words(1, 300, 20) == "0 of 1 MB, less than a minute left"
    assert progress_words(1, 10**9, 290) == "0 of 1000 MB, about 5 minutes left"
    assert seconds_left(10, 20, 1.0) is None
