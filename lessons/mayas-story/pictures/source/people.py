"""Heads, faces and bodies. Units: crown at -100, chin at 92, the middle of the face at the origin."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import hair
import hands
from palette import DARK, GREY, GREY_HAIR, LENSES, ORANGE, PALE_ORANGE, PAPER, TEAL, YELLOW, Person
from pen import INK, LINE, SIDE, Sheet, oval, rounded

_FACE = (
    "M -74 -14 C -76 -72 -44 -104 0 -104 C 44 -104 76 -72 74 -14 C 74 36 44 92 0 92 C -44 92 -74 36 -74 -14 Z"
)

_BROWS = {
    "calm": "M -44 -27 C -36 -33 -24 -33 -17 -28 M 17 -28 C 24 -33 36 -33 44 -27",
    "glad": "M -44 -30 C -36 -38 -24 -38 -17 -32 M 17 -32 C 24 -38 36 -38 44 -30",
    "worried": "M -46 -20 C -36 -24 -26 -30 -18 -38 M 18 -38 C 26 -30 36 -24 46 -20",
    "unsure": "M -44 -24 C -36 -28 -26 -30 -17 -28 M 17 -36 C 24 -42 36 -42 44 -34",
}
_MOUTHS = {
    "smile": "M -27 44 C -15 60 15 60 27 44",
    "soft": "M -20 48 C -10 57 10 57 20 48",
    "down": "M -19 58 C -9 46 9 46 19 58",
    "flat": "M -16 51 L 16 51",
    "wavy": "M -22 52 C -14 43 -6 45 0 51 C 6 57 14 58 22 49",
}
_MOODS = {
    "happy": ("glad", "grin"),
    "smile": ("calm", "smile"),
    "kind": ("calm", "soft"),
    "worried": ("worried", "down"),
    "talk": ("calm", "talk"),
    "tell": ("worried", "talk"),
    "unsure": ("unsure", "wavy"),
    "calm": ("calm", "soft"),
    "flat": ("calm", "flat"),
}

Hand = Callable[[Sheet, str], None]
SLEEVE = 44


@dataclass(frozen=True, slots=True)
class Arm:
    """One posed arm, in the person's units. ``angle`` turns the hand from the forearm's line, in degrees."""

    elbow: tuple[float, float]
    wrist: tuple[float, float]
    hand: Hand | None = hands.mitten
    angle: float = 0.0
    mirrored: bool = False
    size: float = 0.95


def head(sheet: Sheet, who: Person, mood: str = "kind", turn: float = 0.0, closed: bool = False) -> None:
    """Head with hair. ``turn`` from -1 (looks left) to 1 (looks right)."""
    shift = 15 * turn
    for side in (-1, 1):
        if who.hair not in {"scarf", "long", "bob"}:
            sheet.path(oval(side * 77 - shift * 0.4, 6, 14, 20), fill=who.skin)
    sheet.path(_FACE, fill=who.skin)
    if "beard" in who.aids or "grey beard" in who.aids:
        _beard(sheet, GREY_HAIR if "grey beard" in who.aids else who.hair_colour, who.skin, shift)
    with sheet.placed(shift, 0):
        if "glasses" in who.aids:
            _glasses(sheet, LENSES[who.skin])
        _features(sheet, who, mood, closed)
    hair.over(sheet, who)
    _worn(sheet, who, shift)


def person(
    sheet: Sheet,
    who: Person,
    mood: str = "kind",
    turn: float = 0.0,
    left: Arm | None = None,
    right: Arm | None = None,
    closed: bool = False,
    bottom: float = 512,
    on_body: Callable[[], None] | None = None,
    held: Callable[[], None] | None = None,
) -> None:
    """Someone from the waist up.

    Arms that are not given hang down. ``bottom`` is the sheet's y where the body ends. ``on_body`` draws what
    lies in front of the body and behind the arms; ``held`` what lies behind the forearms alone.
    """
    hair.behind(sheet, who)
    _torso(sheet, who, sheet.down_to(bottom), left is None, right is None)
    head(sheet, who, mood, turn, closed)
    lowest = sheet.down_to(SIDE - LINE - 2) - SLEEVE / 2
    arms = [(side, _raised(arm, lowest)) for side, arm in ((-1, left), (1, right)) if arm]
    if on_body:
        on_body()
    for side, arm in arms:
        _upper_arm(sheet, who, side, arm)
    if held:
        held()
    for _, arm in arms:
        _forearm(sheet, who, arm)
    if who.hair == "plait":
        hair.plait(sheet, who.hair_colour)


def _features(sheet: Sheet, who: Person, mood: str, closed: bool) -> None:
    brows, mouth = _MOODS[mood]
    if closed:
        sheet.path("M -40 4 C -34 12 -24 12 -18 4 M 18 4 C 24 12 34 12 40 4", line=7)
    else:
        for x in (-29, 29):
            if who.skin == DARK and "glasses" not in who.aids:
                sheet.path(oval(x, 3, 14, 13), fill="#8A5C40", line=0)
            sheet.path(oval(x, 3, 8, 10), fill=INK, line=0)
    sheet.path(_BROWS[brows], line=7)
    sheet.path("M 1 12 C 8 20 8 27 -3 28", line=5.5)
    if mouth == "grin":
        sheet.path("M -31 42 C -20 47 20 47 31 42 C 26 70 -26 70 -31 42 Z", fill=PAPER, line=7)
    elif mouth == "talk":
        sheet.path("M -18 46 C -10 40 10 40 18 46 C 18 68 -18 68 -18 46 Z", fill="#7A2F2A", line=7)
    elif who.skin == DARK and mouth == "soft":
        sheet.path("M -24 44 C -14 47 14 47 24 44 C 18 62 -18 62 -24 44 Z", fill=PAPER, line=6)
    else:
        sheet.path(_MOUTHS[mouth], line=7)


def _glasses(sheet: Sheet, lens: str) -> None:
    sheet.path("M -72 -6 L -54 -4 M 72 -6 L 54 -4 M -8 0 C -4 -5 4 -5 8 0", line=6)
    for x in (-31, 31):
        sheet.path(rounded(x - 24, -16, 48, 40, 15), fill=lens, line=6)


def _beard(sheet: Sheet, colour: str, skin: str, shift: float) -> None:
    sheet.path(
        "M -73 -6 C -76 50 -44 98 0 98 C 44 98 76 50 73 -6 C 66 22 52 32 34 33 "
        "C 16 30 -16 30 -34 33 C -52 32 -66 22 -73 -6 Z",
        fill=colour,
        line=7,
    )
    sheet.path(oval(shift, 53, 28, 15), fill=skin, line=0)


def _worn(sheet: Sheet, who: Person, shift: float) -> None:
    if "hearing aid" in who.aids:
        x = 77 - shift * 0.4
        sheet.limb(f"M {x + 3} -20 C {x + 24} -26 {x + 27} 6 {x + 18} 24", 11, ORANGE, line=6)
        sheet.path(f"M {x + 2} -18 C {x - 10} -14 {x - 8} 2 {x - 3} 8", line=4.5, ink=PAPER)
    if "earrings" in who.aids:
        for side in (-1, 1):
            sheet.path(oval(side * 80 - shift * 0.4, 36, 9, 11), fill=YELLOW, line=5)
    if "ear defenders" in who.aids or "headset" in who.aids:
        sheet.limb("M -84 0 C -96 -150 96 -150 84 0", 12, GREY, line=6)
        for side in (-1, 1):
            sheet.path(
                rounded(side * 84 - 20, -24, 40, 60, 18),
                fill=PALE_ORANGE if "headset" in who.aids else ORANGE,
            )
    if "headset" in who.aids:
        sheet.path("M 84 34 C 82 70 56 80 34 74", line=7)
        sheet.path(oval(28, 72, 11, 9), fill=GREY, line=5)


def _torso(sheet: Sheet, who: Person, low: float, left_hangs: bool, right_hangs: bool) -> None:
    wide = 150 if who.adult else 134
    slope = 166 if who.adult else 170
    under = min(slope + 90, low - 24)
    outline = (
        f"M {-wide - 14} {low} C {-wide - 12} {under} {-wide - 6} {slope + 30} {-wide + 12} {slope} "
        f"C {-wide + 34} {slope - 26} -70 136 -40 122 L 40 122 "
        f"C 70 136 {wide - 34} {slope - 26} {wide - 12} {slope} "
        f"C {wide + 6} {slope + 30} {wide + 12} {under} {wide + 14} {low}"
    )
    sheet.path(outline + " Z", fill=who.top, line=0)
    sheet.path(outline, flat_ends=True)
    for side, hangs in ((-1, left_hangs), (1, right_hangs)):
        if hangs and low > 262:
            x = side * (wide - 40)
            y = min(300, low)
            line = f"M {x} 244 C {x + side * 4} {y - 24} {x + side * 3} {y} {x + side * 3} {low}"
            sheet.path(line, line=7, flat_ends=True)
    if who.hair == "scarf":
        return
    sheet.path("M -34 66 L -34 124 C -24 150 24 150 34 124 L 34 66 Z", fill=who.skin)
    sheet.path("M -44 120 C -26 160 26 160 44 120", line=16, ink=INK)
    sheet.path("M -42 120 C -26 156 26 156 42 120", line=7, ink=who.trim or PAPER)
    if who.trim:
        sheet.path(f"M 0 152 L 0 {low}", line=7, flat_ends=True)
    if "lanyard" in who.aids:
        sheet.path("M -42 128 L 0 236 L 42 128", line=9, ink=TEAL)
        if low > 300:
            sheet.path(rounded(-24, 232, 48, 58, 8), fill=PAPER, line=6)
            sheet.path("M -10 262 L 10 262", line=6, ink=GREY)


def _raised(arm: Arm, lowest: float) -> Arm:
    """The same arm with its elbow inside the sheet: renderers do not cut off what lies outside."""
    x, y = arm.elbow
    return replace(arm, elbow=(x, min(y, lowest)))


def _upper_arm(sheet: Sheet, who: Person, side: int, arm: Arm) -> None:
    x, y = side * ((150 if who.adult else 134) - 26), 196
    ex, ey = arm.elbow
    sheet.limb(f"M {x} {y} L {ex} {ey}", SLEEVE, who.top)
    sheet.bar(f"M {x - side * 2} {y + 2} L {x - side * 44} {y + 3}", SLEEVE + 4, who.top)


def _forearm(sheet: Sheet, who: Person, arm: Arm) -> None:
    side = 1 if arm.elbow[0] > 0 else -1
    (ex, ey), (wx, wy) = arm.elbow, arm.wrist
    along = math.degrees(math.atan2(wy - ey, wx - ex)) + 90
    if arm.hand:
        with sheet.placed(wx, wy, arm.size, turn=along + arm.angle, flip=arm.mirrored):
            arm.hand(sheet, who.skin)
    sheet.limb(f"M {ex} {ey} L {wx} {wy}", SLEEVE, who.top)
    sx, sy = side * ((150 if who.adult else 134) - 26), 196
    reach = math.hypot(sx - ex, sy - ey)
    sheet.bar(
        f"M {ex} {ey} L {ex + (sx - ex) / reach * 26:.1f} {ey + (sy - ey) / reach * 26:.1f}", SLEEVE, who.top
    )
    cuff = math.radians(along)
    cx, cy = wx + math.sin(cuff) * 15, wy - math.cos(cuff) * 15
    nx, ny = math.cos(cuff) * 21, math.sin(cuff) * 21
    sheet.path(f"M {cx - nx:.1f} {cy - ny:.1f} L {cx + nx:.1f} {cy + ny:.1f}", line=5)


def fingers_over(sheet: Sheet, skin: str) -> None:
    """Four fingers laid over a shoulder from behind; the origin is on the line of the shoulder."""
    parts = [
        (f"M {x} -4 L {x + lean} {y}", 13.0)
        for x, lean, y in ((-24, -4, 24), (-8, -2, 32), (8, 1, 31), (24, 4, 22))
    ]
    for d, width in parts:
        sheet.limb(d, width, skin, line=6)


def wheelchair_user(sheet: Sheet, who: Person, mood: str, turn: float, foot: float) -> None:
    """Someone in a wheelchair, seen from the front; ``foot`` is the sheet's y where they end."""
    low = sheet.down_to(foot)
    for side in (-1, 1):
        sheet.limb(f"M {side * 120} 176 L {side * 132} 156", 18, GREY)
    sheet.path(rounded(-134, 172, 268, 230, 26), fill=GREY)
    hair.behind(sheet, who)
    _torso(sheet, who, 400, False, False)
    for side in (-1, 1):
        sheet.limbs([(f"M {side * 46} 392 L {side * 56} {low - 60}", 78)], "#39434F")
    head(sheet, who, mood, turn)
    for side in (-1, 1):
        wheel = rounded(side * 186 - 27, 270, 54, low - 280, 26)
        sheet.path(wheel, fill="#39434F")
        sheet.path(f"M {side * 186} 300 L {side * 186} {low - 40}", line=9, ink="#AEB6BF")
        arm = Arm((side * 150, 320), (side * 92, 392), hands.mitten, side * -20, side < 0)
        _upper_arm(sheet, who, side, arm)
        _forearm(sheet, who, arm)
