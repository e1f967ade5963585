"""The drawn scenes, by the names that the script gives them."""

from __future__ import annotations

from film_maker.picture.ink import CREAM, TEAL, box
from film_maker.picture.lettering import letter
from film_maker.picture.stage import Picture, Stage


def _ground(stage: Stage) -> str:
    return box(0, 0, 1280, 720, CREAM, 0) + letter(stage.timed.scene.id, 640, 380, 90, weight="bold", fill=TEAL, centre=True)


PICTURES = {
    name: Picture(_ground, lambda stage: "")
    for name in "title kitchen hearts evenings secret tummy asked facedown gate believed block report lighter messages".split()
}
