"""Reads the fields of one group in a YAML tree; what is wrong is noted with line and field."""

from faq.problems import Problems
from faq.text import unprintable
from faq.yaml_nodes import Mapping, Node, Scalar, Sequence

MAX_LINE = 1_000  # characters of a question, phrasing or theme


def is_nothing(node: Node | None) -> bool:
    """True for a field that is absent or has no value."""
    return node is None or (isinstance(node, Scalar) and node.is_null)


class Fields:
    """The fields of one mapping. `prefix` goes before field names in messages ("translations.en.")."""

    def __init__(self, node: Mapping, known: tuple[str, ...], problems: Problems, prefix: str = "") -> None:
        self.line = node.line
        self._problems = problems
        self._prefix = prefix
        self._nodes: dict[str, Node] = {}
        for key, value in node.items:
            if key.text not in known:
                self.add(key.text, f"is not a field; the fields are {', '.join(known)}", key.line)
            elif key.text in self._nodes:
                self.add(key.text, "stands here twice; keep one", key.line)
            else:
                self._nodes[key.text] = value

    def node(self, name: str) -> Node | None:
        """The node of a field; None when it is absent or empty."""
        found = self._nodes.get(name)
        return None if is_nothing(found) else found

    def add(self, name: str, message: str, line: int | None = None) -> None:
        """Note a problem with a field, by default on the line of its value."""
        if line is None:
            line = self._nodes[name].line if name in self._nodes else self.line
        self._problems.add(line, self._prefix + name, message)

    def required(self, name: str, limit: int = MAX_LINE) -> str:
        """The text of a field that must be there, or "" after noting what is wrong."""
        if name not in self._nodes:
            self.add(name, "is missing")
            return ""
        return self._text(self._nodes[name], name, limit)

    def optional(self, name: str) -> str:
        """The text of a field, or "" when it is absent, empty or wrong."""
        node = self.node(name)
        return "" if node is None else self._text(node, name, MAX_LINE)

    def texts(self, name: str) -> list[tuple[str, int]]:
        """The items of a list field, each with its line; none when the field is absent."""
        node = self.node(name)
        if node is None:
            return []
        if not isinstance(node, Sequence):
            self.add(name, "must be a list: each item on its own line after '- '")
            return []
        found = ((self._text(item, f"{name}[{n}]", MAX_LINE), item.line) for n, item in enumerate(node.items, 1))
        return [(text, line) for text, line in found if text]

    def _text(self, node: Node, name: str, limit: int) -> str:
        if not isinstance(node, Scalar):
            self._problems.add(node.line, self._prefix + name, "must be text, not a list or a group of fields")
            return ""
        text = node.text.replace("\r\n", "\n").replace("\r", "\n").strip()
        if node.is_null or not text:
            self._problems.add(node.line, self._prefix + name, "is empty")
            return ""
        if strange := unprintable(text):
            message = f"holds an invisible control character (U+{ord(strange[0]):04X}); remove it"
            self._problems.add(node.line, self._prefix + name, message)
        if len(text) > limit:
            self._problems.add(node.line, self._prefix + name, f"has {len(text)} characters; the limit is {limit}")
        return text
