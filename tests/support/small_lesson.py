"""A small lesson with one step of each kind and a film in two versions, built in memory."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from lesson_player.model.appearance import Appearance, FilmChoice
from lesson_player.model.bundle import LessonBundle, LoadedFilm
from lesson_player.model.captions import Cue, CueTrack, Span
from lesson_player.model.film import Chapter, Film, FilmVersion, Moment, Track
from lesson_player.model.lesson import (
    AgreementStep,
    CalmStep,
    Choice,
    ChoiceStep,
    DisclosureCard,
    DiscussionStep,
    FilmStep,
    HelpStep,
    KeyWord,
    Lesson,
    Line,
    Notes,
    Pause,
    Picture,
    PictureCatalogue,
    PracticeStep,
    Question,
    RowsStep,
    Sitting,
    Step,
    TeacherStep,
    WelcomeStep,
    Wording,
    WordsStep,
)
from lesson_player.model.services import SupportService, SupportServices
from lesson_player.model.slide import Slide
from lesson_player.teaching import moves
from lesson_player.teaching.course import Course
from lesson_player.teaching.state import LessonState

SECRET = "Only the teacher reads this"
MOMENTS = {"start": 0.0, "clue": 4.0, "help": 7.0, "end": 10.0}
BSL_MOMENTS = {"start": 0.0, "clue": 6.0, "help": 11.0, "end": 16.0}


def line(name: str, text: str = "", **more: object) -> Line:
    return Line(id=name, text=text or f"Text of {name}.", easy=f"Easy {name}.", picture="sun", **more)


def choice(name: str) -> Choice:
    return Choice(id=name, text=f"Choice {name}", picture="sun", reply=f"Reply to {name}.")


def question(name: str) -> Question:
    return Question(
        id=name,
        text=f"Question {name}?",
        easy=f"Easy question {name}?",
        point=(choice(f"{name}-yes"), choice(f"{name}-no")),
        say=line(f"{name}-say"),
        explain=line(f"{name}-explain"),
        starters=(line(f"{name}-starter"),),
        look_for=("A name of a trusted adult",),
    )


def steps() -> tuple[Step, ...]:
    notes = Notes(say=(SECRET,), ask=("Ask this",), look_for=("Look for this",))
    return (
        TeacherStep(kind="preparation", id="prepare", title="Prepare", minutes=0, lines=(line("prepare-1"),)),
        WelcomeStep(
            id="welcome", title="Welcome", minutes=2, lines=(line("hello"), line("plan")), notes=notes
        ),
        AgreementStep(
            id="rules", title="Our rules", minutes=3, lines=tuple(line(f"rule-{n}") for n in range(1, 5))
        ),
        WordsStep(
            id="words",
            title="Words we need",
            minutes=3,
            words=tuple(KeyWord(id=f"word-{n}", word=f"Word{n}", text=f"It means {n}.") for n in range(1, 3)),
        ),
        FilmStep.model_validate(
            {
                "id": "watch",
                "title": "Film, part 1",
                "minutes": 4,
                "from": "start",
                "to": "end",
                "lines": (line("notice"),),
                "pauses": (
                    Pause(id="pause-clue", at="clue", prompt=question("clues")),
                    Pause(id="pause-help", at="help"),
                ),
                "notes": notes,
            }
        ),
        DiscussionStep(id="talk", title="Talk", minutes=4, question=question("who"), notes=notes),
        ChoiceStep(
            id="choose",
            title="Choose",
            minutes=3,
            question=line("what"),
            choices=(choice("ok"), choice("not-ok")),
        ),
        PracticeStep(
            id="practise", title="Practise", minutes=3, optional=True, lines=(line("block"), line("tell"))
        ),
        RowsStep(
            id="recap",
            title="Recap",
            minutes=2,
            reveal="together",
            lines=tuple(line(f"recap-{n}") for n in range(1, 6)),
        ),
        HelpStep(
            id="help",
            title="Help",
            minutes=2,
            locked=True,
            lines=(line("fault", locked=True),),
            services=("line",),
        ),
        CalmStep(id="calm-end", title="Calm", minutes=1, lines=(line("breathe"),), picture="sun"),
    )


def lesson(**changes: object) -> Lesson:
    all_steps = steps()
    fields: dict[str, object] = {
        "format": 1,
        "id": "small",
        "title": "Small lesson",
        "about": "A lesson for tests.",
        "film": "small-film",
        "picture": "sun",
        "footer": line("footer", "It is never your fault."),
        "calm": line("calm-line"),
        "hidden": line("hidden-line"),
        "disclosure": DisclosureCard(
            title="If a pupil tells you", lines=(line("card-1", f"{SECRET}: stay calm"),)
        ),
        "steps": all_steps,
        "sittings": (
            Sitting(id="one", title="Sitting one", steps=tuple(step.id for step in all_steps)),
            Sitting(id="two", title="Sitting two", steps=("welcome", "help", "calm-end")),
        ),
    }
    return Lesson.model_validate(fields | changes)


def film(edition: str = "sample") -> Film:
    def version(title: str, length: float, moments: dict[str, float]) -> FilmVersion:
        return FilmVersion(
            title=title,
            file=f"{title.lower()}.webm",
            duration=length,
            sha256="0" * 64,
            captions=(Track(id="standard", title="Captions", file=f"{title.lower()}.vtt"),),
            moments=moments,
        )

    return Film(
        format=1,
        id="small-film",
        edition=edition,
        title="Small film",
        moments=tuple(Moment(id=name, title=name.title()) for name in MOMENTS),
        chapters=tuple(
            Chapter(moment=moment, title=title)
            for moment, title in (("start", "The start"), ("clue", "A clue"), ("help", "Help comes"))
        ),
        versions={"film": version("Film", 10.0, MOMENTS), "bsl": version("BSL", 16.0, BSL_MOMENTS)},
    )


def cues(*times: tuple[float, float]) -> CueTrack:
    return CueTrack(
        cues=tuple(
            Cue(start_s=start, end_s=end, lines=((Span(text=f"Words at {start}", voice="Maya"),),))
            for start, end in times
        )
    )


def loaded_film(folder: Path = Path("/films/small-film"), missing: tuple[str, ...] = ()) -> LoadedFilm:
    tracks = {"film/standard": cues((1.0, 2.0), (5.0, 6.0)), "bsl/standard": cues((2.0, 3.0))}
    return LoadedFilm(film=film(), folder=folder, captions=tracks, missing=missing)


def bundle(*, with_film: bool = True, missing: tuple[str, ...] = (), **changes: object) -> LessonBundle:
    service = SupportService(
        id="line",
        name="Helpline",
        audience="pupils",
        text="Call and talk.",
        source="A published page",
        last_checked=date(2026, 10, 12),
    )
    return LessonBundle(
        lesson=lesson(**changes),
        folder=Path("/lessons/small"),
        catalogue=PictureCatalogue(format=1, pictures={"sun": Picture(file="sun.svg", alt="A sun.")}),
        services=SupportServices(format=1, services=(service,)),
        films={"small-film": loaded_film(missing=missing)} if with_film else {},
    )


def threes(slide: Slide, appearance: Appearance) -> tuple[tuple[str, ...], ...]:
    """A pager for tests: three rows a part, one from 150 %."""
    size = 1 if appearance.text_percent >= 150 else 3
    ids = [row.id for row in slide.rows]
    return tuple(tuple(ids[i : i + size]) for i in range(0, len(ids), size))


def course(*, private: bool = True, wording: Wording = Wording.STANDARD, **bundled: Any) -> Course:
    made = bundle(**bundled)
    return Course(
        bundle=made,
        lesson=made.lesson,
        wording=wording,
        version_title="As written",
        pages=threes,
        private=private,
    )


def begin(made: Course, sitting: str = "one", **changes: object) -> LessonState:
    return moves.start(made, sitting, Appearance(), FilmChoice()).model_copy(update=changes)


def at_step(made: Course, step_id: str, sitting: str = "one") -> LessonState:
    ids = made.lesson.sitting(sitting).steps
    return moves.go_to(made, begin(made, sitting), ids.index(step_id))


def press_next(made: Course, state: LessonState, times: int = 1) -> LessonState:
    for _ in range(times):
        state = moves.next_beat(made, state)
    return state
