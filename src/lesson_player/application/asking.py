"""A lesson that was opened, put to the teacher: where does the class see it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.application.desk import Sitting
from lesson_player.application.start import ask_where

if TYPE_CHECKING:
    from lesson_player.application.program import Program
    from lesson_player.operations.held.opened import Opened
    from lesson_player.teaching.journal import KeptPlace


def ask(
    program: Program, sitting: str, adaptations: tuple[str, ...], place: KeptPlace | None, opened: Opened
) -> None:
    """Ask where the class sees a sitting of *opened*, and teach it there; from *place* where one is given."""
    from lesson_player.application.program import in_room  # noqa: PLC0415 - which calls this

    bundle = opened.bundle
    if bundle is None or (sitting not in {one.id for one in bundle.lesson.sittings}):
        program.tell(program.school.why_not(opened))
        program.refresh()
        return
    asked = Sitting(bundle, sitting, adaptations, place=place, coming=opened.coming)
    ask_where(
        program.library,
        program.rooms,
        program.keys.book,
        program.tell,
        lambda where: program.teach(in_room(asked, where), program.school.words_for(opened)),
    )
