"""Mistakes in the Markdown of an answer, as people make them when they write it by hand."""

import re
from collections.abc import Iterator

_OPENING = re.compile(r"\[(?P<text>[^\[\]\n]*)\](?P<gap>[ \t]*)\((?P<rest>[^\n]*)")
_URL = re.compile(r"(?:https?://)(?P<host>[^\s/?#@]+)(?:[/?#]\S*)?", re.IGNORECASE)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?::\d+)?", re.IGNORECASE)
_OTHERS = re.compile(r"(?:mailto:[^\s@]+@[^\s@]+\.[^\s@]+|tel:\+?[\d-]{3,}|tg://\S+)", re.IGNORECASE)
_BARE = re.compile(r"https?://[^\s)\]>]*", re.IGNORECASE)
_CODE = re.compile(r"`[^`\n]*`")
_ESCAPED = re.compile(r"\\.")


def mistakes(markdown: str) -> list[str]:
    """What is wrong with links and emphasis, each as a sentence that shows the place."""
    plain = _CODE.sub("", _ESCAPED.sub("", markdown))
    return [*_links(plain), *_unclosed(plain)]


def bad_url(url: str) -> str | None:
    """Why this is no address of a page that people can open; None when it is one."""
    if not url:
        return "has no address"
    if re.search(r"\s", url):
        return "has a space in its address"
    if _OTHERS.fullmatch(url):
        return None
    found = _URL.fullmatch(url)
    if not found:
        return "must begin with https:// (or mailto:, tel:)"
    return None if _HOST.fullmatch(found["host"]) else f"has no website's name in '{found['host']}'"


def _links(text: str) -> Iterator[str]:
    linked = []
    for found in _OPENING.finditer(text):
        shown = f"the link '[{found['text'][:40]}]({found['rest'][:60]}'"
        url = _up_to_its_end(found["rest"])
        if url is None:
            yield f"{shown} is not closed: its ')' is missing"
            continue
        linked.append(url)
        if found["gap"]:
            yield f"{shown} has a space between ] and (, so it is no link"
        if not found["text"].strip():
            yield f"the link to '{url}' has no text"
        if why := bad_url(url.strip()):
            yield f"the link '[{found['text'][:40]}]({url[:60]})' {why}"
    for found in _BARE.finditer(text):
        url = found[0].rstrip(".,;:!?'\"")
        if not any(url in known for known in linked) and (why := bad_url(url)):
            yield f"the address '{url}' {why}"


def _up_to_its_end(rest: str) -> str | None:
    """What stands before the parenthesis that closes the link; parentheses in the address come in pairs."""
    depth = 0
    for place, character in enumerate(rest):
        if character == "(":
            depth += 1
        elif character == ")" and depth:
            depth -= 1
        elif character == ")":
            return rest[:place]
    return None


def _unclosed(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text):
        for line in _lines_that_belong_together(paragraph):
            for mark, what in (("**", "bold"), ("`", "code")):
                if line.count(mark) % 2:
                    yield f"{what} is not closed: a {mark} is missing in '{line.strip()[:60]}'"
            if re.search(r"\[[^\[\]\n]*(?=\()", line):
                yield f"a ']' is missing before '(' in '{line.strip()[:60]}'"


def _lines_that_belong_together(paragraph: str) -> list[str]:
    """The items of a list each, other text as a whole: emphasis may run on over the end of a line, not of an item."""
    return re.split(r"\n(?=\s*(?:[-*+]|\d+[.)])\s)", paragraph)
