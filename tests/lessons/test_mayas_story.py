"""The shape of the shipped lesson, as written and in each version."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lesson_player.model.bundle import LessonBundle
from lesson_player.model.layers import apply
from lesson_player.model.lesson import (
    CalmStep,
    Choice,
    ChoiceStep,
    DiscussionStep,
    FilmStep,
    HelpStep,
    Lesson,
    Line,
    LinesStep,
    PictureCatalogue,
    Question,
    Step,
    TeacherStep,
    WordsStep,
    lines_of,
)
from lesson_player.model.names import names
from lesson_player.model.presets import presets
from lesson_player.model.services import SupportServices
from lesson_player.model.skipping import needed
from tests.lessons.conftest import ADAPTATIONS, FOLDER, adaptation

KEY_WORDS = ["Online", "Private", "Secret", "Trust", "Worried", "Fault", "Block", "Report"]
SENT = ["Some people do send a picture.", "It is still not their fault.", "They can still get help."]
PAUSES = {"clues", "what-can-maya-do", "who-can-you-tell"}
PLOT = ("SkyFox", "Okafor", "Mum", "Biscuit", "draw")
PLOT_PICTURES = ("maya", "skyfox", "biscuit", "mum", "ms-okafor", "message-request")


def class_steps(lesson: Lesson, sitting: str) -> list[Step]:
    return [step for step in lesson.sitting_steps(sitting) if not isinstance(step, TeacherStep)]


def questions(lesson: Lesson) -> Iterator[Question]:
    for step in lesson.steps:
        match step:
            case DiscussionStep():
                yield step.question
            case FilmStep():
                yield from (pause.prompt for pause in step.pauses if pause.prompt)


def locked(lesson: Lesson) -> set[str]:
    lines = (line for step in lesson.steps for line in lines_of(step))
    return {line.id for line in lines if line.locked} | {step.id for step in lesson.steps if step.locked}


def pupil_lines(lesson: Lesson) -> Iterator[Line]:
    for step in lesson.steps:
        if not isinstance(step, TeacherStep):
            yield from lines_of(step)
    yield from (line for line in (lesson.footer, lesson.calm, lesson.hidden) if line)


def test_the_lesson_loads_without_a_problem(bundle: LessonBundle) -> None:
    assert bundle.problems == ()
    assert [one.id for one in bundle.adaptations] == ADAPTATIONS


def test_every_name_is_used_once(version: Lesson) -> None:
    every = [name for name, _ in names(version)]
    assert len(every) > 150
    assert sorted(every) == sorted(set(every))


def test_there_are_four_sittings_of_ten_to_twelve_minutes(version: Lesson) -> None:
    minutes = {sitting.id: version.minutes(sitting.id) for sitting in version.sittings}
    assert len(minutes) == 4
    assert all(10 <= length <= 12 for length in minutes.values()), minutes


def test_every_sitting_opens_and_closes_with_the_same_steps(version: Lesson) -> None:
    for sitting in version.sittings:
        steps = class_steps(version, sitting.id)
        assert steps[0].id == "welcome"
        assert [step.id for step in steps[-2:]] == ["help", "calm"]
        assert isinstance(steps[-2], HelpStep)
        assert isinstance(steps[-1], CalmStep)
        assert steps[-2].locked
        assert steps[-1].locked


def test_the_teacher_is_prepared_before_and_led_on_after(version: Lesson) -> None:
    for number, sitting in enumerate(version.sittings):
        steps = version.sitting_steps(sitting.id)
        assert steps[0].kind == "preparation"
        ready = ["prepare", "ready-today"] if number == 0 else ["ready-today"]
        assert [step.id for step in steps[: len(ready)]] == ready
        assert steps[-1].kind == "follow-up"
        assert steps[-1].id == ("follow-up" if number == 3 else "after-today")


def test_every_step_stands_in_a_sitting(version: Lesson) -> None:
    placed = {name for sitting in version.sittings for name in sitting.steps}
    assert placed == {step.id for step in version.steps}


def test_a_supply_teacher_finds_notes_under_every_heading(version: Lesson) -> None:
    for step in version.steps:
        notes = step.notes
        assert notes.say, step.id
        assert notes.look_for, step.id
        assert notes.unsettled, step.id
        assert notes.deaf, step.id
        assert notes.ask or isinstance(step, TeacherStep), step.id


@pytest.mark.parametrize("layers", [[], ["real-film"]])
def test_every_question_can_be_answered_at_three_levels(lesson: Lesson, layers: list[str]) -> None:
    changed, _ = apply(lesson, [adaptation(name) for name in layers])
    asked = list(questions(changed))
    assert len(asked) == 6
    for question in asked:
        assert 3 <= len(question.point) <= 4, question.id
        assert question.say, question.id
        assert question.explain, question.id
        assert question.starters, question.id
        assert question.look_for, question.id


def test_a_choice_may_be_pointed_at_said_or_explained(lesson: Lesson) -> None:
    asked = {step.id: " ".join(step.notes.ask) for step in lesson.steps if isinstance(step, ChoiceStep)}
    assert len(asked) == 4
    for name, words in asked.items():
        assert all(level in words for level in ("Point", "say or sign one word", "explain")), name


def test_every_choice_is_answered_and_none_is_called_wrong(version: Lesson) -> None:
    choices = [line for step in version.steps for line in lines_of(step) if isinstance(line, Choice)]
    assert len(choices) > 20
    for choice in choices:
        for reply in (choice.reply, choice.reply_easy):
            assert reply, choice.id
            assert not reply.startswith("No"), choice.id
            assert "wrong" not in reply or choice.id == "age-report", choice.id


def test_the_eight_key_words_are_explained(version: Lesson) -> None:
    words = [word for step in version.steps if isinstance(step, WordsStep) for word in step.words]
    assert [word.word for word in words] == KEY_WORDS


def test_the_slide_for_pupils_who_sent_a_picture_is_whole_and_locked(version: Lesson) -> None:
    step = version.step("still-not-their-fault")
    lines = list(lines_of(step))
    assert step.locked
    assert [line.text for line in lines] == SENT
    assert [line.easy for line in lines] == SENT
    assert all(line.locked for line in lines)
    assert isinstance(step, LinesStep)
    assert step.reveal == "together"  # its first line never stands alone


@pytest.mark.parametrize("name", ADAPTATIONS)
def test_a_version_applies_whole_and_keeps_every_locked_line(name: str, lesson: Lesson) -> None:
    one = adaptation(name)
    changed, problems = apply(lesson, [one])
    assert one.id == name
    assert problems == ()
    assert locked(lesson) - locked(changed) == set()
    assert set(one.presets) <= set(presets())


@pytest.mark.parametrize("name", [name for name in ADAPTATIONS if name != "real-film"])
def test_a_version_goes_together_with_the_real_film(name: str, lesson: Lesson) -> None:
    changed, problems = apply(lesson, [adaptation(name), adaptation("real-film")])
    assert problems == ()
    for sitting in changed.sittings:
        assert [step.id for step in class_steps(changed, sitting.id)][-2:] == ["help", "calm"]
        assert 10 <= changed.minutes(sitting.id) <= 13


def test_the_film_rests_at_its_three_stop_points(lesson: Lesson) -> None:
    films = [step for step in lesson.steps if isinstance(step, FilmStep)]
    assert {pause.at for step in films for pause in step.pauses} == PAUSES
    assert [step.start for step in films] == ["start", "clues", "what-can-maya-do"]
    assert [step.end for step in films] == ["clues", "what-can-maya-do", "end"]
    for step in films:
        assert step.edition == "sample"
        assert 1 <= len(step.lines) <= 3, "a notice is one slide"


def test_film_parts_are_as_long_as_the_notes_say(lesson: Lesson, bundle: LessonBundle) -> None:
    said = {
        "less than half a minute": (0, 30),
        "about a minute": (50, 70),
        "about a minute and a half": (80, 100),
    }
    for name in ("film", "bsl"):
        moments = bundle.films["mayas-story"].film.versions[name].moments
        for step in lesson.steps:
            if not isinstance(step, FilmStep):
                continue
            length_s = moments[step.end] - moments[step.start]
            told = max((words for words in said if words in " ".join(step.notes.say)), key=len)
            shortest, longest = said[told]
            assert shortest < length_s < longest, f"{step.id}: {length_s} s in the version {name}"
            # What is not film is the notice and the question at the rest: at least a minute for both.
            assert step.minutes * 60 >= length_s + 60, step.id


def test_films_cite_moments_of_the_film_in_its_order(version: Lesson, bundle: LessonBundle) -> None:
    moments = [moment.id for moment in bundle.films["mayas-story"].film.moments]
    for step in version.steps:
        if isinstance(step, FilmStep):
            cited = [step.start, *(pause.at for pause in step.pauses), step.end]
            assert set(cited) <= set(moments)
            assert cited == sorted(cited, key=moments.index), step.id


def test_only_steps_of_our_edition_tell_our_plot(lesson: Lesson) -> None:
    for step in lesson.steps:
        if step.edition == "sample" or isinstance(step, TeacherStep):
            continue
        words = [step.title, step.easy or "", *step.notes.say, *step.notes.ask]
        for line in lines_of(step):
            words += [line.text, line.easy or ""]
            assert not str(line.picture).startswith(PLOT_PICTURES), line.id
        assert not [name for name in PLOT if any(name in text for text in words)], step.id


def test_the_real_film_has_a_whole_lesson_without_our_plot(lesson: Lesson) -> None:
    real, _ = apply(lesson, [adaptation("real-film")])
    assert not [step.id for step in real.steps if step.edition == "sample"]
    assert [step.id for step in real.steps if isinstance(step, FilmStep)] == ["film-whole", "film-again"]
    told = " ".join(f"{line.text} {line.easy}" for line in pupil_lines(real))
    assert not [name for name in PLOT if name in told]
    shown = {line.picture for line in pupil_lines(real)}
    assert not [picture for picture in shown if str(picture).startswith(PLOT_PICTURES)]


def test_few_or_no_words_asks_for_nothing_said(lesson: Lesson) -> None:
    changed, _ = apply(lesson, [adaptation("few-or-no-words")])
    for question in questions(changed):
        assert question.point
        assert question.say is None
        assert question.explain is None
        assert question.starters == ()


def test_every_line_has_a_picture_of_the_catalogue(version: Lesson, catalogue: PictureCatalogue) -> None:
    for line in pupil_lines(version):
        assert line.picture in catalogue.pictures, f"{line.id}: {line.picture}"
    for step in version.steps:
        if isinstance(step, CalmStep):
            assert step.picture in catalogue.pictures


def test_every_picture_file_is_there(catalogue: PictureCatalogue) -> None:
    missing = [
        one.file for one in catalogue.pictures.values() if not (FOLDER / "pictures" / one.file).exists()
    ]
    assert missing == []


def test_choices_offer_no_more_than_a_slide_holds(version: Lesson) -> None:
    for step in version.steps:
        if isinstance(step, ChoiceStep):
            assert 3 <= len(step.choices) <= 4, step.id


def test_the_help_slide_names_services_that_pupils_may_use(lesson: Lesson, services: SupportServices) -> None:
    help_step = lesson.step("help")
    assert isinstance(help_step, HelpStep)
    assert len(help_step.services) == 3
    for name in help_step.services:
        service = services.named(name)
        assert service is not None
        assert service.audience in {"pupils", "everyone"}
        assert service.easy
        if service.contact:
            assert service.contact in service.text
            assert service.contact in service.easy


def test_services_that_nobody_confirmed_say_so(
    services: SupportServices, catalogue: PictureCatalogue
) -> None:
    unconfirmed = {service.id for service in services.services if service.check_before_use}
    assert unconfirmed == {"childline", "ceop"}
    for service in services.services:
        assert service.picture in catalogue.pictures
        assert ("not checked" in service.source) == service.check_before_use


def test_the_lesson_says_that_it_is_a_sample_and_names_its_guidance(lesson: Lesson) -> None:
    assert lesson.sample
    assert [guidance.nation for guidance in lesson.guidance] == ["England", "England"]
    assert "check before use" in lesson.guidance[1].year
    assert lesson.footer
    assert lesson.footer.locked


def test_the_disclosure_card_has_every_rule_and_all_are_locked(lesson: Lesson) -> None:
    card = " ".join(line.text for line in lesson.disclosure.lines)
    assert all(line.locked for line in lesson.disclosure.lines)
    for rule in (
        "calm",
        "Listen",
        "own way",
        "Tell, Explain, Describe",
        "not promise",
        "no leading questions",
        "repeat",
        "exact words",
        "Designated Safeguarding Lead",
        "999",
        "Never look at",
        "works at the school",
    ):
        assert rule in card, rule


def test_what_may_be_skipped_is_little_and_never_what_keeps_pupils_safe(version: Lesson) -> None:
    for sitting in version.sittings:
        steps = version.sitting_steps(sitting.id)
        optional = [step for step in steps if step.optional]
        assert sum(step.minutes for step in optional) <= 2
        assert not [step.id for step in optional if needed(step)]
    assert any(step.optional for step in version.steps)
