"""Answers in Markdown become messages that Telegram takes: any Markdown, in parts of at most 4,096."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo.server.entities import parse_html, utf16_length
from bot.texts import parts
from bot.texts.markdown import to_html

# Pieces of Markdown that mean something, beside any text at all.
PIECES = [
    *(
        "# ",
        "## ",
        "- ",
        "1. ",
        "7) ",
        "   - ",
        "     - ",
        "> ",
        "> > ",
        "```\n",
        "```py\n",
        "    ",
        "---\n",
        "|",
        "|-|-|\n",
    ),
    *(
        "**",
        "*",
        "__",
        "_",
        "~~",
        "`",
        "``",
        "[",
        "](https://a.nl)",
        "](javascript:x)",
        "![",
        "](http://b.nl/c.png)",
        "<",
    ),
    *(
        "<b>",
        "</i>",
        "<script>",
        "&amp;",
        "&lt;",
        "&#60;",
        "&nbsp;",
        "&",
        "\\",
        "\n",
        "\n\n",
        "  \n",
        "\0",
        "\u202e",
        "\u200b",
    ),
    *(
        "Zin een. ",
        "Zin twee? ",
        "woord ",
        "é",
        "👨‍👩‍👧",
        "🇳🇱",
        "مرحبا ",
        "<https://c.nl>",
        "a | b\n--|--\n1 | 2\n",
        "x" * 50,
    ),
]
markdown = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=40).map("".join)


def shown(html: str) -> str:
    """What Telegram makes of it; raises ApiError when it refuses."""
    return parse_html(html)[0]


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (
            "1. een\n   - twee\n     - drie\n2. vier\n\n   nog\n\nEinde.",
            "1. een\n   • twee\n      • drie\n2. vier\n   nog\n\nEinde.",
        ),
        ("3. drie\n4. vier", "3. drie\n4. vier"),
        ("tekst\n- een\n- twee\n\nna", "tekst\n\n• een\n• twee\n\nna"),
        ("> buiten\n>\n> > binnen\n\nna", "<blockquote>buiten\n\nbinnen</blockquote>\nna"),
        ("| a | b |\n|---|---|\n| 1 | **2** |\n\nna", "<b>a · b</b>\n1 · <b>2</b>\n\nna"),
        ("![een kaart](https://e.nl/k.png)", '<a href="https://e.nl/k.png">een kaart</a>'),
        ("[![kaart](https://a.nl/x.png)](https://b.nl)", '<a href="https://b.nl">kaart</a>'),
        ("# Kop\ntekst", "<b>Kop</b>\n\ntekst"),
        ("```\na <b>\n\n\nc\n```\nna", "<pre>a &lt;b&gt;\n\n\nc</pre>\nna"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("[x](javascript:alert)", "[x](javascript:alert)"),
        ('[x](https://a.nl/?q="b"&c=1)', '<a href="https://a.nl/?q=%22b%22&amp;c=1">x</a>'),
        ("~~weg~~ **vet *schuin***", "<s>weg</s> <b>vet <i>schuin</i></b>"),
    ],
)
def test_what_becomes_of(source: str, html: str) -> None:
    assert to_html(source) == html


@given(markdown)
@settings(max_examples=300, deadline=None)
def test_telegram_takes_any_markdown(source: str) -> None:
    shown(to_html(source))


@given(markdown, st.integers(2, 60))
@settings(max_examples=300, deadline=None)
def test_every_part_is_taken_fits_and_nothing_is_lost(source: str, most: int) -> None:
    html = to_html(source)
    found = parts.split(html, most)
    texts = [shown(part) for part in found]
    assert all(text.strip() and utf16_length(text.strip()) <= most for text in texts)
    assert re.sub(r"\s", "", "".join(texts)) == re.sub(r"\s", "", shown(html))


@given(
    st.lists(
        st.sampled_from(["**vet woord** ", "[een link](https://a.nl) ", "Een zin. ", "woord ", "\n\n"]),
        min_size=1,
        max_size=60,
    )
)
@settings(max_examples=100, deadline=None)
def test_entities_and_words_stay_whole_when_they_fit(pieces: list[str]) -> None:
    for part in parts.split(to_html("".join(pieces)), 40):
        text, entities = parse_html(part)
        for entity in entities:
            assert text[entity["offset"] :][: entity["length"]] in ("vet woord", "een link")
        assert not re.search(r"\b(?:woor|woo|wo|w|li|lin|zi)$", text)


def test_long_answers_are_cut_at_sentence_ends() -> None:
    html = to_html("Dit is een zin van enkele woorden. " * 300)
    found = parts.split(html)
    assert len(found) == 3
    assert all(part.endswith(".") and part.startswith("Dit is") for part in found)
    assert all(4000 < parts.length(part) <= 4096 for part in found[:-1])


def test_what_fits_exactly_stays_one_message_and_one_more_does_not() -> None:
    assert len(parts.split("😀" * 2048)) == 1, "an emoji is two units"
    assert len(parts.split("😀" * 2048 + "a")) == 2
    assert len(parts.split("&lt;" * 4096)) == 1, "a character reference is one"


def test_a_quotation_that_must_be_cut_goes_on_in_the_next_message() -> None:
    found = parts.split("<blockquote>Een zin. Nog een zin.</blockquote>", 12)
    assert found == ["<blockquote>Een zin.</blockquote>", "<blockquote>Nog een zin.</blockquote>"]


def test_a_family_is_not_cut_in_two() -> None:
    assert all(part.count("👨‍👩‍👧") for part in parts.split("👨‍👩‍👧" * 4, 18))


@pytest.mark.parametrize(
    ("source", "start"),
    [
        ("Een. Twee? Drie! Vier.", "Een. Twee? Drie!"),
        ("**Een.** Twee.\n\n- drie\n- vier", "<b>Een.</b> Twee.\n\n• drie"),
        ("Kort", "Kort"),
        ("Kosten: € 12.50 per keer. Twee. Drie. Vier.", "Kosten: € 12.50 per keer. Twee. Drie."),
    ],
)
def test_the_beginning_is_three_sentences(source: str, start: str) -> None:
    assert parts.beginning(to_html(source), 3) == start
