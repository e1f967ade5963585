"""What the lesson says about our sample's story, and what to teach instead."""

from __future__ import annotations

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.film_import.page import AssistantPage
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.widgets.text import label


class LessonPage(AssistantPage):
    """The steps that tell the sample's story, and the version that has others in their place."""

    def __init__(self, steps: tuple[str, ...], adaptation: str) -> None:
        super().__init__(tr("The lesson beside your film"), _explained(steps))
        for title in steps:
            self.column.addWidget(label(f"•  {title}"))
        if adaptation:
            self.column.addWidget(label(tr("Teach the version “{version}”.", version=adaptation), Type.TITLE))
            words = tr(
                "It hides these steps and puts others in their place. The library offers it first from now "
                "on, alone and with each other version. Going back to the sample brings the steps back."
            )
        else:
            words = tr("Read them beside your film, and change or leave out what does not fit.")
        if steps:
            self.column.addWidget(label(words))
        self.column.addStretch(1)


def _explained(steps: tuple[str, ...]) -> str:
    if not steps:
        return tr("No step of the lesson tells the story of the sample film. It can be taught as it is.")
    return tr_n(
        "{n} step tells the story of the sample film, which your film may not tell:",
        "{n} steps tell the story of the sample film, which your film may not tell:",
        len(steps),
    )
