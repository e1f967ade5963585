"""Row and item scanning: what is lit can be taken, all comes round, a trembling hand is forgiven."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.teaching.switch_scanner import Rows, Scan, ScanTimes, press, release, tick

ROWS: Rows = (("next", "back"), ("play",), ("hide", "calm", "show"))
ONE = ScanTimes(switches=1, scan_s=1.0, first_s=0.5, hold_s=0.0, accept_s=0.3)
TWO = replace(ONE, switches=2)


def after(times: ScanTimes, scan: Scan, seconds: float, rows: Rows = ROWS) -> Scan:
    scan, chosen = tick(times, rows, scan, seconds)
    assert not chosen
    return scan


def test_rows_are_lit_in_turn_and_the_first_one_longer() -> None:
    scan = Scan()
    lit = []
    for _ in range(8):
        lit.append(scan.lit(ROWS))
        scan = after(ONE, scan, 0.5)
    row, play, safety = ROWS
    assert lit == [row, row, row, play, play, safety, safety, row]


def test_a_press_takes_the_row_and_the_next_one_the_button() -> None:
    scan, chosen = press(ONE, ROWS, Scan(), 1)
    assert (scan.lit(ROWS), chosen) == (("next",), "")
    scan = after(ONE, release(scan, 1), 1.5)
    assert scan.lit(ROWS) == ("back",)
    scan, chosen = press(ONE, ROWS, scan, 1)
    assert (chosen, scan.lit(ROWS)) == ("back", ROWS[0])


def test_a_row_of_one_needs_one_press() -> None:
    assert press(ONE, ROWS, Scan(row=1), 1)[1] == "play"


def test_a_row_that_nobody_wants_is_left_after_two_rounds() -> None:
    scan, _ = press(ONE, ROWS, Scan(), 1)
    lit = []
    for _ in range(12):
        scan = after(ONE, scan, 0.5)
        lit.append(scan.lit(ROWS))
    assert lit.count(("next",)) == 2 + 3
    assert lit[-1] == ROWS[0]


def test_with_two_switches_time_moves_nothing() -> None:
    scan = after(TWO, Scan(), 100.0)
    assert scan.lit(ROWS) == ROWS[0]
    scan = release(press(TWO, ROWS, scan, 1)[0], 1)
    assert press(TWO, ROWS, after(TWO, scan, 0.3), 2)[1] == "play"


def test_a_second_press_at_once_is_a_trembling_hand() -> None:
    scan, _ = press(ONE, ROWS, Scan(), 1)
    assert press(ONE, ROWS, scan, 1) == (scan, "")
    assert press(ONE, ROWS, after(ONE, scan, 0.3), 1)[1] == "next"


def test_a_switch_is_held_until_it_counts_and_once() -> None:
    held = replace(ONE, hold_s=1.0)
    scan, _ = press(held, ROWS, Scan(row=1), 1)
    short, _ = tick(held, ROWS, scan, 0.9)
    assert tick(held, ROWS, release(short, 1), 0.9)[1] == ""
    scan, chosen = tick(held, ROWS, short, 0.1)
    assert chosen == "play"
    assert tick(held, ROWS, scan, 1.0)[1] == ""


def test_the_light_waits_while_a_voice_speaks_and_can_still_be_taken() -> None:
    scan, _ = tick(ONE, ROWS, Scan(row=1), 100.0, waits=True)
    assert press(ONE, ROWS, scan, 1)[1] == "play"


@pytest.mark.parametrize("rows", [(), (("next",),)])
def test_buttons_that_have_gone_are_not_lit(rows: Rows) -> None:
    scan, chosen = tick(ONE, rows, Scan(row=2, item=2), 0.1)
    assert (scan.lit(rows), chosen) == (rows[0] if rows else (), "")


def test_off_means_off() -> None:
    assert press(ScanTimes(), ROWS, Scan(), 1)[1] == ""
    assert tick(ScanTimes(), ROWS, Scan(), 100.0)[0].lit(ROWS) == ROWS[0]


NAMES = st.lists(
    st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=4).map(tuple), max_size=4
)
MOVES = st.one_of(
    st.tuples(st.just("tick"), st.floats(0, 12)),
    st.tuples(st.just("press"), st.integers(0, 3)),
    st.tuples(st.just("release"), st.integers(0, 3)),
)
TIMES = st.builds(
    ScanTimes, st.integers(0, 2), st.floats(0.5, 10), st.floats(0, 5), st.floats(0, 2), st.floats(0, 2)
)


@given(TIMES, st.lists(st.tuples(NAMES.map(tuple), MOVES), max_size=40))
def test_only_what_is_there_is_lit_or_chosen(
    times: ScanTimes, happens: list[tuple[Rows, tuple[str, float]]]
) -> None:
    scan = Scan()
    for rows, (kind, value) in happens:
        chosen = ""
        if kind == "tick":
            scan, chosen = tick(times, rows, scan, value)
        elif kind == "press":
            scan, chosen = press(times, rows, scan, int(value))
        else:
            scan = release(scan, int(value))
        names = {name for row in rows for name in row}
        assert set(scan.lit(rows)) <= names
        assert not chosen or (chosen in names and times.switches)


@given(NAMES.filter(bool).map(tuple), TIMES.filter(lambda times: times.switches == 1), st.data())
def test_every_button_comes_round(rows: Rows, times: ScanTimes, data: st.DataObject) -> None:
    wanted = data.draw(
        st.sampled_from([(row, item) for row, each in enumerate(rows) for item in range(len(each))])
    )
    scan, chosen = Scan(), ""
    for _ in range(100):
        there = scan.row == wanted[0] and (scan.item is None or scan.item == wanted[1])
        if there and not scan.deaf_s:
            scan, chosen = press(times, rows, scan, 1)
            for _ in range(2):
                if not chosen and scan.down:
                    scan, chosen = tick(times, rows, scan, times.hold_s)
            scan = release(scan, 1)
            if chosen:
                break
        scan, _ = tick(times, rows, scan, max(times.scan_s / 2, 0.5))
    assert chosen == rows[wanted[0]][wanted[1]]
