"""WebVTT times and cue settings (W3C WebVTT, sections 6.2 and 6.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lesson_player.model.captions import Placement

if TYPE_CHECKING:
    from collections.abc import Collection

TIME = re.compile(r"([0-9]+):([0-9]{2})(?::([0-9]{2}))?\.([0-9]{3})(?![0-9])")
TIMING = re.compile(rf"[ \t\f\r]*({TIME.pattern})[ \t\f\r]*-->[ \t\f\r]*({TIME.pattern})(.*)", re.DOTALL)
PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)%")
LINE_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
LONGEST_DIGITS = 9
"""Hours of more digits are no time in any film, and longer numbers cost time."""


def timestamp(text: str) -> float | None:
    """Seconds of a whole WebVTT timestamp, hours optional; None when it is not one."""
    found = TIME.fullmatch(text)
    if found is None:
        return None
    first, second, third, thousandths = found.groups()
    if len(first) > LONGEST_DIGITS:
        return None
    if third is None:
        if len(first) != 2 or int(first) > 59:
            return (
                None  # one digit, three digits or more than 59 are hours, and hours want minutes and seconds
            )
        hours, minutes, seconds = 0, int(first), int(second)
    else:
        hours, minutes, seconds = int(first), int(second), int(third)
    if minutes > 59 or seconds > 59:
        return None
    return hours * 3600 + minutes * 60 + seconds + int(thousandths) / 1000


def timing(line: str) -> tuple[float, float, str] | None:
    """Start, end and the settings after them; None when the line is no timing line."""
    found = TIMING.fullmatch(line)
    if found is None:
        return None
    start, end = timestamp(found[1]), timestamp(found[6])
    return None if start is None or end is None else (start, end, found[11])


def placement(settings: str, regions: Collection[str]) -> Placement:
    """Where a cue asks to be. A setting that is wrong is left out, as the specification says."""
    wanted: dict[str, object] = {}
    for setting in settings.split():
        name, colon, value = setting.partition(":")
        if not (name and colon and value):
            continue
        match name:
            case "region":
                wanted["region"] = value if value in regions else ""
            case "vertical" if value in {"rl", "lr"}:
                wanted |= {"vertical": value, "region": ""}
            case "line":
                wanted |= _line(value)
            case "position":
                wanted |= _position(value)
            case "size" if (size := _percent(value)) is not None:
                wanted |= {"size": size} | ({} if size == 100 else {"region": ""})
            case "align" if value in {"start", "center", "end", "left", "right"}:
                wanted["align"] = value
    return Placement.model_validate(wanted)


def _line(value: str) -> dict[str, object]:
    where, comma, align = value.partition(",")
    if comma and align not in {"start", "center", "end"}:
        return {}
    percent = where.endswith("%")
    number = _percent(where) if percent else _line_number(where)
    if number is None:
        return {}
    wanted: dict[str, object] = {"line": number, "snap_to_lines": not percent, "region": ""}
    return wanted | ({"line_align": align} if comma else {})


def _line_number(text: str) -> float | None:
    return float(text) if len(text) <= 20 and LINE_NUMBER.fullmatch(text) else None


def _position(value: str) -> dict[str, object]:
    where, comma, align = value.partition(",")
    number = _percent(where)
    if number is None or (comma and align not in {"line-left", "center", "line-right"}):
        return {}
    wanted: dict[str, object] = {"position": number}
    return wanted | ({"position_align": align} if comma else {})


def _percent(text: str) -> float | None:
    """A percentage of 0 to 100, or None."""
    found = PERCENT.fullmatch(text) if len(text) <= 20 else None
    return float(found[1]) if found and float(found[1]) <= 100 else None
