from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from lesson_player.model.bundle import LessonBundle
from lesson_player.model.library import CheckLine, Readiness
from lesson_player.model.problem import Problem, Severity
from lesson_player.model.spoken import pupil_texts
from lesson_player.operations.checks import check_lesson, exit_code, problem_lines
from tests.support.recorded import voice
from tests.support.small_lesson import bundle, cues, film

TODAY = date(2026, 11, 23)


class Probe:
    """A probe whose answer the test gives."""

    def __init__(self, why_not: str = "") -> None:
        self.why = why_not
        self.asked: list[str] = []

    def why_not(self, path: Path, seconds: float) -> str:
        self.asked.append(path.name)
        return self.why


@pytest.fixture
def whole(tmp_path: Path) -> LessonBundle:
    """A bundle whose films are there, with the right hashes."""
    described = film()
    versions = {}
    for name, version in described.versions.items():
        (tmp_path / version.file).write_bytes(name.encode())
        digest = hashlib.sha256(name.encode()).hexdigest()
        versions[name] = version.model_copy(update={"sha256": digest})
    made = bundle()
    loaded = made.films["small-film"].model_copy(
        update={"film": described.model_copy(update={"versions": versions}), "folder": tmp_path}
    )
    return made.model_copy(update={"films": {"small-film": loaded}})


def lines_of(made: LessonBundle, probe: Probe | None = None, today: date = TODAY) -> dict[str, CheckLine]:
    lines = list(check_lesson(made, made.problems, probe or Probe(), today))
    assert len({line.id for line in lines}) == len(lines), "ids are unique"
    return {line.id: line for line in lines}


def with_film(made: LessonBundle, **changes: object) -> LessonBundle:
    loaded = made.films["small-film"].model_copy(update=changes)
    return made.model_copy(update={"films": {"small-film": loaded}})


def test_a_whole_lesson_would_be_taught(whole: LessonBundle) -> None:
    probe = Probe()
    lines = lines_of(whole, probe)

    assert exit_code(lines.values()) == 0
    assert sorted(probe.asked) == ["bsl.webm", "film.webm"]
    assert lines["sample"].readiness is Readiness.WARNING
    assert lines["lesson"].sentence == "The lesson has 11 steps, all whole"


def test_a_changed_film_file_is_found(whole: LessonBundle) -> None:
    (whole.films["small-film"].folder / "bsl.webm").write_bytes(b"other")
    lines = lines_of(whole)

    assert lines["bsl-whole"].readiness is Readiness.PROBLEM
    assert lines["film-whole"].readiness is Readiness.GOOD
    assert exit_code(lines.values()) == 1


def test_a_film_file_that_cannot_be_read_is_a_problem(whole: LessonBundle) -> None:
    (whole.films["small-film"].folder / "bsl.webm").unlink()

    assert "cannot be read" in lines_of(whole)["bsl-whole"].sentence


def test_a_missing_version_is_named_by_its_file(whole: LessonBundle) -> None:
    lines = lines_of(with_film(whole, missing=("bsl",)))

    assert "bsl.webm" in lines["bsl-file"].sentence
    assert lines["bsl-file"].readiness is Readiness.PROBLEM


def test_a_film_that_does_not_play_says_why(whole: LessonBundle) -> None:
    lines = lines_of(whole, Probe("The picture could not be decoded."))

    assert lines["film-plays"].readiness is Readiness.PROBLEM
    assert "could not be decoded" in lines["film-plays"].sentence


def test_no_film_at_all_is_a_problem_and_the_rest_is_checked() -> None:
    lines = lines_of(bundle(with_film=False))

    assert lines["film-missing"].readiness is Readiness.PROBLEM
    assert "services" in lines


def test_captions_of_another_film_are_noticed(whole: LessonBundle) -> None:
    captions = dict(whole.films["small-film"].captions) | {"film/standard": cues((1.0, 2.0), (50.0, 52.0))}
    lines = lines_of(with_film(whole, captions=captions))

    assert lines["film-captions"].readiness is Readiness.WARNING
    assert lines["bsl-captions"].readiness is Readiness.GOOD


def test_captions_that_are_empty_are_a_problem(whole: LessonBundle) -> None:
    captions = dict(whole.films["small-film"].captions) | {"film/standard": cues()}

    assert lines_of(with_film(whole, captions=captions))["film-captions"].readiness is Readiness.PROBLEM


def test_moments_that_one_version_lacks_are_named(whole: LessonBundle) -> None:
    loaded = whole.films["small-film"]
    bsl = loaded.film.versions["bsl"]
    shorter = bsl.model_copy(update={"moments": {"start": 0.0, "end": 16.0}})
    versions = dict(loaded.film.versions) | {"bsl": shorter}
    lines = lines_of(with_film(whole, film=loaded.film.model_copy(update={"versions": versions})))

    assert "Clue" in lines["moments"].sentence


def test_help_numbers_grow_old_after_a_year(whole: LessonBundle) -> None:
    assert "services-old" not in lines_of(whole, today=date(2027, 10, 12))
    old = lines_of(whole, today=date(2027, 10, 13))["services-old"]
    assert old.readiness is Readiness.WARNING
    assert "Helpline" in old.sentence


def test_a_number_that_nobody_confirmed_is_marked(whole: LessonBundle) -> None:
    services = whole.services.services
    unsure = whole.services.model_copy(
        update={"services": tuple(one.model_copy(update={"check_before_use": True}) for one in services)}
    )

    assert "services-unsure" in lines_of(whole.model_copy(update={"services": unsure}))


def test_lines_without_a_recorded_voice_are_counted(whole: LessonBundle) -> None:
    texts = pupil_texts(whole)
    none = lines_of(whole)["voice"]
    some = lines_of(whole.model_copy(update={"voice": voice(*texts[1:])}))["voice"]
    every = lines_of(whole.model_copy(update={"voice": voice(*texts)}))["voice"]

    assert (none.readiness, some.readiness) == (Readiness.WARNING, Readiness.WARNING)
    assert none.sentence == f"{len(texts)} lines have no recorded voice yet"
    assert some.sentence == "1 line has no recorded voice yet"
    assert every.readiness is Readiness.GOOD
    assert every.sentence == f"All {len(texts)} lines for pupils have a recorded voice"


def test_problems_of_files_are_lines_with_their_place() -> None:
    problems = [
        Problem(code="a", sentence="Broken.", remedy="Mend it.", file="lesson.yaml", line=3, column=2),
        Problem(code="b", sentence="Odd.", severity=Severity.WARNING),
    ]
    lines = list(problem_lines(problems))

    assert lines[0].sentence == "Broken. (lesson.yaml:3:2)"
    assert [line.readiness for line in lines] == [Readiness.PROBLEM, Readiness.WARNING]


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ([Readiness.GOOD, Readiness.WARNING], 0),
        ([Readiness.GOOD, Readiness.UNKNOWN], 2),
        ([Readiness.UNKNOWN, Readiness.PROBLEM], 1),
        ([], 0),
    ],
)
def test_exit_codes(found: list[Readiness], code: int) -> None:
    assert exit_code(CheckLine(id="x", readiness=one, sentence="s") for one in found) == code
