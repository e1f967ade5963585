"""Where a film stands between two reports of its engine.

Engines say where they are a few times a second at best (libVLC every 250 to 500 ms), captions need it for
each painted frame. So each report is kept together with the monotonic moment it was true at, and time is
carried forward from there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Clock:
    """A film position that was true at one monotonic moment. Seconds; ``rate`` 1.0 is normal speed."""

    media_s: float = 0.0
    monotonic_s: float = 0.0
    rate: float = 1.0
    running: bool = False

    def at(self, now_s: float) -> float:
        """The film position at the monotonic moment ``now_s``; a resting clock stays where it is."""
        if not self.running:
            return self.media_s
        return self.media_s + (now_s - self.monotonic_s) * self.rate

    def moment_of(self, media_s: float) -> float:
        """The monotonic moment at which a running clock gets to ``media_s``."""
        return self.monotonic_s + (media_s - self.media_s) / self.rate

    def based_on(self, media_s: float, now_s: float) -> Clock:
        """The same clock, corrected: at ``now_s`` the film stood at ``media_s``."""
        return replace(self, media_s=media_s, monotonic_s=now_s)

    def started(self, now_s: float) -> Clock:
        """Running from ``now_s`` on, without a jump."""
        return replace(self, media_s=self.at(now_s), monotonic_s=now_s, running=True)

    def stopped(self, now_s: float) -> Clock:
        """Resting where it stood at ``now_s``."""
        return replace(self, media_s=self.at(now_s), monotonic_s=now_s, running=False)

    def at_rate(self, rate: float, now_s: float) -> Clock:
        """Another speed from ``now_s`` on, without a jump."""
        return replace(self, media_s=self.at(now_s), monotonic_s=now_s, rate=rate)
