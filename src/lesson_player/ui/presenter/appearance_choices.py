"""What can be chosen for the class screen, as rows of a title and a few values in words."""

from __future__ import annotations

from lesson_player.foundation.i18n import tr
from lesson_player.model.appearance import TEXT_SIZES
from lesson_player.model.overlay import NO_OVERLAY, STRENGTHS, overlays
from lesson_player.model.presets import presets
from lesson_player.model.theme import themes
from lesson_player.rendering.fonts import typefaces
from lesson_player.ui.presenter.caption_choices import Choice, LookChoice


def appearance_choices() -> tuple[LookChoice, ...]:
    """Every field of the appearance that can be set, in the order in which it is offered."""
    return (*_reading(), *_spacing(), *_overlay(), *_order())


def preset_choices() -> tuple[tuple[str, str, str], ...]:
    """The presets by need: id, title, and what each does."""
    return tuple((preset.id, tr(preset.title), tr(preset.about)) for preset in presets().values())


def preset_order(names: tuple[str, ...]) -> str:
    """In which order presets hold, in words; empty for fewer than two."""
    titles = [tr(presets()[name].title) for name in names if name in presets()]
    if len(titles) < 2:
        return ""
    return tr(
        "In this order: {titles}. Where two set the same, the later one holds.", titles=", ".join(titles)
    )


def _reading() -> tuple[LookChoice, ...]:
    return (
        LookChoice("theme", tr("Colours"), tuple(Choice(one.id, tr(one.title)) for one in themes().values())),
        LookChoice("font", tr("Letters"), tuple(Choice(name, title) for name, title in typefaces().items())),
        LookChoice("text_percent", tr("Text size"), tuple(Choice(size, f"{size} %") for size in TEXT_SIZES)),
        LookChoice(
            "symbols",
            tr("Symbols above words"),
            (
                Choice(True, tr("On"), tr("A small picture above each word that has one.")),
                Choice(False, tr("Off")),
            ),
        ),
    )


def _spacing() -> tuple[LookChoice, ...]:
    usual, more, wide, most = tr("Usual"), tr("A little more"), tr("Wide"), tr("Very wide")
    rows = (
        ("letter_spacing", tr("Room between letters"), (0.0, 0.05, 0.12, 0.2)),
        ("word_spacing", tr("Room between words"), (0.0, 0.16, 0.3, 0.5)),
        ("line_spacing", tr("Room between lines"), (1.25, 1.4, 1.5, 2.0)),
    )
    return tuple(
        LookChoice(
            field, title, tuple(Choice(*pair) for pair in zip(values, (usual, more, wide, most), strict=True))
        )
        for field, title, values in rows
    )


def _overlay() -> tuple[LookChoice, ...]:
    colours = (
        Choice(NO_OVERLAY, tr("None")),
        *(Choice(one.id, tr(one.title)) for one in overlays().values()),
    )
    strengths = (tr("Weak"), tr("Middle"), tr("Strong"), tr("Full"))
    return (
        LookChoice("overlay", tr("Colour over the page"), colours),
        LookChoice(
            "overlay_percent",
            tr("How strong that colour is"),
            tuple(Choice(*pair) for pair in zip(STRENGTHS, strengths, strict=True)),
        ),
        LookChoice("overlay_film", tr("That colour over the film too"), _on_off()),
    )


def _order() -> tuple[LookChoice, ...]:
    return (
        LookChoice("motion", tr("Slides fade"), _on_off()),
        LookChoice("now_next", tr("Strip with now and next"), _on_off()),
        LookChoice(
            "reveal",
            tr("Lines of a slide come"),
            (
                Choice("as-written", tr("As the lesson has it")),
                Choice("line", tr("One by one")),
                Choice("together", tr("Together")),
            ),
        ),
    )


def _on_off() -> tuple[Choice, ...]:
    return (Choice(True, tr("On")), Choice(False, tr("Off")))
