"""Make `bot/demo/botapi.json`: what the Bot API accepts, from the machine-readable specification.

    python -m bot.demo.reduce_spec api-10.0.min.json

The input is a file of the project PaulSonOfLars/telegram-bot-api-spec (MIT licence). Kept are, for every
method, its parameters (types, required) and, for every object that can be a part of a parameter, its
fields. The fixed value of a discriminator ("type must be photo") is read from its description.
"""

import re
import sys
from pathlib import Path
from typing import Any

import orjson

Json = dict[str, Any]

TARGET = Path(__file__).with_name("botapi.json")
LICENCE = """\
Derived from PaulSonOfLars/telegram-bot-api-spec, which comes under this licence:

MIT License

Copyright (c) 2020 Paul Larsen

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""
FIXED_VALUE = re.compile(r"(?:must be|always) [“\"]?(\w+)[”\"]?")


def reduce_spec(full: Json) -> Json:
    """`full` is the parsed specification; returns the reduced one (see the module's docstring)."""
    types: Json = {}
    for method in full["methods"].values():
        for field in method.get("fields", []):
            _collect(full["types"], field["types"], types)
    methods = {name: _fields(method) for name, method in full["methods"].items()}
    return {"version": full["version"], "licence": LICENCE, "methods": methods, "types": types}


def _fields(item: Json) -> Json:
    return {f["name"]: [f["types"], int(f["required"])] for f in item.get("fields", [])}


def _collect(all_types: Json, names: list[str], found: Json) -> None:
    for name in (n.removeprefix("Array of ").removeprefix("Array of ") for n in names):
        if name in found or name not in all_types:
            continue
        found[name] = entry = _reduced_type(all_types[name])
        _collect(all_types, entry.get("subtypes", []), found)
        for types, _ in entry.get("fields", {}).values():
            _collect(all_types, types, found)


def _reduced_type(item: Json) -> Json:
    if "subtypes" in item:
        return {"subtypes": item["subtypes"]}
    fixed = {}
    for field in item.get("fields", []):
        match = FIXED_VALUE.search(field["description"])
        if field["name"] in ("type", "source") and field["required"] and match:
            fixed[field["name"]] = match[1]
    return {"fields": _fields(item)} | ({"fixed": fixed} if fixed else {})


if __name__ == "__main__":
    spec = orjson.loads(Path(sys.argv[1]).read_bytes())
    TARGET.write_bytes(orjson.dumps(reduce_spec(spec), option=orjson.OPT_SORT_KEYS) + b"\n")
