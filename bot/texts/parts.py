"""Telegram HTML that is too long for one message, cut into messages at the ends of sentences.

Telegram counts a message in UTF-16 units, of the text that is left when the tags are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from itertools import accumulate, pairwise

from bot.texts.render import Html

# In UTF-16 units, after the tags are read (Bot API, sendMessage and sendPhoto).
MESSAGE, CAPTION = 4096, 1024

_TOKEN = re.compile(r"<(/?)([a-z-]+)[^<>]*>|&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);|[^<&]+|[<&]")
_TAG = re.compile(r"<[^<>]*>")
# Where a text may be cut, the best place first: between paragraphs, after a line, after a sentence, after a word.
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=\W*[A-ZÀ-Þ0-9])|\n\s*")
_WORD = re.compile(r"\s+")
# What stays whole when it can: a link, a bold word. A quotation may go on in the next message.
_WHOLE = frozenset({"a", "b", "i", "s", "u", "code"})
# These are drawn with the character before them: an accent, a skin colour, the parts of a family.
_JOINED = re.compile("[\u0300-\u036f\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|(?<=\u200d).", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Span:
    """An entity: which characters it covers, and its tags."""

    name: str
    opening: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Read:
    """HTML as Telegram reads it. Spans are in the order in which they open."""

    text: str
    spans: tuple[_Span, ...]

    def html(self, start: int, end: int) -> str:
        """The characters from `start` to `end` as HTML, without white space around them."""
        piece = self.text[start:end]
        end -= len(piece) - len(piece.rstrip())
        start += len(piece) - len(piece.lstrip())
        edges: dict[int, str] = {}
        kept = [(max(s.start, start), min(s.end, end), s) for s in self.spans]
        kept = [found for found in kept if found[0] < found[1]]
        for _, last, span in reversed(kept):  # what opened last closes first
            edges[last] = edges.get(last, "") + f"</{span.name}>"
        for first, _, span in kept:
            edges[first] = edges.get(first, "") + span.opening
        at = sorted({start, end, *edges})
        pieces = [edges.get(a, "") + escape(self.text[a:b], quote=False) for a, b in pairwise(at)]
        return "".join(pieces) + (edges.get(end, "") if end > start else "")


def length(html: str) -> int:
    """How long Telegram finds it, in UTF-16 units."""
    return _units(_read(html).text.strip())


def plain(html: str) -> str:
    """The text alone, on one line."""
    return " ".join(_read(html).text.split())


def split(html: str, most: int = MESSAGE) -> list[Html]:
    """The HTML in messages of at most `most` UTF-16 units (2 or more); itself when it fits. None when it is empty.

    No message is empty; words and entities stay whole where that is possible, and tags are closed and opened anew
    where it is not.
    """
    if 2 * len(html) <= most and _TAG.sub("", html).strip():  # as nearly all: no need to read it
        return [Html(html)]
    read = _read(html)
    if not read.text.strip():
        return []
    if _units(read.text.strip()) <= most:
        return [Html(html)]
    found: list[Html] = []
    start, size = 0, [0, *accumulate(map(_units, read.text))]
    while start < len(read.text):
        end = _end(read, size, start, most)
        if read.text[start:end].strip():
            found.append(Html(read.html(start, end)))
        start = end
    return found


def beginning(html: str, sentences: int, most: int = MESSAGE) -> Html:
    """The first so many sentences, a line without a full stop counting as one; never longer than `most`."""
    read = _read(html)
    ends = [m.end() for m in _SENTENCE.finditer(read.text) if read.text[: m.start() + 1].strip()]
    end = ends[sentences - 1] if len(ends) >= sentences else len(read.text)
    return head(read.html(0, end), most)[0]


def head(html: str, most: int = MESSAGE) -> tuple[Html, bool]:
    """What fits in one message of at most `most` UTF-16 units, and whether there is more."""
    found = split(html, most)
    return (found[0] if found else Html("")), len(found) > 1


def _end(read: _Read, size: list[int], start: int, most: int) -> int:
    """Where the message that begins at `start` ends."""
    text = read.text
    while start < len(text) and text[start].isspace():
        start += 1
    last = start
    while last < len(text) and size[last + 1] - size[start] <= most:
        last += 1
    if last == len(text):
        return last
    half = start + (last - start) // 2
    for places, least in ((_PARAGRAPH, half), (_SENTENCE, start), (_WORD, start)):
        ends = [m.end() for m in places.finditer(text, least, last + 1) if least < m.start() <= last]
        ends = [end for end in ends if not _inside(read.spans, end)]
        if ends:
            return ends[-1]
    words = [m.end() for m in _WORD.finditer(text, start, last + 1) if start < m.start() <= last]
    return words[-1] if words else _between_characters(text, start, last)


def _inside(spans: tuple[_Span, ...], place: int) -> bool:
    return any(s.name in _WHOLE and s.start < place < s.end for s in spans)


def _between_characters(text: str, start: int, last: int) -> int:
    place = last
    while place > start and _JOINED.match(text, place):
        place -= 1
    return place if place > start else last


def _read(html: str) -> _Read:
    """Parse HTML of our own making: its tags are known, and closed in the right order."""
    parts: list[str] = []
    spans: list[_Span] = []
    opened: list[int] = []
    at = 0
    for token in _TOKEN.finditer(html):
        closing, name = token.groups()
        if name is None:
            parts.append(unescape(token[0]) if token[0][0] == "&" else token[0])
            at += len(parts[-1])
        elif closing and opened:
            number = opened.pop()
            spans[number] = _Span(spans[number].name, spans[number].opening, spans[number].start, at)
        elif not closing:
            opened.append(len(spans))
            spans.append(_Span(name, token[0], at, at))
    return _Read("".join(parts), tuple(spans))


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
