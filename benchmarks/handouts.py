"""Handouts: ``handouts.all_s`` for every kind of Maya's story as PDF, and ``handouts.pdfua_failures``.

Time is from the lesson's files to all PDFs in memory, in a process that has made one before; it is taken as
wall-clock and as processor time, since typst works on all cores. Failures are those that a checker of
PDF/UA-1 finds in all files of two versions (to reach: none).
"""

from __future__ import annotations

import os
import time

import page

from benchmarks.report import Figure, median
from lesson_player.application.handout_drawings import LessonDrawings
from lesson_player.application.handout_source import handout_source
from lesson_player.application.qt_application import without_windows
from lesson_player.control.commands import table
from lesson_player.foundation.paths import standard_places
from lesson_player.handouts.kinds import KINDS
from lesson_player.handouts.typst_pdf import to_pdf
from lesson_player.model.bundle import LessonBundle
from lesson_player.operations.library import find_lesson, load_lesson
from lesson_player.rendering.fonts import FONT_FOLDER

_ROUNDS = 5
_VERSIONS: tuple[tuple[str, ...], ...] = ((), ("few-or-no-words",))


def measure() -> list[Figure]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _app = without_windows()
    places = standard_places()
    bundle, problems = load_lesson(find_lesson(places, "mayas-story"), places)
    if bundle is None:
        raise RuntimeError(problems)
    made = [data for version in _VERSIONS for data in _all(bundle, version)]
    failures = 0
    for data in made:
        report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
        failures += len(report.failures)
    took: list[float] = []
    processor: list[float] = []
    for _ in range(_ROUNDS):
        began, worked = time.perf_counter(), time.process_time()
        _all(bundle, ())
        took.append(time.perf_counter() - began)
        processor.append(time.process_time() - worked)
    return [
        Figure("handouts.all_s", median(took), "s"),
        Figure("handouts.all_processor_s", median(processor), "s"),
        Figure("handouts.files", len(made) / len(_VERSIONS), "files", "higher"),
        Figure("handouts.pdfua_failures", failures, "failures"),
    ]


def _all(bundle: LessonBundle, version: tuple[str, ...]) -> list[bytes]:
    source, _ = handout_source(bundle, version, table())
    drawings = LessonDrawings(source.bundle)
    return [
        to_pdf(handout, drawings, FONT_FOLDER).data
        for kind in KINDS
        for paper in kind.papers
        for handout in kind.make(source, paper)
    ]
