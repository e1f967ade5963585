"""Jobs that run when the test says so."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

from lesson_player.desktop.jobs import Job, JobRunner, Progress

T = TypeVar("T")


class Waiting(Future[Any]):
    """Whoever waits for it has everything done that waits, so that nobody waits for ever.

    On a busy machine a timer may have begun a job that the test knows nothing of.
    """

    def __init__(self, turn: Callable[[], None]) -> None:
        super().__init__()
        self._turn = turn

    def result(self, timeout: float | None = None) -> Any:
        self._have_it_done()
        return super().result(timeout)

    def exception(self, timeout: float | None = None) -> BaseException | None:
        self._have_it_done()
        return super().exception(timeout)

    def _have_it_done(self) -> None:
        if not self.done():
            self._turn()


class HandExecutor(Executor):
    """An executor that a test turns by hand."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = Waiting(self.turn)
        self.waiting.append((future, lambda: fn(*args, **kwargs)))
        return future

    def turn(self) -> None:
        """Do everything that waits."""
        waiting, self.waiting = self.waiting, []
        for future, work in waiting:
            future.set_result(work())

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if cancel_futures:
            self.waiting.clear()


class HandRunner(JobRunner):
    """A runner whose work apart waits for the test's executor too."""

    def run_apart(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job[T]:
        return self.run(work, done, failed)


class AtOnce(HandExecutor):
    """An executor that does its work before it returns."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = super().submit(fn, *args, **kwargs)
        self.turn()
        return future
