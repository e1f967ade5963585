"""Paint any instant of a version as an image."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from film_maker import HEIGHT, WIDTH
from film_maker.picture.bsl import STORY, surround
from film_maker.picture.ink import PAPER, box
from film_maker.picture.lettering import letter, width_of
from film_maker.picture.stage import Picture, Stage
from film_maker.timeline import FADE, TimedScene, Timeline


@cache
def _application() -> QGuiApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication([])


def render(svg: str, image: QImage, left: float = 0, top: float = 0, scale: float = 1) -> None:
    """Draw SVG content, made for a 1280x720 picture, onto an image."""
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{svg}</svg>'
    )
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(whole.encode())).render(painter, QRectF(left, top, WIDTH * scale, HEIGHT * scale))
    painter.end()


def _blank(width: int = WIDTH, height: int = HEIGHT) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF10161C)
    return image


class FramePainter:
    """Paints the frames of one version. ``signed`` puts the story beside the signer's panel."""

    def __init__(
        self, timeline: Timeline, pictures: Mapping[str, Picture], words: Mapping[str, str], *, signed: bool
    ) -> None:
        _application()
        self._timeline, self._pictures, self._words = timeline, pictures, words
        self._left, self._top, self._scale = STORY if signed else (0.0, 0.0, 1.0)
        self._surround = _blank()
        if signed:
            render(surround(words["signer_card"]), self._surround)
        self._backdrops: dict[str, QImage] = {}
        self._drawn: dict[str, tuple[str, QImage]] = {}

    def image(self, seconds: float) -> QImage:
        """The picture at a time of the version."""
        number = self._scene_at(seconds)
        timed = self._timeline.scenes[number]
        into = seconds - timed.start
        story = self._story(timed, into)
        if number and into < FADE:
            before = self._timeline.scenes[number - 1]
            story = _mixed(self._story(before, before.end - before.start), story, into / FADE)
        whole = self._surround.copy()
        painter = QPainter(whole)
        painter.drawImage(round(self._left), round(self._top), story)
        painter.end()
        if number:
            render(self._mark(), whole)
        return whole

    def rgb(self, seconds: float) -> bytes:
        """The picture as rows of red, green and blue bytes."""
        image = self.image(seconds).convertToFormat(QImage.Format.Format_RGB888)
        return bytes(image.constBits())

    def _scene_at(self, seconds: float) -> int:
        scenes = self._timeline.scenes
        return max(
            number for number, timed in enumerate(scenes) if timed.start <= seconds + 1e-6 or number == 0
        )

    def _story(self, timed: TimedScene, into: float) -> QImage:
        picture = self._pictures[timed.scene.id]
        stage = Stage(timed, into, self._words)
        action = picture.action(stage)
        kept = self._drawn.get(timed.scene.id)
        if kept and kept[0] == action:
            return kept[1]
        image = self._backdrop(timed, stage, picture).copy()
        render(action, image, scale=self._scale)
        self._drawn[timed.scene.id] = (action, image)
        return image

    def _backdrop(self, timed: TimedScene, stage: Stage, picture: Picture) -> QImage:
        if timed.scene.id not in self._backdrops:
            image = _blank(round(WIDTH * self._scale), round(HEIGHT * self._scale))
            render(picture.backdrop(stage), image, scale=self._scale)
            self._backdrops[timed.scene.id] = image
        return self._backdrops[timed.scene.id]

    def _mark(self) -> str:
        text = self._words["sample_mark"]
        wide = width_of(text, 24) + 28
        left, bottom = self._left + 18, self._top + HEIGHT * self._scale - 16
        return box(left, bottom - 36, wide, 36, "#10161C", 0, radius=10, opacity=0.82) + letter(
            text, left + 14, bottom - 10, 24, fill=PAPER
        )


def _mixed(before: QImage, after: QImage, share: float) -> QImage:
    mixed = before.copy()
    painter = QPainter(mixed)
    painter.setOpacity(share)
    painter.drawImage(0, 0, after)
    painter.end()
    return mixed
