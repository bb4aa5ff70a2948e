"""Texts in a scenario file: either one string or a table of strings by language."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError


def _seen(text: str) -> str:
    """A text that can be drawn: at least one sign that is seen, and no control characters but line ends."""
    kinds = {unicodedata.category(char) for char in text if char != "\n"}
    if "Cc" in kinds or not any(kind[0] in "LNPS" for kind in kinds):
        raise PydanticCustomError("not_printable", "not printable")
    return text


Language = Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Za-z]{2,4})?$")]
Words = Annotated[str, Field(min_length=1, max_length=4000), AfterValidator(_seen)]
Text = Words | Annotated[dict[Language, Words], Field(min_length=1)]
Name = Annotated[str, Field(min_length=1, max_length=40), AfterValidator(_seen)]
LONGEST_UNIT = 12  # it stands beside every figure, also where a column is narrow
UnitName = Annotated[str, Field(min_length=1, max_length=LONGEST_UNIT), AfterValidator(_seen)]
