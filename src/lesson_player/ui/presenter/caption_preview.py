"""The picture of the captions while they are chosen: the class screen's own film slide with an example."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_look import LEAST_CONTRAST
from lesson_player.model.captions import Cue, Span
from lesson_player.model.slide import ClassView, FilmPicture, ScreenKind
from lesson_player.ui.presenter.example_picture import ExamplePicture
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from lesson_player.rendering.pictures import PictureStore
    from lesson_player.teaching.views import FilmSettings, TeacherView

_EXAMPLE_S = 5.0


class Preview(ExamplePicture):
    """The class screen with an example caption, and what may be wrong with it in words."""

    def __init__(self, pictures: PictureStore) -> None:
        super().__init__(pictures)
        self.warning = label(role=Role.WARM, step=Type.STRONG)
        self.column.insertWidget(1, self.warning)

    def show_frames(self, frame: QImage | None, signer_frame: QImage | None) -> None:
        """Show frames of the film and of its signed version, or what stands for them."""
        self.picture.show_frame(frame or stand_in())
        self.picture.show_signer_frame(signer_frame or stand_in())

    def show_view(self, view: TeacherView, film: FilmSettings) -> None:
        """Show how captions look now."""
        self.picture.show_view(preview_of(view.class_view, film))
        self.picture.setAccessibleName(tr("Example of the captions as the class sees them"))
        self.warning.setVisible(not film.look.readable)
        self.warning.setText(
            tr(
                "These words are hard to read on some pictures: their contrast is {ratio} to 1, and at least "
                "{least} to 1 is advised. Choose other colours, a solid box, or an edge.",
                ratio=f"{film.look.contrast(film.look.text):.1f}",
                least=LEAST_CONTRAST,
            )
        )


def preview_of(view: ClassView, film: FilmSettings) -> ClassView:
    """The class screen as it looks while the film plays, with an example caption."""
    shown = view.film
    speakers = shown.speakers if shown is not None and shown.speakers else (tr("Name"),)
    picture = FilmPicture(
        film=shown.film if shown is not None else "",
        version=film.version,
        status="playing",
        title=tr("Example"),
        cues=(_example(speakers[0]),) if film.captions else (),
        speakers=speakers,
        caption_room=film.captions,
        look=film.look,
        signer=film.window,
        signed=film.signed,
    )
    return view.model_copy(update={"screen": ScreenKind.FILM, "film": picture})


@lru_cache(maxsize=1)
def stand_in() -> QImage:
    """What stands for a film's frame until there is one: from dark to bright, so that both are tried."""
    width, height = 640, 360
    image = QImage(width, height, QImage.Format.Format_RGB32)
    ground = QLinearGradient(0, 0, width, 0)
    ground.setColorAt(0, QColor("#20303A"))
    ground.setColorAt(1, QColor("#DCE6EA"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width, height, ground)
    painter.end()
    return image


def _example(speaker: str) -> Cue:
    lines = (tr("These words stand for a caption."), tr("Can you read them at the back?"))
    return Cue(
        start_s=0.0, end_s=_EXAMPLE_S, lines=tuple((Span(text=line, voice=speaker),) for line in lines)
    )
