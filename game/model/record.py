"""Records of arrays: how the nouns of the engine are declared, locked, compared, cut and digested.

A record is a frozen dataclass whose fields are numpy arrays, other records or plain values. Each array field names its
axes, one letter each, so that rows, slots and digests are handled in one place:

R replicates · N firm slots · J institutions · G segments · K tie slots · V events · T terms of a ledger · P resources
F marketing functions · M motions
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import field, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
AnyArray = NDArray[Any]
Seen = Literal["public", "private", ""]
T = TypeVar("T")


def array(axes: str, meaning: str, unit: str = "", seen: Seen = "") -> Any:
    """Declare an array field: its axes, what it holds, its unit, and in an Observation who may see it."""
    return field(metadata={"axes": axes, "meaning": meaning, "unit": unit, "seen": seen})


def walk(record: Any, path: str = "") -> Iterator[tuple[str, str, AnyArray]]:
    """Every array of a record, depth first, as (dotted path, axes, array)."""
    for name, axes in _plan(type(record)):  # type: ignore[arg-type]
        value = getattr(record, name)
        if isinstance(value, np.ndarray):
            yield f"{path}{name}", axes, value
        elif is_dataclass(value):
            yield from walk(value, f"{path}{name}.")


@lru_cache(maxsize=256)
def _plan(kind: Any) -> tuple[tuple[str, str], ...]:
    """Names and axes of a record's fields, looked up once."""
    return tuple((item.name, str(item.metadata.get("axes", ""))) for item in fields(kind))


def change(record: T, do: Callable[[str, AnyArray], AnyArray]) -> T:
    """A new record with `do(axes, array)` in place of every array; the new arrays are locked."""
    made: dict[str, Any] = {}
    for item in fields(record):  # type: ignore[arg-type]
        value = getattr(record, item.name)
        if is_dataclass(value):
            made[item.name] = change(value, do)
        elif isinstance(value, np.ndarray):
            made[item.name] = do(str(item.metadata["axes"]), value)
            made[item.name].flags.writeable = False
    return replace(record, **made)  # type: ignore[type-var]


def lock(record: T) -> T:
    """Make every array of the record read-only, in place, and return the record."""
    for value in vars(record).values():
        if isinstance(value, np.ndarray):
            value.setflags(write=False)
        elif is_dataclass(value):
            lock(value)
    return record


def rows(record: T, index: AnyArray | slice) -> T:
    """The record for some replicates only (repeats allowed): every array with an R axis is cut along it."""
    return change(record, lambda axes, held: held[index].copy() if axes.startswith("R") else held.copy())


def same(one: Any, other: Any) -> bool:
    """Whether two records hold the same bytes in every array."""
    pairs = zip(walk(one), walk(other), strict=True)
    return all(
        a[0] == b[0] and a[2].dtype == b[2].dtype and np.array_equal(a[2], b[2], equal_nan=a[2].dtype.kind == "f")
        for a, b in pairs
    )


def digest(*records: Any, start: bytes = b"") -> str:
    """SHA-256 over the names, types, shapes and bytes of all arrays, in declaration order."""
    made = hashlib.sha256(start)
    for record in records:
        for path, _, held in walk(record):
            made.update(f"{path}{held.dtype.str}{held.shape}".encode())
            made.update(np.ascontiguousarray(held).tobytes())
    return made.hexdigest()
