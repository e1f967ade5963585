"""The texts of a lesson that pupils read, in the order in which they meet them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.adapting.easy_read.finding import Where
from lesson_player.adapting.easy_read.rules.hard_words import explained_in
from lesson_player.adapting.easy_read.sentences import plain, sentences
from lesson_player.adapting.easy_read.vocabulary import Vocabulary
from lesson_player.adapting.easy_read.words.forms import bases
from lesson_player.adapting.easy_read.words.lists import easy_words, hard_words
from lesson_player.model.lesson import Choice, KeyWord, TeacherStep, Wording, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lesson_player.model.lesson import Lesson, Line, Step


@dataclass(frozen=True, slots=True)
class LessonText:
    """One text, where it stands, and the key word that it explains, if it does."""

    where: Where
    text: str
    key_word: str = ""


def pupils_steps(lesson: Lesson) -> Iterator[tuple[str, Step]]:
    """Every step whose words pupils see, with its first sitting, in the order of teaching."""
    seen: set[str] = set()
    for sitting in lesson.sittings:
        for step in lesson.sitting_steps(sitting.id):
            if step.id not in seen and not isinstance(step, TeacherStep):
                yield sitting.id, step
            seen.add(step.id)


def lesson_texts(lesson: Lesson, wording: Wording) -> Iterator[LessonText]:
    """Titles, lines, key words, questions and replies, in one wording. The disclosure card is for adults."""
    for sitting, step in pupils_steps(lesson):
        field = "easy" if wording is Wording.EASY and step.easy else "title"
        yield LessonText(Where(sitting, step.id, field=field), step.heading(wording))
        for line in lines_of(step):
            yield from line_texts(line, wording, Where(sitting, step.id))
    outer = (lesson.footer, lesson.calm, lesson.hidden)
    for one in (line for line in outer if line is not None):
        yield from line_texts(one, wording, Where())


def line_texts(line: Line, wording: Wording, where: Where) -> Iterator[LessonText]:
    """The texts of a line that the class reads in *wording*."""
    easy = wording is Wording.EASY
    field = "easy" if easy and line.easy else "text"
    key_word = line.word if isinstance(line, KeyWord) else ""
    yield LessonText(Where(where.sitting, where.step, line.id, field), line.words(wording), key_word)
    if isinstance(line, Choice) and line.reply_words(wording):
        field = "reply_easy" if easy and line.reply_easy else "reply"
        yield LessonText(Where(where.sitting, where.step, line.id, field), line.reply_words(wording))


def vocabulary_after(texts: Iterable[LessonText], before: Vocabulary) -> Vocabulary:
    """What readers know who knew *before* and have read *texts*."""
    explained = set(before.explained)
    for text in texts:
        if text.key_word:
            explained.add(text.key_word.lower())
        explained.update(explained_in(sentences(plain(text.text))))
    return Vocabulary(frozenset(explained), before.names)


def names_in(texts: Iterable[LessonText]) -> frozenset[str]:
    """Names of people and places: words with a capital inside a sentence that are on no list."""
    found: set[str] = set()
    for text in texts:
        for sentence in sentences(plain(text.text)):
            capitals = (word.low for word in sentence.words[1:] if word.text[0].isupper())
            found.update(form for low in capitals for form in bases(low)[:2])
    return frozenset(name for name in found if name not in easy_words() and name not in hard_words())


def vocabulary_at(lesson: Lesson, wording: Wording, step_id: str) -> Vocabulary:
    """What the lesson has taught by the end of the step; all of it where there is no such step."""
    texts = tuple(lesson_texts(lesson, wording))
    steps = [step.id for _, step in pupils_steps(lesson)]
    until = steps[: steps.index(step_id) + 1] if step_id in steps else steps
    earlier = (text for text in texts if text.where.step in until)
    return vocabulary_after(earlier, Vocabulary(names=names_in(texts)))
