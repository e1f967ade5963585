"""Hair, in the units of :mod:`film_maker.picture.faces`: behind the head, before it, over the clothes."""

from __future__ import annotations

from film_maker.picture.ink import ORANGE, line, number, oval, shape


def back(style: str, colour: str, turn: float) -> str:
    """The hair behind the head and neck."""
    far = 1 if turn >= 0 else -1
    if style == "plait":
        return shape(
            "M-60,-112 C-66,-176 -34,-196 2,-196 C40,-196 68,-172 61,-108 C62,-78 54,-46 36,-30 "
            "C18,-22 -20,-22 -38,-32 C-54,-48 -60,-80 -60,-112Z",
            colour,
        )
    if style == "bun":
        return (
            oval(-6 * far, -203, 30, 26, colour)
            + line(f"M{-22 * far},-212 q{16 * far},-10 {28 * far},6", 3, "#5B4436")
            + shape(
                "M-60,-112 C-64,-176 -34,-192 0,-192 C36,-192 64,-172 60,-110 C58,-86 50,-70 42,-62 "
                "L-42,-62 C-52,-72 -60,-90 -60,-112Z",
                colour,
            )
        )
    if style == "scarf":
        return shape(
            "M-64,-110 C-72,-182 -38,-198 0,-198 C38,-198 72,-182 64,-110 C68,-60 74,-10 84,26 "
            "C40,52 -40,52 -84,26 C-74,-10 -68,-60 -64,-110Z",
            colour,
        )
    return ""


def _plait(colour: str, turn: float) -> str:
    s, n = 8 * turn, number
    return (
        shape(
            f"M-59,-98 C-68,-166 -38,-194 2,-194 C42,-194 67,-166 59,-100 C56,-114 53,-124 46,-134 "
            f"C{n(30 + s)},-138 {n(18 + s)},-146 {n(10 + s)},-158 "
            f"C{n(2 + s)},-142 {n(-18 + s)},-130 -46,-130 "
            f"C-52,-122 -56,-112 -59,-98Z",
            colour,
        )
        + line(f"M{n(10 + s)},-160 C{n(8 + s)},-172 {n(4 + s)},-182 0,-190", 3, "#544842")
        + line("M-48,-146 C-40,-164 -26,-176 -12,-182", 3, "#544842")
    )


def _bun(colour: str, turn: float) -> str:
    s, n = 8 * turn, number
    return shape(
        f"M-58,-104 C-64,-166 -36,-190 0,-190 C36,-190 64,-166 58,-104 C54,-124 48,-138 36,-146 "
        f"C{n(20 + s)},-152 {n(-14 + s)},-154 {n(-32 + s)},-146 C-46,-138 -53,-124 -58,-104Z",
        colour,
    ) + line("M-30,-172 C-18,-182 6,-184 22,-176", 3, "#6A5446")


def _short(colour: str, _turn: float) -> str:
    return shape(
        "M-59,-104 C-70,-112 -74,-128 -69,-140 C-76,-154 -70,-170 -58,-176 C-54,-192 -38,-202 -24,-200 "
        "C-12,-212 14,-212 25,-200 C40,-203 54,-192 58,-177 "
        "C70,-170 76,-154 69,-140 C74,-128 70,-112 59,-104 "
        "C57,-120 54,-131 47,-139 C36,-148 20,-145 8,-150 C-8,-144 -34,-149 -47,-139 "
        "C-54,-131 -57,-120 -59,-104Z",
        colour,
    ) + line("M-40,-170 q6,-9 15,-8 M-6,-184 q8,-7 17,-3 M28,-176 q9,-2 14,7", 3, "#4A403A")


def _crop(colour: str, _turn: float) -> str:
    return shape(
        "M-57,-112 C-64,-168 -34,-190 2,-190 C40,-190 62,-164 57,-112 C54,-126 50,-134 44,-140 "
        "C20,-150 -6,-146 -22,-152 C-34,-146 -50,-138 -57,-112Z",
        colour,
    )


def _scarf(colour: str, _turn: float) -> str:
    return shape(
        "M-64,-104 C-72,-182 -38,-198 0,-198 C38,-198 72,-182 64,-104 C62,-66 44,-36 0,-26 "
        "C-44,-36 -62,-66 -64,-104Z M-46,-112 C-48,-84 -36,-54 -14,-44 C-6,-40 6,-40 14,-44 "
        "C36,-54 48,-84 46,-112 C42,-146 -42,-146 -46,-112Z",
        colour,
    ).replace("<path", '<path fill-rule="evenodd"', 1)


FRONTS = {"plait": _plait, "bun": _bun, "short": _short, "crop": _crop, "scarf": _scarf}


def front(style: str, colour: str, turn: float) -> str:
    """The hair that frames the face."""
    return FRONTS[style](colour, turn)


def over(style: str, colour: str, turn: float) -> str:
    """What falls over the clothes: Maya's plait, on the far side of her face, or a headscarf's folds."""
    if style == "scarf":
        return shape(
            "M-52,-58 C-66,-20 -84,10 -88,30 C-40,62 40,62 88,30 "
            "C84,10 66,-20 52,-58 C36,-36 -36,-36 -52,-58Z",
            colour,
        ) + line("M-40,-30 C-20,0 30,10 62,0 M-66,14 C-30,36 10,40 44,34", 3, "#3E4A34", 0.45)
    if style != "plait":
        return ""
    side = 1 if turn >= 0 else -1
    parts = []
    places = [(46, -36, 17), (54, -10, 17), (57, 17, 16), (55, 43, 15), (51, 67, 13)]
    for x, y, size in reversed(places):
        parts.append(oval(side * x, y, size, size + 2, colour, 4.5))
        parts.append(line(f"M{side * (x - 8)},{y - 4} q{side * 8},8 {side * 15},2", 2.5, "#544842"))
    tuft = shape(
        f"M{side * 44},82 C{side * 38},100 {side * 42},112 {side * 48},122 "
        f"C{side * 54},112 {side * 58},100 {side * 56},82Z",
        colour,
        4.5,
    )
    band = oval(side * 50, 82, 10, 6, ORANGE, 4)
    return tuft + "".join(parts) + band
