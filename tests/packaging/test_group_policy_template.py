"""The template for Group Policy: what it offers is what the program takes."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any, Self

import pytest

from lesson_player.foundation import policy, policy_registry
from lesson_player.model.user_settings import SECTIONS, sound_policy
from tests.support.source_tree import REPOSITORY

WINDOWS = REPOSITORY / "packaging" / "windows"
POLICY = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


def _template() -> ET.Element:
    return ET.parse(WINDOWS / "admx" / "LessonPlayer.admx").getroot()


def _values(element: ET.Element) -> list[object]:
    """What an administrator can choose of it, at its edges."""
    kind = element.tag.removeprefix(POLICY)
    if kind == "text":
        return ["mine"]
    if kind == "multiText":
        return [["/school/lessons"]]
    if kind == "decimal":
        return [int(element.get(name, "")) for name in ("minValue", "maxValue")]
    items = element.findall(f"{POLICY}item/{POLICY}value/*")
    return [int(each.get("value", "")) if each.tag == f"{POLICY}decimal" else each.text for each in items]


def _chosen() -> list[tuple[str, str, object]]:
    """Section, name and value of everything that can be chosen in the template."""
    found: list[tuple[str, str, object]] = []
    for each in _template().iter(f"{POLICY}policy"):
        key = each.get("key", "").removeprefix(policy.REGISTRY_KEY).strip("\\")
        if name := each.get("valueName"):
            found += [(key, name, 1), (key, name, 0)]
        for element in each.findall(f"{POLICY}elements/*"):
            found += [(key, element.get("valueName", ""), value) for value in _values(element)]
    return found


@pytest.mark.parametrize(("section", "name", "value"), _chosen())
def test_what_the_template_offers_is_what_the_program_takes(section: str, name: str, value: object) -> None:
    values: dict[str, object] = {name: value}
    for part in reversed(section.split("\\") if section else []):
        values = {part: values}
    read = sound_policy(policy_registry.registry_policy(policy.REGISTRY_KEY, _Registry(values)))
    assert read.trouble == ""
    last = section.rsplit("\\", maxsplit=1)[-1]
    if last:
        assert read.locked[last][name] == value
    elif name in policy.HIDE:
        assert getattr(read, name) is bool(value)


def test_the_template_has_every_setting_and_every_section() -> None:
    chosen = _chosen()
    top = {name for section, name, _ in chosen if not section}
    sections = {section.split("\\")[-1] for section, _, _ in chosen if section}
    assert top == {"why", "adaptation", *policy.HIDE, "lesson_folders", "film_folders", "symbol_folders"}
    assert sections == set(SECTIONS)


def test_every_word_that_the_template_cites_is_there() -> None:
    words = ET.parse(WINDOWS / "admx" / "en-GB" / "LessonPlayer.adml").getroot()
    strings = {f"$(string.{each.get('id')})" for each in words.iter(f"{POLICY}string")}
    forms = {f"$(presentation.{each.get('id')})" for each in words.iter(f"{POLICY}presentation")}
    cited = {value for each in _template().iter() for value in each.attrib.values() if value.startswith("$(")}
    assert strings | forms == cited


class _Registry:
    """A registry with one key, as `winreg` shows it."""

    HKEY_LOCAL_MACHINE = None

    def __init__(self, values: dict[str, object]) -> None:
        self._values = values

    def OpenKey(self, key: _Key | None, sub_key: str) -> _Key:  # noqa: N802 - winreg's own
        below = self._values if key is None else key.values[sub_key]
        assert isinstance(below, dict)
        return _Key(below)

    def EnumValue(self, key: _Key, index: int) -> tuple[str, object, int]:  # noqa: N802 - winreg's own
        plain = [(name, value, 0) for name, value in key.values.items() if not isinstance(value, dict)]
        found: tuple[str, object, int] = _at(plain, index)
        return found

    def EnumKey(self, key: _Key, index: int) -> str:  # noqa: N802 - winreg's own
        found: str = _at([name for name, value in key.values.items() if isinstance(value, dict)], index)
        return found


class _Key:
    def __init__(self, values: dict[str, object]) -> None:
        self.values = values

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None


def _at(values: list[Any], index: int) -> Any:
    if index >= len(values):
        raise OSError(259, "no more")
    return values[index]
