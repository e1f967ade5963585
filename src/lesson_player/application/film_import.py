"""Putting in a film from a terminal: what the use case needs, put together, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.application.commands import CANNOT, unknown_lesson
from lesson_player.application.films import EngineProbe
from lesson_player.application.qt_application import without_windows
from lesson_player.application.settings_here import settings_here
from lesson_player.desktop.qt_messages import log_qt_messages
from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.film import find_film, load_film
from lesson_player.formats.moment_times import read_moment_times
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.logs import start_logging
from lesson_player.foundation.startup import resume_collection
from lesson_player.operations.film_import.findings import stops
from lesson_player.operations.film_import.install import install
from lesson_player.operations.film_import.moments import (
    estimated,
    made_for,
    moments_to_find,
    plot_steps,
    times_problem,
)
from lesson_player.operations.film_import.plan import FilmPlan
from lesson_player.operations.film_import.report import lengths_note, plot_lines, report
from lesson_player.operations.film_import.store import FilmStore, ImportStopped
from lesson_player.operations.film_import.survey import survey
from lesson_player.operations.film_import.wish import REAL, signer_of
from lesson_player.operations.library import find_lesson
from lesson_player.playback.engines import choose_engine
from lesson_player.playback.inspection.process import FilmInspector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.operations.film_import.moments import Times
    from lesson_player.operations.film_import.survey import Survey
    from lesson_player.operations.film_import.wish import FilmWish
    from lesson_player.playback.engines import Engine

PROBLEMS = 1
_SEEN_S = 1.0
"""How much of each film the engine plays, to see that it can."""


@dataclass(frozen=True, slots=True)
class Target:
    """The lesson that a film is put in for."""

    bundle: LessonBundle
    film: str
    """Id of the lesson's film."""
    places: Places

    def store(self, *, machine: bool) -> FilmStore:
        """Where the film goes: for this user, or for all users of the machine."""
        root = self.places.machine_data if machine else self.places.user_data
        return FilmStore(root / "media" / self.film, shared=machine)

    def title(self) -> str:
        """The film's title."""
        loaded = self.bundle.films.get(self.film)
        return loaded.film.title if loaded else self.bundle.lesson.title


def find_target(lesson: str, places: Places) -> Target | str:
    """The lesson called *lesson*, or a sentence that says why no film can be put in for it."""
    folder = find_lesson(places, lesson)
    if folder is None:
        return unknown_lesson(lesson, places)
    bundle, problems = load_bundle(folder, places.films)
    if bundle is None:
        return "\n".join(str(problem) for problem in problems)
    if bundle.lesson.film is None:
        return tr("The lesson “{lesson}” has no film.", lesson=bundle.lesson.title)
    return Target(bundle, bundle.lesson.film, places)


def import_film(
    engine_name: str | None,
    wish: FilmWish,
    progress: Callable[[float, str], None],
    say: Callable[[str], None],
) -> int:
    """Put a film in, or with ``dry_run`` only look at it.

    Gives 0, 1 when a file cannot be used, 2 when it cannot be done at all.
    """
    places, _ = settings_here()
    start_logging(places.logs)
    resume_collection()
    target = find_target(wish.lesson, places)
    if isinstance(target, str):
        say(target)
        return CANNOT
    try:
        return _import(target, wish, engine_name, progress, say)
    except ImportStopped as stopped:
        say(f"{stopped.problem.sentence} {stopped.problem.remedy}".strip())
        return CANNOT


def _import(
    target: Target,
    wish: FilmWish,
    engine_name: str | None,
    progress: Callable[[float, str], None],
    say: Callable[[str], None],
) -> int:
    """Look, tell, and put in. Raises ImportStopped."""
    store = target.store(machine=wish.machine)
    if not wish.dry_run:
        store.check_writable()
    given = _given(wish, target)
    found = survey(wish, FilmInspector(), progress)
    if found.usable:
        found = played(found, choose_engine(engine_name))
    for line in report(found):
        say(line)
    if not found.usable:
        say(tr("Nothing was changed: the film that was there is still in use."))
        return PROBLEMS
    plan = _plan(wish, target, found, given)
    for line in _setting_up(plan, target):
        say(line)
    if wish.dry_run:
        say(tr("Nothing was changed: the files were only looked at."))
        return 0
    install(plan, store, progress)
    say(tr("The film is in use now. To go back: lesson-player film undo {lesson}", lesson=wish.lesson))
    _warn_of_own(target, store, say)
    return 0


def played(found: Survey, engine: Engine) -> Survey:
    """The survey after the engine has played a moment of each film. Needs a thread that Qt can use."""
    if not engine.shows_films:
        return found
    log_qt_messages()
    _app = without_windows()
    probe = EngineProbe(engine)
    for name, one in found.versions.items():
        # A busy computer may need a second try; a film that cannot be played fails both times.
        why_not = probe.why_not(one.path, _SEEN_S) and probe.why_not(one.path, _SEEN_S)
        if why_not:
            sentence = tr("{name} does not play here. {why}", name=one.path.name, why=why_not)
            found = found.with_problems(name, (stops("does-not-play", sentence, "", one.path.name),))
    return found


def undo_film(lesson: str, say: Callable[[str], None], *, machine: bool) -> int:
    """Go back to the film before. Gives 0, or 2 when it cannot be done."""
    places, _ = settings_here()
    start_logging(places.logs)
    resume_collection()
    target = find_target(lesson, places)
    if isinstance(target, str):
        say(target)
        return CANNOT
    try:
        target.store(machine=machine).undo()
    except ImportStopped as stopped:
        say(f"{stopped.problem.sentence} {stopped.problem.remedy}".strip())
        return CANNOT
    say(film_in_use(target))
    return 0


def film_in_use(target: Target) -> str:
    """A sentence that says which film is in use."""
    folder = find_film(target.film, target.places.films)
    loaded = load_film(folder)[0] if folder else None
    if loaded is None:
        return tr("No film is in use now.")
    film = loaded.film
    whose = tr("edition “{edition}”", edition=film.edition)
    if film.is_sample:
        whose = tr("the sample film")
    elif film.edition == REAL:
        whose = tr("the IWF’s film")
    return tr("In use now: {title}, {whose}.", title=film.title, whose=whose)


def _given(wish: FilmWish, target: Target) -> dict[str, Times] | None:
    """The moments that the wish names. Raises ImportStopped for a file that cannot be used."""
    if wish.signer is not None and signer_of(wish.signer) is None:
        sentence = tr("“{asked}” is no rectangle in the picture.", asked=wish.signer)
        remedy = tr("Write left, top, width, height as shares from 0 to 1, such as 0.6,0,0.4,1.")
        raise ImportStopped(stops("bad-signer", sentence, remedy))
    if wish.moments is None:
        return None
    read, problems = read_moment_times(wish.moments)
    if read is None:
        why = problems[0].sentence if problems else ""
        sentence = tr("{name} cannot be used. {why}", name=wish.moments.name, why=why)
        raise ImportStopped(stops("moments-unreadable", sentence, problems[0].remedy if problems else ""))
    wanted = moments_to_find(target.bundle, REAL)
    given = {name: dict(read.versions.get(name, {})) for name in wish.films}
    for name, times in given.items():
        problem = times_problem(name, wanted, times)
        if problem is not None:
            raise ImportStopped(problem)
    return given


def _plan(wish: FilmWish, target: Target, found: Survey, given: dict[str, Times] | None) -> FilmPlan:
    """What will be put in. Raises ImportStopped when a moment lies past the end of its version."""
    wanted = moments_to_find(target.bundle, REAL)
    lengths = {name: one.facts.duration_s for name, one in found.versions.items() if one.facts}
    loaded = target.bundle.films.get(target.film)
    for name, times in (given or {}).items():
        problem = times_problem(name, wanted, times, lengths[name])
        if problem is not None:
            raise ImportStopped(problem)
    return FilmPlan(
        film=target.film,
        title=target.title(),
        survey=found,
        wanted=wanted,
        moments=given or estimated(wanted, loaded.film if loaded else None, lengths),
        checked=given is not None,
        signer=signer_of(wish.signer) if wish.signer else None,
        burnt_in=wish.burnt_in,
    )


def _setting_up(plan: FilmPlan, target: Target) -> Iterator[str]:
    """What somebody should know about the lesson and the moments before teaching with the film."""
    if note := lengths_note(plan.survey):
        yield note
    yield from plot_lines(plot_steps(target.bundle, REAL), made_for(target.bundle, REAL))
    if not plan.checked:
        yield tr("The moments are only worked out from the length. Look at them before class.")


def _warn_of_own(target: Target, store: FilmStore, say: Callable[[str], None]) -> None:
    """A film of the user's own hides one that was put in for all users."""
    folder = find_film(target.film, target.places.films)
    if folder is not None and folder != store.folder:
        say(tr("On this account another film comes first: {folder}", folder=folder))
