"""YAML as a tree that remembers line numbers. No tags, anchors or aliases: nothing can run or explode."""

from dataclasses import dataclass
from typing import Any

import yaml

MAX_DEPTH = 20
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is about 20 times as fast


class YamlError(Exception):
    """The text is not YAML as we read it; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(slots=True)
class Scalar:
    line: int
    text: str
    is_null: bool


@dataclass(slots=True)
class Sequence:
    line: int
    items: "list[Node]"


@dataclass(slots=True)
class Mapping:
    line: int
    items: "list[tuple[Scalar, Node]]"


Node = Scalar | Sequence | Mapping


def parse(text: str) -> Node | None:
    """The one document in `text` as a tree of nodes; None when it holds nothing. Raises YamlError."""
    events = yaml.parse(text, Loader=LOADER)
    try:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                if root is not None:
                    raise YamlError(_line(event), "a second document starts here ('---'); use one file for each")
                root = _node(event, events, 0)
        return root
    except yaml.MarkedYAMLError as error:
        raise _explained(error) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlError(line, "not valid YAML: an invisible control character stands here") from None
    except yaml.YAMLError as error:
        raise YamlError(1, f"not valid YAML: {error}") from None


def _explained(error: yaml.MarkedYAMLError) -> YamlError:
    mark = error.problem_mark or error.context_mark
    message = f"not valid YAML: {error.problem or 'cannot be read'}"
    if error.context and error.context_mark:
        message += f" ({error.context} that starts on line {error.context_mark.line + 1})"
    return YamlError(mark.line + 1 if mark else 1, message)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _node(event: Any, events: Any, depth: int) -> Node:
    line = _line(event)
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise YamlError(line, "anchors (&name) and aliases (*name) are not allowed; write the text out")
    if event.tag and event.tag != "!":
        raise YamlError(line, f"tags ({event.tag}) are not allowed; write plain text")
    if depth > MAX_DEPTH:
        raise YamlError(line, f"nested more than {MAX_DEPTH} levels deep")
    if isinstance(event, yaml.ScalarEvent):
        plain = not event.style  # None or "", depending on the parser
        return Scalar(line, event.value, is_null=plain and event.value.lower() in ("", "~", "null"))
    if isinstance(event, yaml.SequenceStartEvent):
        return Sequence(line, _items(events, depth))
    return Mapping(line, _pairs(line, _items(events, depth)))


def _items(events: Any, depth: int) -> list[Node]:
    items: list[Node] = []
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            return items
        items.append(_node(event, events, depth + 1))
    raise YamlError(1, "not valid YAML: the text ends too early")


def _pairs(line: int, nodes: list[Node]) -> list[tuple[Scalar, Node]]:
    pairs: list[tuple[Scalar, Node]] = []
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise YamlError(key.line, "a field name must be a word, not a list")
        pairs.append((key, value))
    return pairs
