"""Which of the program's words stand in the teacher's window: those that a catalogue must have in full."""

from __future__ import annotations

ELSEWHERE = (
    "application/adapting.py",
    "application/commands.py",
    "application/courses.py",
    "application/easy_read.py",
    "application/editor.py",
    "application/film_assistant.py",
    "application/film_import.py",
    "application/films.py",
    "application/handouts.py",
    "application/incoming.py",
    "application/keys.py",
    "application/machine.py",
    "application/machine_check.py",
    "application/new_lesson.py",
    "application/opening.py",
    "application/pack_desk.py",
    "application/other_versions.py",
    "application/packs.py",
    "application/program.py",
    "application/readiness.py",
    "application/rehearsal.py",
    "application/start.py",
    "application/symbol_packs.py",
    "application/voice_packs.py",
    "cli/",
    "desktop/displays.py",
    "desktop/microphone.py",
    "formats/",
    "foundation/",
    "handouts/",
    "model/",
    "operations/",
    "playback/engines.py",
    "playback/inspection/",
    "playback/probe.py",
    "playback/vlc/",
    "rendering/",
    "speech/making/",
    "ui/film_import/",
    "ui/library/",
)
"""Words of the library, the film assistant, the terminal and the check, and those painted for the class.

What is in none of these is said in the teacher's window, or may be: a new module is held to it until it
stands here.
"""

OF_THE_EDITOR = (
    "adapting/",
    "application/editor.py",
    "application/editor_voice.py",
    "application/other_versions.py",
    "control/editing/",
    "ui/editor/",
)
"""Rooms in which an adaptation is changed; not all of them need be there."""

ALSO = ("model/caption_presets.toml", "model/presets.toml", "model/themes.toml")
"""Data whose words are choices in the teacher's window."""


def is_for_the_teacher(places: tuple[str, ...]) -> bool:
    """Whether words that these files say can stand in the teacher's window."""
    return any(place in ALSO or not place.startswith((*ELSEWHERE, *OF_THE_EDITOR)) for place in places)
