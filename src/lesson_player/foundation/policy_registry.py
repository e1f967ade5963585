"""The school's policy on Windows, from the registry, where Group Policy and Intune put it.

Values stand as in the file: texts and numbers directly, lists as several texts (REG_MULTI_SZ), and a section
as a key of its own: the key ``locked``, in it the key ``captions``, in it the value ``percent``. Only
administrators can write below ``Policies``, which Windows itself sees to. Not tried on Windows: its tests
have a registry of their own.
"""

from __future__ import annotations

from typing import Any, Protocol

from lesson_player.foundation.policy import HIDE, Policy, policy_from, unusable

_DEEPEST = 3
_MOST = 200
"""Values and keys of one key that are looked at."""


class Registry(Protocol):
    """What is asked of the registry: the standard library's ``winreg``."""

    HKEY_LOCAL_MACHINE: Any

    def OpenKey(self, key: Any, sub_key: str) -> Any:  # noqa: ANN401, N802 - winreg's own
        """A handle of a key; raises FileNotFoundError where there is none."""

    def EnumValue(self, key: Any, index: int) -> tuple[str, Any, int]:  # noqa: ANN401, N802 - winreg's own
        """A value's name, data and type; raises OSError after the last one."""

    def EnumKey(self, key: Any, index: int) -> str:  # noqa: ANN401, N802 - winreg's own
        """The name of a key below; raises OSError after the last one."""


def registry_policy(key: str, registry: Registry | None = None) -> Policy:
    """The policy in the registry; no policy where there is no such key. Raises nothing."""
    try:
        source = registry or _windows()
        with source.OpenKey(source.HKEY_LOCAL_MACHINE, key) as handle:
            data = _values(source, handle, _DEEPEST)
    except FileNotFoundError:
        return Policy()
    except (ImportError, OSError, ValueError) as error:
        return unusable(str(error))
    # The registry knows no yes and no: a number other than 0 stands for yes.
    data |= {name: bool(data[name]) for name in HIDE if isinstance(data.get(name), int)}
    return policy_from(data)


def _windows() -> Registry:
    import winreg  # noqa: PLC0415 - only Windows has it

    return winreg  # type: ignore[return-value,unused-ignore] # a module stands for its functions


def _values(registry: Registry, handle: Any, deep: int) -> dict[str, Any]:  # noqa: ANN401 - a handle of winreg
    found: dict[str, Any] = {}
    for index in range(_MOST):
        try:
            name, value, _kind = registry.EnumValue(handle, index)
        except OSError:
            break
        found[name] = value
    for index in range(_MOST if deep > 1 else 0):
        try:
            name = registry.EnumKey(handle, index)
        except OSError:
            break
        with registry.OpenKey(handle, name) as below:
            found[name] = _values(registry, below, deep - 1)
    return found
