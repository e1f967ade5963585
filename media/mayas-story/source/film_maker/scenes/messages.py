"""The three good things to do, as cards, and the last words."""

from __future__ import annotations

from dataclasses import replace

from film_maker.picture import dog
from film_maker.picture.arms import PENCIL, hand
from film_maker.picture.faces import MAYA, MUM, OKAFOR, Look, Mood
from film_maker.picture.ink import (
    LIGHT_TEAL,
    ORANGE,
    PAPER,
    RED,
    YELLOW,
    box,
    group,
    line,
    oval,
    shape,
    sway,
)
from film_maker.picture.lettering import letter, wrap
from film_maker.picture.people import person
from film_maker.picture.stage import Picture, Stage
from film_maker.picture.things import bubble, fox, text_lines

SAM = Look("#F2C9A5", "#D9A67E", "#C9A15A", "crop", "#5E86A8", "#4C718F", glasses=True)
AISHA = Look("#D99A6C", "#BC7D50", "#8FB7C4", "scarf", "#6F9A5B", "#5B8249")
LEON = Look("#6F4427", "#583419", "#1F1A18", "short", "#D9B23C", "#BE9A2C", hearing_aid=True)


def _ground(stage: Stage) -> str:  # noqa: ARG001
    return box(0, 0, 1280, 720, "#E4F1EF", 0) + shape(
        "M0,560 C300,520 560,600 860,560 C1040,536 1180,560 1280,548 L1280,720 L0,720Z", "#D2E7E4", 0
    )


def _block_icon() -> str:
    return (
        fox(0, 0, 84, width=5)
        + oval(0, 0, 92, fill="none", width=22)
        + line("M-62,62 L62,-62", 22)
        + oval(0, 0, 92, fill="none", width=13, stroke=RED)
        + line("M-62,62 L62,-62", 13, RED)
    )


def _report_icon() -> str:
    return (
        line("M-58,92 V-84", 20)
        + line("M-58,92 V-84", 9, "#B98A5B")
        + shape("M-50,-82 C-16,-104 16,-54 66,-80 L66,4 C16,30 -16,-20 -50,2Z", ORANGE, 6)
        + line("M8,-56 V-28", 11, PAPER)
        + oval(8, -8, 6, fill=PAPER, width=0)
    )


def _tell_icon() -> str:
    teacher = replace(OKAFOR, lanyard=False)
    left = group(
        person(MAYA, Mood(turn=0.6, brow=0.2, mouth=0.5, speak=0.7), height=96), x=-62, y=26, scale=0.62
    )
    right = group(person(teacher, Mood(turn=-0.6, brow=0.3, mouth=0.7), height=96), x=66, y=26, scale=0.62)
    speech = group(
        bubble(-70, -152, 106, 50, tail="left", line_width=4.5)
        + text_lines(-50, -136, [66, 44], gap=18, thickness=8),
        x=6,
        y=0,
    )
    foot = box(-130, 86, 262, 36, LIGHT_TEAL, 0) + line("M-128,86 H132", 6)
    return group(left, right, foot, speech, y=12)


CARDS = (
    ("block", _block_icon, "#FBE3DC"),
    ("report", _report_icon, "#FCEBD3"),
    ("tell", _tell_icon, LIGHT_TEAL),
)


def _card(stage: Stage, place: int, shown: float, bright: float) -> str:
    name, icon, ground = CARDS[place]
    lines = wrap(stage.words[f"card-{name}"], 320, 46, "bold")
    words = "".join(
        letter(text, 0, 150 + 54 * row + (0 if len(lines) > 1 else 24), 46, weight="bold", centre=True)
        for row, text in enumerate(lines)
    )
    rim = box(-182, -232, 364, 484, "none", 12, radius=30, stroke=YELLOW, opacity=bright) if bright else ""
    body = box(-176, -226, 352, 472, PAPER, 5, radius=26) + box(-156, -206, 312, 290, ground, 0, radius=16)
    return group(
        rim + body + group(icon(), y=-54) + words,
        x=240 + 400 * place,
        y=318 + 26 * (1 - shown),
        opacity=shown,
    )


def _places() -> str:
    """Where the three cards will be, so that the picture is never empty."""
    return "".join(
        box(64 + 400 * place, 92, 352, 472, "#EEF6F5", 5, radius=26, stroke="#B9D6D2") for place in range(3)
    )


def _way_icons() -> tuple[str, str, str, str]:
    speak = group(
        bubble(-56, -44, 112, 66, line_width=8),
        text_lines(-32, -22, [64, 40], gap=24, thickness=10),
        scale=0.5,
    )
    left, right = (
        hand("rest", side * 17, 24, -90 + side * -14, MAYA, scale=0.68, flip=side > 0) for side in (-1, 1)
    )
    point = hand("point", -26, 8, -14, MAYA, scale=0.85)
    write = group(PENCIL, x=-18, y=-10, scale=0.5, turn=8) + line("M-22,28 q9,-8 18,0 t18,0", 4)
    return speak, left + right, point, write


def _ways(stage: Stage) -> str:
    """Speak, sign, point, write: the ways to tell, each as its word is spoken."""
    parts = []
    for place, (icon, word) in enumerate(zip(_way_icons(), (2, 3, 4, 6), strict=True)):
        shown = stage.after(stage.word_of("ways", word) - 0.15, 0.5)
        badge = oval(0, 0, 48, fill=PAPER) + icon
        parts.append(
            group(badge, x=400 + 160 * place, y=646 + 12 * (1 - shown), opacity=shown) if shown else ""
        )
    return "".join(parts)


def _crowd(stage: Stage) -> str:
    now = stage.time
    parts = []
    people = (
        (AISHA, 190, 470, 0.92, 0.35),
        (LEON, 1086, 474, 0.92, -0.35),
        (MUM, 370, 440, 1.0, 0.2),
        (SAM, 906, 476, 0.92, -0.2),
        (OKAFOR, 740, 436, 1.0, -0.15),
        (MAYA, 556, 470, 1.02, 0.1),
    )
    for place, (look, x, y, scale, turn) in enumerate(people):
        mood = Mood(
            turn=turn,
            brow=0.5,
            mouth=0.95,
            blink=stage.blink(0.7 * place),
            speak=stage.speaking("Maya") if look is MAYA else 0,
        )
        parts.append(
            group(
                person(look, mood, height=300, breath=sway(now, 4, 1.3, 0.17 * place), arms=True),
                x=x,
                y=y,
                scale=scale,
            )
        )
    parts.append(group(dog.head(blink=stage.blink(2.1), tilt=sway(now, 5, 3)), x=650, y=690, scale=0.9))
    return "".join(parts)


def _action(stage: Stage) -> str:
    last = stage.since("never", 0.9, early=0.7)
    cards = ""
    if last < 1:
        cards = _places()
        for place, line_id in enumerate(("card-block", "card-report", "card-tell")):
            shown = stage.since(line_id, 0.6, early=0.25)
            bright = shown * (1 - stage.after(stage.start_of(line_id) + 1.5, 0.6))
            cards += _card(stage, place, shown, round(bright, 3)) if shown else ""
        cards += _ways(stage)
    final = ""
    if last:
        words = letter(stage.words["card-never"], 640, 150, 84, weight="bold", fill="#084850", centre=True)
        final = group(_ground(stage), _crowd(stage), words, opacity=last)
    return cards + final


MESSAGES = Picture(_ground, _action)
