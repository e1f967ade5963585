"""The picture of the BSL version: the story on the left, the signer's panel on the right."""

from __future__ import annotations

from film_maker import HEIGHT, WIDTH
from film_maker.picture.ink import box, line
from film_maker.picture.lettering import letter, wrap

SIGNER = {"x": 0.625, "y": 0.02, "width": 0.36, "height": 0.96}
"""The signer's panel as shares of the picture: 0.3456 of it, over the third that was asked for."""
STORY = (16.0, 144.0, 0.6)
"""Where the story is: left, top, scale."""
GROUND = "#10161C"


def surround(card: str) -> str:
    """Everything around the story: the ground, and the panel with a card that says that no one signs."""
    x, y = SIGNER["x"] * WIDTH, SIGNER["y"] * HEIGHT
    width, height = SIGNER["width"] * WIDTH, SIGNER["height"] * HEIGHT
    parts = [
        box(0, 0, WIDTH, HEIGHT, GROUND, 0),
        box(x, y, width, height, "#33424B", 0, radius=18),
    ]
    lines = wrap(card, width - 130, 34)
    top = y + height / 2 - len(lines) * 23
    parts.append(box(x + 34, top - 56, width - 68, len(lines) * 46 + 88, "#FFFDF7", 0, radius=14))
    parts.append(line(f"M{x + 64},{top - 26}h64", 6, "#D9772B"))
    parts += [letter(text, x + 64, top + 26 + 46 * number, 34) for number, text in enumerate(lines)]
    return "".join(parts)
