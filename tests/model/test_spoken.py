from __future__ import annotations

from lesson_player.model.adaptation import Adaptation, AddedStep, LineChange
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.lesson import RowsStep
from lesson_player.model.spoken import pupil_texts
from tests.support.small_lesson import SECRET, bundle, line


def adapted(*changes: dict[str, object]) -> LessonBundle:
    made = [
        Adaptation.model_validate(
            {"format": 1, "id": f"need-{n}", "lesson": "small", "title": "A need", "about": "It.", **change}
        )
        for n, change in enumerate(changes)
    ]
    return bundle().model_copy(update={"adaptations": tuple(made)})


def test_all_that_the_class_reads_is_there_once() -> None:
    texts = pupil_texts(bundle())
    assert len(texts) == len(set(texts))
    assert {
        *("Small lesson", "Welcome", "It is never your fault.", "Easy footer.", "Easy calm-line."),
        *("Easy hidden-line.", "Text of hello.", "Easy hello.", "Word1\nIt means 1.", "Question clues?"),
        *(
            "Easy question who?",
            "Choice who-yes",
            "Reply to who-yes.",
            "Text of who-say.",
            "Easy who-explain.",
        ),
        *("Text of clues-starter.", "Text of what.", "Reply to not-ok.", "Film, part 1", "Easy notice."),
        *("Helpline\nCall and talk.", "Practise", "Easy breathe."),
    } <= set(texts)


def test_what_is_for_the_teacher_is_not_spoken() -> None:
    joined = "\n".join(pupil_texts(bundle()))
    for words in (SECRET, "Prepare", "prepare-1", "Ask this", "A name of a trusted adult", "Sitting one"):
        assert words not in joined, words


def test_services_for_adults_alone_are_not_spoken() -> None:
    made = bundle()
    adults = tuple(one.model_copy(update={"audience": "adults"}) for one in made.services.services)
    services = made.services.model_copy(update={"services": adults})
    assert not any("Helpline" in text for text in pupil_texts(made.model_copy(update={"services": services})))


def test_adaptations_add_their_words_and_take_none_away() -> None:
    step = RowsStep(id="extra", title="One **more**", minutes=1, lines=(line("extra-1", "An extra line."),))
    made = adapted(
        {
            "lines": {"hello": LineChange(text="Good day.", easy="Hi."), "ok": LineChange(reply="So it is.")},
            "steps": {"talk": {"title": "Talk now"}},
            "add_steps": (AddedStep(sitting="one", after="welcome", step=step),),
        }
    )
    texts = set(pupil_texts(made))
    assert set(pupil_texts(bundle())) <= texts
    assert {"Good day.", "Hi.", "So it is.", "Talk now", "One more", "An extra line."} <= texts


def test_a_key_word_has_every_explanation_that_versions_can_combine() -> None:
    made = adapted(
        {"lines": {"word-1": LineChange(word="New word")}},
        {"lines": {"word-1": LineChange(text="New text.")}},
    )
    wanted = {f"{word}\n{text}" for word in ("Word1", "New word") for text in ("It means 1.", "New text.")}
    assert wanted <= set(pupil_texts(made))
