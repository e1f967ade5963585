from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from lesson_player.model.slide import ClassView
from lesson_player.operations.rehearse import Painted, Rehearsal, rehearse
from tests.support.small_lesson import begin, course


class Painter:
    """Writes the name of what it is asked to paint."""

    def __init__(self, told: str = "", slow: str = "") -> None:
        self.told = told
        self.slow = slow
        self.frames: list[object | None] = []
        self.views: list[ClassView] = []

    def paint(self, view: ClassView, frame: object | None, path: Path | None) -> Painted:
        if path is not None:
            path.write_text(view.slide.heading)
            self.frames.append(frame)
            self.views.append(view)
        told = (self.told,) if self.told and view.slide.id == "rules" else ()
        return Painted(told, 300.0 if view.slide.id == self.slow else 5.0)

    def contact_sheet(self, pictures: Sequence[tuple[Path, str]], path: Path) -> None:
        path.write_text("\n".join(label for _, label in pictures))


class Sampler:
    """Gives a frame for every time but those that the test names."""

    def __init__(self, *blind_s: float) -> None:
        self.blind_s = blind_s
        self.asked: list[tuple[str, float]] = []

    def frames(self, path: Path, times_s: Sequence[float]) -> Sequence[object | str]:
        self.asked += [(path.name, at_s) for at_s in times_s]
        return ["no picture there" if at_s in self.blind_s else ("frame", at_s) for at_s in times_s]


def walk(out: Path, painter: Painter, sampler: Sampler | None, **bundled: Any) -> Rehearsal:
    made = course(**bundled)
    return rehearse(
        made, lambda sitting: begin(made, sitting), painter, sampler, out, lambda _share, _words: None
    )


def test_there_is_one_picture_for_each_step_and_each_reveal(tmp_path: Path) -> None:
    found = walk(tmp_path, Painter(), Sampler())

    names = sorted(path.name for path, _ in found.pictures)
    assert [name for name in names if "-rules." in name] == [
        f"1-step-03-{n:02d}-rules.png" for n in range(1, 5)
    ]
    assert len([name for name in names if "-watch." in name]) == 5, (
        "ready, two slides of a question, pause, end"
    )
    assert len([name for name in names if name.startswith("2-")]) == 5, "the second sitting too"
    assert all(path.is_file() for path, _ in found.pictures)
    assert found.findings == []
    assert (tmp_path / "contact-sheet.png").is_file()
    assert "Nothing to mend" in (tmp_path / "report.txt").read_text()


def test_films_are_looked_at_where_they_rest_and_at_every_caption_in_every_version(tmp_path: Path) -> None:
    sampler = Sampler()
    found = walk(tmp_path, Painter(), sampler)

    assert [at_s for name, at_s in sampler.asked if name == "film.webm"] == [0.0, 1.5, 4.0, 5.5, 7.0, 10.0]
    assert [at_s for name, at_s in sampler.asked if name == "bsl.webm"] == [0.0, 2.5, 6.0, 11.0, 16.0]
    assert found.captions_seen == 3


def test_the_held_frame_is_in_the_picture(tmp_path: Path) -> None:
    painter = Painter()
    walk(tmp_path, painter, Sampler())

    held = [
        frame
        for frame, view in zip(painter.frames, painter.views, strict=True)
        if view.film and view.film.prompt
    ]
    assert held == [("frame", 4.0), ("frame", 4.0)]


def test_what_does_not_fit_is_reported_with_its_place(tmp_path: Path) -> None:
    found = walk(tmp_path, Painter("Too long."), Sampler())

    assert {finding.where for finding in found.findings} == {"Sitting 1, step 3, Our rules"}
    assert "Our rules: Too long." in (tmp_path / "report.txt").read_text()


def test_a_film_that_cannot_be_read_is_reported_with_its_time(tmp_path: Path) -> None:
    found = walk(tmp_path, Painter(), Sampler(7.0))

    assert [(finding.where, finding.sentence) for finding in found.findings] == [
        ("Film, part 1, Film", "At 0:07: no picture there")
    ]


@pytest.mark.parametrize("bundled", [{"with_film": False}, {"missing": ("film", "bsl")}])
def test_a_missing_film_does_not_stop_the_walk(tmp_path: Path, bundled: dict[str, object]) -> None:
    found = walk(tmp_path, Painter(), Sampler(), **bundled)

    assert found.findings
    assert any("calm-end" in path.name for path, _ in found.pictures)


def test_pictures_of_an_earlier_rehearsal_are_taken_away_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "9-step-01-01-old.png").write_text("old")
    (tmp_path / "holiday.png").write_text("mine")
    walk(tmp_path, Painter(), Sampler())

    assert not (tmp_path / "9-step-01-01-old.png").exists()
    assert (tmp_path / "holiday.png").read_text() == "mine"


def test_progress_goes_up_to_the_end(tmp_path: Path) -> None:
    made, shares = course(), []
    rehearse(
        made,
        lambda sitting: begin(made, sitting),
        Painter(),
        Sampler(),
        tmp_path,
        lambda share, _words: shares.append(share),
    )

    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_slide_that_takes_too_long_is_reported(tmp_path: Path) -> None:
    found = walk(tmp_path, Painter(slow="choose"), Sampler())

    assert {(finding.where, finding.sentence) for finding in found.findings} == {
        ("Sitting 1, step 7, Choose", "This slide took 300 ms to paint.")
    }
