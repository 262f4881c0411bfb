"""What each method accepts, and strict reading of parameters.

Telegram ignores parameters it does not know; this server refuses them, so that a typing error in the bot
shows at once. Types come from `bot/demo/botapi.json` (see `bot.demo.reduce_spec`). Checkers are compiled once:
a checker takes a value and its name and returns the value in its own type, or raises `ApiError`.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import orjson

from bot.demo.server.errors import STRICT, ApiError, Json, bad_request

Checker = Callable[[Any, str], Any]

SPEC: Json = orjson.loads((Path(__file__).parent.parent / "botapi.json").read_bytes())

# Telegram's own words for a missing parameter, where they differ from 'parameter "x" is required'.
MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "photo": "there is no photo in the request",
    "voice": "there is no voice in the request",
    "audio": "there is no audio in the request",
    "video": "there is no video in the request",
    "document": "there is no document in the request",
    "animation": "there is no animation in the request",
    "sticker": "there is no sticker in the request",
    "user_id": "invalid user_id specified",
}


class MethodSpec:
    """One method: its name as documented and a checker for each parameter."""

    __slots__ = ("checkers", "name", "required")

    def __init__(self, name: str, params: Json) -> None:
        self.name = name
        self.checkers: dict[str, Checker] = {p: checker(tuple(types)) for p, (types, _) in params.items()}
        self.required = tuple(p for p, (_, required) in params.items() if required)

    def read(self, raw: Mapping[str, Any], uploads: Iterable[str] = ()) -> Json:
        """Typed parameters from the raw request; `uploads` are the names of multipart files."""
        params: Json = {}
        checkers = self.checkers
        for name, value in raw.items():
            check = checkers.get(name)
            if check is None:
                raise bad_request(f'unknown parameter "{name}" {STRICT}')
            if value is not None:
                params[name] = check(value, name)
        for name in uploads:
            if name in checkers:
                params[name] = f"attach://{name}"
        for name in self.required:
            if params.get(name, "") == "":
                raise bad_request(MISSING.get(name) or f'parameter "{name}" is required')
        return params


@cache
def method_spec(name: str) -> MethodSpec | None:
    """The method of that name, in any case (Telegram's method names are case-insensitive), or None."""
    proper = name if name in SPEC["methods"] else _lower_names().get(name.lower())
    return MethodSpec(proper, SPEC["methods"][proper]) if proper else None


@cache
def _lower_names() -> dict[str, str]:
    return {name.lower(): name for name in SPEC["methods"]}


@cache
def checker(types: tuple[str, ...]) -> Checker:
    """The checker for one parameter or field with these alternative types."""
    plain = {
        ("Integer",): _integer,
        ("Integer", "String"): _chat_id,
        ("String",): _string,
        ("Boolean",): _boolean,
        ("Float",): _float,
        ("InputFile",): _string,
        ("InputFile", "String"): _string,
    }
    if types in plain:
        return plain[types]
    if types[0].startswith("Array of "):
        return _array(tuple(t.removeprefix("Array of ") for t in types))
    return _object(types)


def _wrong(name: str, expected: str) -> ApiError:
    return bad_request(f'parameter "{name}" must be {expected} {STRICT}')


def _integer(value: Any, name: str) -> int:
    if type(value) is int:
        return value
    try:
        if isinstance(value, str):
            return int(value)
    except ValueError:
        pass
    raise _wrong(name, "an Integer")


def _chat_id(value: Any, name: str) -> int | str:
    if type(value) is int:
        return value
    if isinstance(value, str):
        return int(value) if value.lstrip("-").isdecimal() else value
    raise _wrong(name, "an Integer or a String")


def _string(value: Any, name: str) -> str:
    if isinstance(value, str):
        return value
    raise _wrong(name, "a String")


def _boolean(value: Any, name: str) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in ("true", "false", "1", "0", "yes", "no"):
        return value.lower() in ("true", "1", "yes")
    raise _wrong(name, "a Boolean")


def _float(value: Any, name: str) -> float:
    try:
        if isinstance(value, (int, float, str)) and not isinstance(value, bool):
            return float(value)
    except ValueError:
        pass
    raise _wrong(name, "a Float")


@lru_cache(maxsize=4096)
def _decode(text: str) -> Any:
    """JSON inside a form field. Cached because bots send the same keyboards again; treat as read-only."""
    return orjson.loads(text)


def _structure(value: Any, name: str, kind: type) -> Any:
    if isinstance(value, str):
        try:
            value = _decode(value)
        except orjson.JSONDecodeError:
            raise bad_request(_cannot_parse(name)) from None
    if not isinstance(value, kind):
        raise _wrong(name, "a JSON array" if kind is list else "a JSON object")
    return value


def _cannot_parse(name: str) -> str:
    words = {"reply_markup": "reply keyboard markup JSON object", "entities": "entities: invalid JSON"}
    return f"can't parse {words.get(name, f'{name} JSON object')}"


def _array(inner: tuple[str, ...]) -> Checker:
    item = checker(inner)

    def check(value: Any, name: str) -> list[Any]:
        return [item(v, f"{name}[{i}]") for i, v in enumerate(_structure(value, name, list))]

    return check


def _object(types: tuple[str, ...]) -> Checker:
    names = tuple(leaf for t in types for leaf in SPEC["types"][t].get("subtypes", [t]))

    def check(value: Any, name: str) -> Json:
        value = _structure(value, name, dict)
        candidates = _candidates(names, value, name)
        for candidate in candidates[:-1]:
            try:
                return object_spec(candidate).read(value, name)
            except ApiError:
                continue
        return object_spec(candidates[-1]).read(value, name)

    return check


def _candidates(names: tuple[str, ...], value: Json, name: str) -> list[str]:
    """The types that `value` can be, by their fixed fields and their required ones; the likeliest last."""
    fitting = [n for n in names if all(value.get(k) == v for k, v in object_spec(n).fixed.items())]
    if not fitting:
        raise bad_request(f'can\'t parse {name}: type "{value.get("type", "")}" is unsupported')
    return sorted(fitting, key=lambda n: sum(r in value for r in object_spec(n).required))


class ObjectSpec:
    """One object type that is part of a parameter."""

    __slots__ = ("checkers", "fixed", "name", "required")

    def __init__(self, name: str) -> None:
        entry = SPEC["types"][name]
        self.name = name
        self.fixed: Json = entry.get("fixed", {})
        self.checkers = {f: checker(tuple(types)) for f, (types, _) in entry.get("fields", {}).items()}
        self.required = tuple(f for f, (_, required) in entry.get("fields", {}).items() if required)

    def read(self, value: Json, path: str) -> Json:
        """Checked fields; nulls are left out as Telegram does."""
        result: Json = {}
        for field, inner in value.items():
            check = self.checkers.get(field)
            if check is None:
                raise bad_request(f'unknown field "{field}" in {path} {STRICT}')
            if inner is not None:
                result[field] = check(inner, f"{path}.{field}")
        for field in self.required:
            if field not in result:
                raise bad_request(f"can't parse {path}: Can't find field \"{field}\"")
        return result


@cache
def object_spec(name: str) -> ObjectSpec:
    """The object type of that documented name."""
    return ObjectSpec(name)
