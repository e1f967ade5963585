"""What is changed, and to what, in the words of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.parts import Part, PartKind
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.base import Value
from lesson_player.model.presets import presets

if TYPE_CHECKING:
    from lesson_player.adapting.parts import PartValue


def field_words(part: Part) -> str:
    """What a change is about: "Text", "Minutes", "Line added"."""
    return _fields(part.kind).get(part.field) or _kinds().get(part.kind, part.field)


def _kinds() -> dict[PartKind, str]:
    return {
        PartKind.HIDDEN_PAUSE: tr("Pause"),
        PartKind.ADDED_LINE: tr("Line added"),
        PartKind.ADDED_PAUSE: tr("Pause added"),
        PartKind.SPLIT: tr("Step split"),
        PartKind.ADDED_STEP: tr("Step added"),
        PartKind.MOVED_STEP: tr("Step moved"),
        PartKind.PRESETS: tr("Presets"),
        PartKind.WORDING: tr("Wording"),
        PartKind.PICTURE: tr("Picture added"),
        PartKind.CAPTION: tr("Caption"),
        PartKind.CAPTION_SHIFT: tr("All captions"),
    }


def value_words(value: PartValue | None, part: Part) -> str:
    """A text, number or choice as people read it."""
    if part.kind is PartKind.PRESETS and isinstance(value, tuple):
        return ", ".join(presets()[name].title if name in presets() else str(name) for name in value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return tr("On") if value else tr("Off")
    if isinstance(value, tuple):
        return "\n".join(str(one) for one in value)
    if isinstance(value, Value):
        named = ((key, inner) for key, inner in dict(value).items() if inner is not None)
        return ", ".join(f"{key.replace('_', ' ')}: {inner}" for key, inner in named)
    if part.field == "minutes" and isinstance(value, int):
        return tr_n("{n} minute", "{n} minutes", value)
    if part.field == "reveal" or part.kind is PartKind.WORDING:
        return _choices().get(str(value), str(value))
    return str(value)


def _choices() -> dict[str, str]:
    return {
        "line": tr("One line at each Next"),
        "together": tr("All lines together"),
        "as-written": tr("As the lesson has it"),
        "standard": tr("Standard"),
        "easy": tr("Easy read"),
    }


def _fields(kind: PartKind) -> dict[str, str]:
    """The names of the fields that changes of this kind can be about."""
    match kind:
        case PartKind.LINE:
            return _line_fields()
        case PartKind.STEP:
            return _step_fields()
        case PartKind.NOTES:
            return _headings()
        case PartKind.FILM:
            return _film_fields()
        case PartKind.APPEARANCE:
            return _look_fields()
        case _:
            return {}


def _line_fields() -> dict[str, str]:
    return {
        "text": tr("Text"),
        "easy": tr("Easy-read text"),
        "word": tr("Key word"),
        "reply": tr("Reply"),
        "reply_easy": tr("Easy-read reply"),
        "picture": tr("Picture"),
        "hidden": tr("Line"),
    }


def _step_fields() -> dict[str, str]:
    return {
        "title": tr("Title"),
        "easy": tr("Easy-read title"),
        "now": tr("Words for now and next"),
        "minutes": tr("Minutes"),
        "reveal": tr("How lines come"),
        "hidden": tr("Step"),
        "start": tr("Film part begins"),
        "end": tr("Film part ends"),
    }


def _headings() -> dict[str, str]:
    return {
        "say": tr("Notes: say"),
        "ask": tr("Notes: ask"),
        "look_for": tr("Notes: look for"),
        "unsettled": tr("Notes: if unsettled"),
        "deaf": tr("Notes: for Deaf pupils"),
    }


def _film_fields() -> dict[str, str]:
    return {
        "version": tr("Film"),
        "captions": tr("Captions"),
        "caption_track": tr("Caption track"),
        "caption_look": tr("How captions look"),
        "signer": tr("Signer’s window"),
        "signer_size": tr("Size of the signer’s window"),
        "description": tr("Audio description"),
        "spoken_captions": tr("Captions read aloud"),
    }


def _look_fields() -> dict[str, str]:
    return {
        "theme": tr("Colours"),
        "font": tr("Typeface"),
        "text_percent": tr("Text size"),
        "letter_spacing": tr("Room between letters"),
        "word_spacing": tr("Room between words"),
        "line_spacing": tr("Room between lines"),
        "motion": tr("Movement"),
        "now_next": tr("Now and next"),
        "reveal": tr("How lines come"),
        "symbols": tr("Symbols above words"),
        "overlay": tr("Overlay"),
        "overlay_percent": tr("Strength of the overlay"),
        "overlay_film": tr("Overlay over the film"),
    }
