"""Telegram HTML and Markdown become text and entities, with Telegram's errors and UTF-16 offsets."""

from typing import Any

import pytest

from bot.demo.server.errors import ApiError
from bot.demo.server.formatting import formatted

Entities = list[tuple[str, int, int]]


def entities_of(source: str, mode: str | None) -> tuple[str, Entities]:
    text, entities = formatted(source, mode, None)
    return text, [(e["type"], e["offset"], e["length"]) for e in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>vet</b> en <i>schuin</i>", "vet en schuin", [("bold", 0, 3), ("italic", 7, 6)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("&lt;b&gt; &amp;amp; &quot;x&quot; &nbsp;", '<b> &amp; "x" &nbsp;', []),
        ("&#8364; &#x20AC;", "€ €", []),
        ("👍🏽 <b>ja</b>", "👍🏽 ja", [("bold", 5, 2)]),
        ("<tg-spoiler>x</tg-spoiler><span class='tg-spoiler'>y</span>", "xy", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("  <b> rand </b>  ", "rand", [("bold", 0, 4)]),
        ("<b></b>leeg", "leeg", []),
        ("<B>groot</B>", "groot", [("bold", 0, 5)]),
        ("a < b", None, 'Unsupported start tag "" at byte offset 2'),
        ("é<x>y</x>", None, 'Unsupported start tag "x" at byte offset 2'),
        ("<b>x", None, 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", None, "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", None, 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<span>x</span>", None, 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a href="x', None, "Unclosed start tag at byte offset 0"),
        ("5 <3 liefs", None, 'Unsupported start tag "3" at byte offset 2'),
        ("5 <3", None, "Unclosed start tag at byte offset 2"),
        ("1 <2> 3", None, 'Unsupported start tag "2" at byte offset 2'),
    ],
)
def test_html(source: str, text: str | None, entities: Any) -> None:
    if text is not None:
        assert entities_of(source, "HTML") == (text, entities)
        return
    with pytest.raises(ApiError) as refused:
        formatted(source, "HTML", None)
    assert refused.value.description == f"Bad Request: can't parse entities: {entities}"


def test_links_are_kept_as_telegram_keeps_them() -> None:
    _, entities = formatted(
        '<a href="omzien.nl">a</a><a href="https://x.nl/b?c=1&amp;d=2">b</a><a href="leeg">c</a>', "HTML", None
    )
    assert [e["url"] for e in entities] == ["http://omzien.nl/", "https://x.nl/b?c=1&d=2"]


def test_a_link_to_a_person_is_a_mention() -> None:
    _, entities = formatted('<a href="tg://user?id=12">Jo</a>', "HTML", None)
    assert entities == [{"offset": 0, "length": 2, "type": "text_mention", "user": {"id": 12}}]


@pytest.mark.parametrize(
    ("source", "entities"),
    [
        ("/start nu", [("bot_command", 0, 6)]),
        ("/wachtrij@OmzienHelpdeskBot", [("bot_command", 0, 27)]),
        ("en/of 1/2 /", []),
        ("vraag @sanne_w of mail a.b@omzien.nl", [("mention", 6, 8), ("email", 23, 13)]),
        ("zie https://omzien.nl/a?b=1. En omzien.nl!", [("url", 4, 23), ("url", 32, 9)]),
        ("🙂 #buurt", [("hashtag", 3, 6)]),
        ("<b>gewoon</b>", []),
    ],
)
def test_telegram_finds_links_and_commands_itself(source: str, entities: Entities) -> None:
    assert entities_of(source, None) == (source, entities)


def test_nothing_is_found_inside_code_and_links() -> None:
    text, entities = entities_of("<code>/start</code> <a href='https://x.nl'>omzien.nl</a>", "HTML")
    assert text == "/start omzien.nl"
    assert [e[0] for e in entities] == ["code", "text_link"]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*vet* _schuin_ __streep__", "vet schuin streep", [("bold", 0, 3), ("italic", 4, 6), ("underline", 11, 6)]),
        ("a\\.b ||x||", "a.b x", [("spoiler", 4, 1)]),
        ("[tekst](https://x.nl/a)", "tekst", [("text_link", 0, 5)]),
        ("```python\nx = 1```", "x = 1", [("pre", 0, 5)]),
        ("`a_b*c`", "a_b*c", [("code", 0, 5)]),
        (">citaat\nna", "citaat\nna", [("blockquote", 0, 6)]),
        ("a.b", None, "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("*vet", None, "Can't find end of Bold entity at byte offset 0"),
    ],
)
def test_markdown_v2(source: str, text: str | None, entities: Any) -> None:
    if text is not None:
        assert entities_of(source, "MarkdownV2") == (text, entities)
        return
    with pytest.raises(ApiError) as refused:
        formatted(source, "MarkdownV2", None)
    assert refused.value.description == f"Bad Request: can't parse entities: {entities}"


def test_legacy_markdown_leaves_other_signs_alone() -> None:
    assert entities_of("*vet* a.b (c)!", "Markdown")[1] == [("bold", 0, 3)]


def test_unknown_parse_mode() -> None:
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        formatted("x", "BBCode", None)


def test_given_entities_are_kept_and_moved_by_trimming() -> None:
    text, entities = formatted("  vet", None, [{"type": "bold", "offset": 2, "length": 3}])
    assert (text, entities) == ("vet", [{"type": "bold", "offset": 0, "length": 3}])
