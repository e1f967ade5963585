"""A bill of materials as CycloneDX 1.6 JSON: the same bytes for the same package."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, License, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.spdx import is_supported_id
from packageurl import PackageURL

from bill import own
from bill.part import Part

_OURS = uuid.UUID("6b1c2c0e-5b0f-5c35-9e0a-3b7c0c8e9c12")
_LICENCES = LicenseFactory()


def write(
    target: Path, package: str, where: Callable[[str], Path], parts: Iterable[Part], epoch: int
) -> None:
    """Write the bill of *package*; *where* tells where a file of it is, *epoch* is its time in seconds."""
    found = list(parts)
    sums = {place: sha256_of(where(place)) for part in found for place in part.files}
    program = next(part for part in found if part.name == own.PROGRAM.name)
    root = _component(program, sums)
    contents = "".join(f"{total}  {place}\n" for place, total in sorted(sums.items()))
    bom = Bom(
        serial_number=uuid.uuid5(_OURS, f"{package}\n{contents}"),
        metadata=BomMetaData(
            component=root,
            timestamp=datetime.fromtimestamp(epoch, UTC),
            properties=[Property(name="lesson-player:package", value=package)],
        ),
    )
    for part in found:
        if part is not program:
            bom.components.add(_component(part, sums))
    bom.register_dependency(root, bom.components)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(JsonV1Dot6(bom).output_as_string(indent=1) + "\n", encoding="utf-8")


def sha256_of(path: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _component(part: Part, sums: dict[str, str], within: str = "") -> Component:
    reference = f"{within}{part.purl or part.name + '@' + part.version}"
    made = Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType(part.kind),
        bom_ref=reference,
        purl=PackageURL.from_string(part.purl) if part.purl else None,
        licenses=_licences(part.licence),
        properties=[Property(name=f"lesson-player:{name}", value=value) for name, value in part.facts],
    )
    if part.origin:
        made.properties.add(Property(name="lesson-player:source", value=part.origin))
    for place in part.files:
        made.components.add(
            Component(
                name=place,
                type=ComponentType.FILE,
                bom_ref=f"file:{place}",
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sums[place])],
            )
        )
    for inner in part.inside:
        made.components.add(_component(inner, sums, f"{reference}/"))
    return made


def _licences(said: str) -> list[License]:
    """One expression of SPDX, or a list of Debian's short names, of which some are SPDX's."""
    if not said:
        return []
    one = _LICENCES.make_from_string(said)
    if isinstance(one, LicenseExpression):
        return [one]
    return [
        DisjunctiveLicense(id=each) if is_supported_id(each) else DisjunctiveLicense(name=each)
        for each in said.split(", ")
    ]
