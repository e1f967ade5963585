"""Row and item scanning for people who drive a lesson with one or two switches.

A pure machine: time and presses go in, what is highlighted and what was chosen comes out. With one switch the
highlight goes on by itself, and a press takes it; with two, the first moves it and the second takes it. First
rows are gone through, then what stands in the row that was taken. Times are in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

Rows = tuple[tuple[str, ...], ...]
"""Names of what can be chosen, row by row. No row is empty."""

SCAN_S: Final = (0.5, 10.0)
"""Least and greatest time on each row and item."""
FIRST_S: Final = (0.0, 5.0)
"""Least and greatest time that the first one has besides."""
HOLD_S: Final = (0.0, 2.0)
"""Least and greatest time that a switch is held until it counts."""
ACCEPT_S: Final = (0.0, 2.0)
"""Least and greatest time after a press in which another one does not count: hands may tremble."""
ROUNDS: Final = 2
"""So many times a row is gone through, with nothing taken, before the rows come again."""


@dataclass(frozen=True, slots=True)
class ScanTimes:
    """How fast it goes, and how a press counts."""

    switches: int = 0
    """1 or 2; 0 while it is off."""
    scan_s: float = 2.0
    first_s: float = 1.0
    hold_s: float = 0.0
    accept_s: float = 0.5


@dataclass(frozen=True, slots=True)
class Scan:
    """Where scanning stands."""

    row: int = 0
    item: int | None = None
    """The item within the row; None while rows are gone through."""
    stayed_s: float = 0.0
    rounds: int = 0
    down: int = 0
    """The switch that is held and does not count yet; 0 for none."""
    held_s: float = 0.0
    deaf_s: float = 0.0
    """For so long no press counts."""

    def lit(self, rows: Rows) -> tuple[str, ...]:
        """What is highlighted: a row, or one item of it."""
        if not rows:
            return ()
        row = rows[min(self.row, len(rows) - 1)]
        return row if self.item is None else (row[min(self.item, len(row) - 1)],)


Outcome = tuple[Scan, str]
"""Where scanning stands now, and what was chosen; an empty name for nothing."""


def tick(times: ScanTimes, rows: Rows, scan: Scan, seconds: float, *, waits: bool = False) -> Outcome:
    """Let time pass; while it *waits*, because somebody speaks, the highlight stays where it is."""
    scan = replace(scan, deaf_s=max(0.0, scan.deaf_s - seconds))
    if not times.switches or not rows:
        return replace(scan, row=0, item=None, stayed_s=0.0, rounds=0), ""
    scan = _within(rows, scan)
    if scan.down:
        scan = replace(scan, held_s=scan.held_s + seconds)
        return _act(times, rows, scan) if scan.held_s >= times.hold_s else (scan, "")
    if waits or times.switches > 1:
        return scan, ""
    scan = replace(scan, stayed_s=scan.stayed_s + seconds)
    first = not scan.item and (scan.item is not None or scan.row == 0)
    if scan.stayed_s < times.scan_s + (times.first_s if first else 0.0):
        return scan, ""
    return _on(rows, scan), ""


def press(times: ScanTimes, rows: Rows, scan: Scan, switch: int) -> Outcome:
    """A switch, 1 or 2, goes down. Pressed again before it was let go it is the same press."""
    if scan.down or scan.deaf_s > 0 or not rows or not 1 <= switch <= times.switches:
        return scan, ""
    scan = replace(_within(rows, scan), down=switch, held_s=0.0)
    return (scan, "") if times.hold_s > 0 else _act(times, rows, scan)


def release(scan: Scan, switch: int) -> Scan:
    """A switch is let go: held too short, it was nothing."""
    return replace(scan, down=0, held_s=0.0) if scan.down == switch else scan


def _act(times: ScanTimes, rows: Rows, scan: Scan) -> Outcome:
    switch = scan.down
    scan = replace(scan, down=0, held_s=0.0, deaf_s=times.accept_s)
    if times.switches > 1 and switch == 1:
        return _on(rows, scan), ""
    row = rows[scan.row]
    if scan.item is None and len(row) > 1:
        return replace(scan, item=0, stayed_s=0.0, rounds=0), ""
    chosen = row[scan.item or 0]
    return replace(scan, row=0, item=None, stayed_s=0.0, rounds=0), chosen


def _on(rows: Rows, scan: Scan) -> Scan:
    if scan.item is None:
        return replace(scan, row=(scan.row + 1) % len(rows), stayed_s=0.0)
    if scan.item + 1 < len(rows[scan.row]):
        return replace(scan, item=scan.item + 1, stayed_s=0.0)
    if scan.rounds + 1 < ROUNDS:
        return replace(scan, item=0, stayed_s=0.0, rounds=scan.rounds + 1)
    return replace(scan, item=None, stayed_s=0.0, rounds=0)


def _within(rows: Rows, scan: Scan) -> Scan:
    """Buttons come and go with the lesson: what is no longer there cannot be lit."""
    if scan.row >= len(rows):
        return replace(scan, row=0, item=None, stayed_s=0.0, rounds=0)
    if scan.item is not None and scan.item >= len(rows[scan.row]):
        return replace(scan, item=0, stayed_s=0.0)
    return scan
