"""What the teacher is told when screens come and go: what happened, what is safe, what to do next."""

from __future__ import annotations

from lesson_player.foundation.i18n import tr


def class_gone(name: str) -> str:
    """The class screen has gone."""
    return tr(
        "The class screen “{name}” has gone. Nothing plays, and your place is kept. Switch it on or plug it "
        "in: the lesson comes back there by itself. You can also go on here.",
        name=name,
    )


def class_back(name: str) -> str:
    """It is there again."""
    return tr(
        "The class screen “{name}” is back and shows the same place. Go on when the class is ready.",
        name=name,
    )


def second_gone(name: str) -> str:
    """The screen that shows the same as the class screen has gone."""
    return tr(
        "The second class screen “{name}” has gone. The first one shows the lesson as before.", name=name
    )


def second_back(name: str) -> str:
    """It is there again."""
    return tr("The second class screen “{name}” is back.", name=name)


def duplicated() -> str:
    """The screens have been set to show the same picture. It is read when they no longer do."""
    return tr(
        "Both screens showed the same picture, so your notes were put away before the class could read them."
    )


def desk_gone() -> str:
    """The teacher's own screen has gone. It is read when it is there again."""
    return tr("Your own screen had gone, so your notes were put away.")


def notes_back() -> str:
    """The teacher has a screen that the class does not see again."""
    return tr(
        "Your notes are back: they were put away while the class would have seen them. "
        "The lesson is at the same place."
    )
