"""Records of arrays as compact text and back, for saves."""

import base64
import json
import typing
import zlib
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

import numpy as np

from game.model.record import AnyArray, lock, walk

T = TypeVar("T")


def pack(record: Any) -> str:
    """All arrays of a record by dotted path, compressed, as base64 text."""
    head, body = [], []
    for path, _, held in walk(record):
        head.append([path, held.dtype.str, list(held.shape)])
        body.append(np.ascontiguousarray(held).tobytes())
    line = json.dumps(head, separators=(",", ":")).encode()
    return base64.b64encode(zlib.compress(line + b"\n" + b"".join(body), 6)).decode("ascii")


def unpack_arrays(text: str) -> dict[str, AnyArray]:
    """Arrays by dotted path. Raises ValueError for text that `pack` did not make."""
    try:
        line, _, body = zlib.decompress(base64.b64decode(text, validate=True)).partition(b"\n")
        head = json.loads(line)
        made: dict[str, AnyArray] = {}
        at = 0
        for path, kind, shape in head:
            dtype = np.dtype(kind)
            count = int(np.prod(shape, dtype=np.int64))
            made[path] = np.frombuffer(body, dtype=dtype, count=count, offset=at).reshape(shape).copy()
            at += count * dtype.itemsize
    except (zlib.error, json.JSONDecodeError, TypeError, ValueError, KeyError) as error:
        raise ValueError("not a packed record") from error
    return made


def unpack(kind: type[T], text: str, **plain: Any) -> T:
    """A record of this kind. `plain` gives the values that are not arrays.

    Raises ValueError if the fields do not fit.
    """
    arrays = unpack_arrays(text)
    made = _build(kind, arrays, "", plain)
    if arrays:
        raise ValueError(f"unknown fields: {', '.join(sorted(arrays))}")
    return lock(made)


def _build(kind: type[T], arrays: dict[str, AnyArray], path: str, plain: dict[str, Any]) -> T:
    hints = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    for item in fields(kind):  # type: ignore[arg-type]
        inner = hints[item.name]
        if isinstance(inner, type) and is_dataclass(inner):
            values[item.name] = _build(inner, arrays, f"{path}{item.name}.", plain)
        elif item.name in plain:
            values[item.name] = plain[item.name]
        else:
            try:
                values[item.name] = arrays.pop(path + item.name)
            except KeyError as error:
                raise ValueError(f"missing field: {path}{item.name}") from error
    return kind(**values)
