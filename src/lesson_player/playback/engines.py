"""Chooses the film engine: libVLC, else Qt Multimedia, else none, and says which and why."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.playback.port import FilmPlayer
from lesson_player.playback.silent import SilentPlayer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

_log = logging.getLogger(__name__)

VLC, QT, SILENT = "vlc", "qt", "silent"
CHOICES = (VLC, QT, SILENT)
"""What may be asked for, best first."""
_BY_THE_PROCESSOR = ("QT_FFMPEG_DECODING_HW_DEVICE_TYPES", ",")
"""No kind of graphics card for Qt's FFmpeg to decode with, as libVLC is told too (docs/decisions/0021).
Another value that is there already, as a technician may set it, stays."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A film engine that works here; ``key`` is one of :data:`CHOICES`.

    ``sentence`` says what was chosen and why.
    """

    key: str
    name: str
    sentence: str
    make_player: Callable[[QObject | None], FilmPlayer]

    @property
    def shows_films(self) -> bool:
        """Whether there is a picture at all."""
        return self.key != SILENT


class EngineMissingError(Exception):
    """An engine that is not here or does not start; the text is a plain sentence."""


def choose_engine(preferred: str | None = None) -> Engine:
    """The engine that was asked for if it works here, else the best one that does. Never fails: the last
    one is silent.

    ``preferred`` is one of :data:`CHOICES` or None; another word is named in the sentence and then ignored.
    """
    asked = preferred if preferred in CHOICES else None
    order = [asked, *(key for key in CHOICES if key != asked)] if asked else list(CHOICES)
    reasons: list[str] = []
    if preferred and not asked:
        reasons.append(tr("There is no film engine called {name}.", name=preferred))
    for key in order:
        try:
            return _MAKERS[key](reasons)
        except EngineMissingError as missing:
            _log.info("Film engine %s cannot be used: %s", key, missing)
            reasons.append(str(missing))
    return _silent(reasons)


def _vlc(reasons: list[str]) -> Engine:
    from lesson_player.playback.vlc import library  # noqa: PLC0415 - loads libVLC only where it is wanted
    from lesson_player.playback.vlc.driver import LIBVLC, VlcDriver  # noqa: PLC0415

    try:
        vlc, _ = library.instance()
    except library.LibVlcMissingError as missing:
        raise EngineMissingError(str(missing)) from missing
    version = vlc.libvlc_get_version().decode(errors="replace").split()[0]
    sentence = tr("Films play with VLC {version}.", version=version)
    return Engine(
        VLC, LIBVLC, _because(sentence, reasons), lambda parent: FilmPlayer(LIBVLC, VlcDriver, parent)
    )


def _qt(reasons: list[str]) -> Engine:
    from lesson_player.playback.qtmultimedia.quiet import hush_categories  # noqa: PLC0415

    hush_categories()
    os.environ.setdefault(*_BY_THE_PROCESSOR)
    try:
        from lesson_player.playback.qtmultimedia.driver import QT_MULTIMEDIA, QtDriver  # noqa: PLC0415
    except ImportError as missing:
        raise EngineMissingError(tr("Qt Multimedia cannot be loaded on this computer.")) from missing
    sentence = tr("Films play with Qt Multimedia, which comes with this program.")
    return Engine(
        QT,
        QT_MULTIMEDIA,
        _because(sentence, reasons),
        lambda parent: FilmPlayer(QT_MULTIMEDIA, QtDriver, parent),
    )


def _silent(reasons: list[str]) -> Engine:
    sentence = tr("Films cannot be shown: a grey picture stands in for them. All else in the lesson works.")
    return Engine(SILENT, SILENT, _because(sentence, reasons), SilentPlayer)


def _because(sentence: str, reasons: list[str]) -> str:
    return " ".join([sentence, *reasons])


_MAKERS: dict[str, Callable[[list[str]], Engine]] = {VLC: _vlc, QT: _qt, SILENT: _silent}
