"""How the page of captions is come to: from a film step, and from a change in the list of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.control.editing.captions import CaptionDesk
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import FilmStep

if TYPE_CHECKING:
    from lesson_player.adapting.parts import Part
    from lesson_player.ui.editor.window import EditorWindow


def open_captions(window: EditorWindow) -> None:
    """Open the captions of the film step that is worked on, or say why there are none."""
    controller = window.controller
    if controller.view.step.film is None:
        window.tell(tr("This step plays no film. Go to a step that does, to change its captions."))
        return
    desk = _desk(window, controller.place.step)
    if desk is not None:
        window.sheets.captions.show_desk(desk)
        window.sheets.captions.open_sheet()


def go_to_caption(window: EditorWindow, part: Part) -> None:
    """Open the captions at one that is changed, from the first step that plays its film."""
    film, version, track = part.id.split("/")
    lesson = window.controller.source().version
    playing = (
        step.id
        for sitting in lesson.sittings
        for step in lesson.sitting_steps(sitting.id)
        if isinstance(step, FilmStep) and (step.film or lesson.film) == film
    )
    step = next(playing, None)
    if step is None:
        window.tell(tr("No step plays the film of this change any more."))
        return
    window.doings.go_to("", step, "")
    desk = _desk(window, step)
    if desk is not None:
        desk.choose(version, track)
        window.sheets.captions.show_desk(desk, float(part.field or 0))
        window.sheets.captions.open_sheet()


def _desk(window: EditorWindow, step: str) -> CaptionDesk | None:
    if window.controller.view.is_lesson:
        window.tell(
            tr("A lesson shows the film’s captions as they are. Make a version of it, and change them there.")
        )
        return None
    try:
        return CaptionDesk(window.controller, step)
    except LookupError:
        window.tell(tr("The film of this step, or its captions, are not on this computer."))
        return None
