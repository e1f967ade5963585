"""The one runner for background work, with progress and cancel. There are no other threads of our own.

Work that may wait for a network is done apart: by a thread of its own, which nobody waits for. A share that
went away can hold whoever asks it for minutes, and with the runner's few threads all other work.
"""

from __future__ import annotations

import logging
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_LOG = logging.getLogger(__name__)
T = TypeVar("T")
_LET_END_S = 1.0
"""How long work apart is waited for at the end, in seconds: enough to take away what is half written."""


class Cancelled(Exception):
    """Raised in work whose job has been cancelled, at its next word of progress."""


class Progress:
    """What work gets to say how far it is."""

    def __init__(self, say: Callable[[float, str], None]) -> None:
        self._say = say
        self._cancelled = Event()

    def at(self, share: float, words: str = "") -> None:
        """Say that a share of 0 to 1 is done. Raises Cancelled when nobody wants the rest."""
        if self._cancelled.is_set():
            raise Cancelled
        self._say(share, words)

    def cancel(self) -> None:
        """Ask the work to stop at its next word of progress."""
        self._cancelled.set()


class Job(QObject, Generic[T]):
    """One piece of work; its signals come on the thread that started it."""

    progressed = Signal(float, str)
    over = Signal(object)
    """This job, after its callbacks."""
    _ended = Signal(object, object)

    def __init__(self, done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._done = done
        self._failed = failed
        self.progress = Progress(self.progressed.emit)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Stop the work when it next says how far it is; neither of its callbacks is called."""
        self.progress.cancel()

    def run(self, work: Callable[[Progress], T]) -> None:
        """Do the work on this thread and hand the result back to the thread that made the job."""
        try:
            result = work(self.progress)
        except Cancelled:
            self._tell(None, None)
        except Exception as error:  # noqa: BLE001 - whatever went wrong is the caller's to tell
            self._tell(None, error)
        else:
            self._tell((result,), None)

    def _tell(self, result: tuple[T] | None, error: Exception | None) -> None:
        # Work apart that nobody waited for may end after everything that it was for.
        with suppress(RuntimeError):
            self._ended.emit(result, error)

    def _end(self, result: tuple[T] | None, error: Exception | None) -> None:
        try:
            if error is not None:
                self._failed(error)
            elif result is not None:
                self._done(result[0])
        finally:
            self.over.emit(self)
            self.deleteLater()


class JobRunner:
    """Runs jobs on an executor that is given to it, so that tests can pump it by hand."""

    def __init__(self, executor: Executor | None = None) -> None:
        self._executor = executor or ThreadPoolExecutor(max_workers=2, thread_name_prefix="job")
        self._jobs: dict[Job[object], Future[None]] = {}
        self._apart: dict[Job[object], Thread] = {}

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job[T]:
        """Do *work* in the background, then call *done* with what it gives, or *failed* with its error."""
        job: Job[T] = Job(done, failed or _log_failure)
        job.over.connect(self._forget)
        self._jobs[job] = self._executor.submit(job.run, work)  # type: ignore[index]
        return job

    def run_apart(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job[T]:
        """As :meth:`run`, for work that may wait for a network: it holds up no other work, and no ending."""
        job: Job[T] = Job(done, failed or _log_failure)
        job.over.connect(self._forget)
        thread = Thread(target=job.run, args=(work,), name="apart", daemon=True)
        self._apart[job] = thread  # type: ignore[index]
        thread.start()
        return job

    def promise(self, work: Callable[[], T]) -> Future[T]:
        """Do *work* in the background for whoever will ask the future for its result."""
        return self._executor.submit(work)

    def wait(self) -> None:
        """Wait until all that was started has been done; callbacks still come later, by the event loop."""
        for future in list(self._jobs.values()):
            future.exception()

    def wait_for(self, job: Job[T]) -> None:
        """Wait until one job has been done, whatever else there is; its callbacks still come later."""
        future = self._jobs.get(job)  # type: ignore[arg-type]
        if future is not None:
            future.exception()

    def close(self) -> None:
        """Cancel what runs and wait for it; for work apart only a moment."""
        for job in (*self._jobs, *self._apart):
            job.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)
        until = time.monotonic() + _LET_END_S
        for thread in self._apart.values():
            thread.join(max(until - time.monotonic(), 0.0))

    def _forget(self, job: Job[object]) -> None:
        # A job must live until its queued result has arrived, which is later than its future is done.
        self._jobs.pop(job, None)
        self._apart.pop(job, None)


def _log_failure(error: Exception) -> None:
    _LOG.error("A background job failed", exc_info=error)
