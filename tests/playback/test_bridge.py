"""Order, the latest frame only, and no frame behind the pause point."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from lesson_player.playback.bridge import Bridge
from lesson_player.playback.events import Ended, EngineEvent, FrameHeldBack, Settled, TimeAnchor
from lesson_player.playback.frame import Frame


class Heard:
    def __init__(self, bridge: Bridge) -> None:
        self.items: list[object] = []
        self.threads: set[int] = set()
        bridge.frame_arrived.connect(self._on_frame)
        bridge.event_arrived.connect(self._on_event)

    def _on_frame(self, frame: Frame) -> None:
        self.items.append(frame.number)
        self.threads.add(threading.get_ident())

    def _on_event(self, event: EngineEvent) -> None:
        self.items.append(event)
        self.threads.add(threading.get_ident())


@pytest.fixture
def bridge(qapp: object) -> Iterator[Bridge]:
    made = Bridge()
    yield made
    made.deleteLater()


@pytest.fixture
def heard(bridge: Bridge) -> Heard:
    return Heard(bridge)


def frame(number: int) -> Frame:
    return Frame(number / 25, number, QImage())


def test_frames_and_events_keep_their_order(bridge: Bridge, heard: Heard) -> None:
    bridge.offer(frame(0))
    bridge.post(Settled(0.0))
    bridge.offer(frame(1))
    bridge.post(Ended())
    bridge.drain()
    assert heard.items == [0, Settled(0.0), 1, Ended()]


def test_of_frames_in_a_row_only_the_latest_comes_and_the_others_are_counted(
    bridge: Bridge, heard: Heard
) -> None:
    for number in range(5):
        bridge.offer(frame(number))
    bridge.drain()
    assert heard.items == [4]
    assert bridge.frames_dropped == 4


def test_frames_behind_the_limit_are_kept_back_and_said_once(bridge: Bridge, heard: Heard) -> None:
    bridge.set_limit(0.05)
    for number in range(4):
        bridge.offer(frame(number))
    bridge.drain()
    assert heard.items == [1, FrameHeldBack(2 / 25)]
    bridge.release_held()
    assert heard.items[-1] == 3
    bridge.release_held()
    assert heard.items.count(3) == 1


def test_without_a_limit_frames_pass_again(bridge: Bridge, heard: Heard) -> None:
    bridge.set_limit(0.0)
    bridge.offer(frame(3))
    bridge.set_limit(None)
    bridge.offer(frame(4))
    bridge.drain()
    assert heard.items == [FrameHeldBack(3 / 25), 4]


def test_a_later_limit_takes_back_that_a_frame_before_it_was_kept_back(bridge: Bridge, heard: Heard) -> None:
    bridge.set_limit(0.05)
    bridge.offer(frame(3))
    bridge.set_limit(0.5)
    bridge.offer(frame(4))
    bridge.offer(frame(20))
    bridge.drain()
    assert heard.items == [4, FrameHeldBack(20 / 25)]


def test_clearing_while_delivering_stops_the_delivery(bridge: Bridge, heard: Heard) -> None:
    bridge.event_arrived.connect(lambda _event: bridge.clear())
    bridge.post(Settled(0.0))
    bridge.offer(frame(7))
    bridge.post(Ended())
    bridge.drain()
    assert heard.items == [Settled(0.0)]


def test_a_film_that_goes_elsewhere_is_not_held_back_by_the_place_where_it_was_to_stop(
    bridge: Bridge, heard: Heard
) -> None:
    bridge.set_limit(3 / 25)
    bridge.forget_place()
    bridge.offer(frame(7))
    bridge.drain()
    assert heard.items == [7]


def test_what_foreign_threads_post_arrives_on_the_gui_thread_in_order(
    bridge: Bridge, heard: Heard, qtbot: QtBot
) -> None:
    count = 500

    def work() -> None:
        for number in range(count):
            bridge.post(TimeAnchor(float(number), 0.0))

    thread = threading.Thread(target=work)
    thread.start()
    qtbot.waitUntil(lambda: len(heard.items) == count)
    thread.join()
    assert heard.items == [TimeAnchor(float(number), 0.0) for number in range(count)]
    assert heard.threads == {threading.get_ident()}
