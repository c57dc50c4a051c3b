"""What a scalar of an overlay can be besides the usual: a number to call, a web address, one line of text."""

import re
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from meldcode.protocol.yaml import Scalar

PHONE = r"\+?[0-9][0-9 ()/-]{1,24}"
ADDRESS = r"https?://[A-Za-z0-9.:-]{3,253}(?:[/?#][!-~]{0,500})?"
"""No `name@` before the host: what reads as one site would lead to another."""

LINE = r"[^\r\n]{1,100}"


def _phone(value: object) -> str:
    if isinstance(value, Scalar) and re.fullmatch(PHONE, value.value):
        return value.value
    raise PydanticCustomError("S15", "phone number expected")


def _address(value: object) -> str:
    if isinstance(value, Scalar) and re.fullmatch(ADDRESS, value.value):
        return value.value
    raise PydanticCustomError("S16", "web address expected")


def _line(value: object) -> str:
    if isinstance(value, Scalar) and value.value.strip() and re.fullmatch(LINE, value.value):
        return value.value
    raise PydanticCustomError("S03", "one line expected", {"expected": "one line, at most 100 characters"})


def _pattern(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "integer"], "pattern": f"^(?:{pattern})$"})


Phone = Annotated[str, PlainValidator(_phone), _pattern(PHONE)]
Address = Annotated[str, PlainValidator(_address), _pattern(ADDRESS)]
Line = Annotated[str, PlainValidator(_line), _pattern(LINE)]
