"""Where a picture of the school's own is put in: a file, something copied, something dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.model.problem import Problem
from lesson_player.rendering.own_picture import LARGEST_FILE, OwnPicture, own_image, own_picture
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QPaintEvent


class OwnPictureBox(QWidget):
    """Says what may be put in, takes it, and says why something cannot be taken."""

    taken = Signal(object)
    """An `OwnPicture`, made ready."""

    def __init__(self) -> None:
        super().__init__()
        title = label(tr("A picture of your own: drop it here, paste it, or choose a file"), Type.STRONG)
        self.warning = label(
            tr(
                "Never use pictures or voices of pupils. Take drawings, objects or places, and only what you "
                "may use. Where and when a photo was taken is not kept."
            ),
            Type.MINOR,
            role=Role.WARM,
        )
        self.choose = WordButton(tr("Choose a file…"))
        self.paste = WordButton(tr("Paste"), hint=tr("Ctrl+V"))
        self.trouble = label("", Type.STRONG, role=Role.WARM)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(10))
        column.setSpacing(px(4))
        buttons = ButtonRow((self.choose, self.paste), centred=False)
        for part in (title, self.trouble, self.warning, buttons):
            column.addWidget(part)
        self.choose.clicked.connect(self._ask)
        self.paste.clicked.connect(self.take_copied)

    def take_copied(self) -> None:
        """Take what was copied in another program."""
        if not self.take(QGuiApplication.clipboard().mimeData()):
            self.tell(tr("There is no picture to paste. Copy one first, then press Paste."))

    def take(self, mime: QMimeData | None) -> bool:
        """Take the picture in what was dropped or copied; whether there was one. None for nothing copied."""
        if mime is None:
            return False
        for url in mime.urls()[:1]:
            if url.isLocalFile():
                self.take_file(Path(url.toLocalFile()))
                return True
        for kind in ("image/svg+xml", "image/png", "image/jpeg", "image/webp"):
            if mime.hasFormat(kind):
                self._keep(own_picture(bytes(mime.data(kind).data())))
                return True
        image = mime.imageData() if mime.hasImage() else None
        if isinstance(image, QImage):
            self._keep(own_image(image))
            return True
        return False

    def take_file(self, path: Path) -> None:
        """Take the picture in a file."""
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
        except (OSError, ValueError):
            self.tell(tr("The file cannot be read. Check that it is still there, then try again."))
            return
        self._keep(own_picture(data))

    def tell(self, words: str) -> None:
        """Say why there is no picture; empty words take the message away."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        if words:
            announce(self, words, urgent=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        edge = colour(self, Role.LINE)
        drawing.draw_box(painter, self.rect(), colour(self, Role.GROUND), edge, width=px(1.5))
        painter.fillRect(0, px(10), px(5), self.height() - px(20), colour(self, Role.WARM))

    def _keep(self, made: OwnPicture | Problem) -> None:
        QGuiApplication.restoreOverrideCursor()
        if isinstance(made, Problem):
            self.tell(f"{made.sentence} {made.remedy}")
            return
        self.tell("")
        self.taken.emit(made)

    def _ask(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self.window(), tr("Choose a picture"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(tr("Pictures (*.png *.jpg *.jpeg *.webp *.svg)"))
        dialog.fileSelected.connect(lambda path: self.take_file(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
