"""The text files beside each version: captions, easy-read captions, descriptions, and one transcript."""

from __future__ import annotations

from film_maker.captions import description_cues, easy_cues, standard_cues, write_vtt
from film_maker.script import Script
from film_maker.timeline import TimedLine, Timeline

SUFFIXES = {"film": "", "bsl": ".bsl"}
"""What a version's track files have in their names before the ending."""


def descriptions(timeline: Timeline) -> list[TimedLine]:
    """The audio descriptions in order."""
    return [scene.description for scene in timeline.scenes if scene.description]


def text_tracks(script: Script, version: str, timeline: Timeline) -> dict[str, str]:
    """File name to content, for every text track of a version."""
    suffix = SUFFIXES[version]
    note = f"{script.notice} Made from source/script.yaml; do not edit."
    return {
        f"captions{suffix}.vtt": write_vtt(standard_cues(timeline.lines), note),
        f"captions-easy-read{suffix}.vtt": write_vtt(easy_cues(timeline.lines), note),
        f"descriptions{suffix}.vtt": write_vtt(description_cues(descriptions(timeline)), note),
    }


def transcript(script: Script) -> str:
    """Everything seen and said, as plain text; stop points are marked."""
    parts = [script.title, "", script.notice, ""]
    for scene in script.scenes:
        if scene.chapter:
            parts += ["", scene.chapter, ""]
        if scene.see:
            parts.append(f"[We see: {scene.see}]")
        parts += [f"{line.by}: {line.say}" for line in scene.lines]
        if scene.stop:
            parts.append(f"[{script.moments[scene.stop]}]")
    return "\n".join(parts) + "\n"
