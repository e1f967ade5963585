"""The memory that libVLC draws into: never drawn into while somebody looks at it."""

from __future__ import annotations

import ctypes

from lesson_player.playback.pictures import PicturePool


def test_a_held_picture_is_not_drawn_into_again() -> None:
    pool = PicturePool(32, 8)
    ticket, block = pool.take()
    drawn = pool.drawn(ticket)
    assert drawn is block
    image = block.image()
    before = image.copy()
    for _ in range(4):
        other = pool.take()[1]
        ctypes.memset(other.address, 0x7F, other.stride * other.height)
    assert image == before


def test_a_picture_that_was_let_go_is_used_again() -> None:
    pool = PicturePool(32, 8)
    _, block = pool.take()
    image = block.image()
    del image
    assert pool.take()[1] is block


def test_whoever_holds_too_many_loses_pictures_and_not_memory() -> None:
    pool = PicturePool(32, 8)
    held = [pool.take()[1].image() for _ in range(12)]
    before = [image.copy() for image in held]
    ticket, block = pool.take()
    ctypes.memset(block.address, 0x7F, block.stride * block.height)
    assert ticket == 0
    assert pool.drawn(ticket) is None
    assert held == before


def test_the_image_shows_what_was_drawn_and_outlives_the_pool() -> None:
    pool = PicturePool(3, 2)
    _, block = pool.take()
    assert block.address % 64 == 0
    row = (ctypes.c_uint32 * 3)(0xFF112233, 0xFF445566, 0xFF778899)
    ctypes.memmove(block.address + block.stride, row, ctypes.sizeof(row))
    image = block.image()
    del pool, block
    assert [image.pixelColor(x, 1).name() for x in range(3)] == ["#112233", "#445566", "#778899"]
