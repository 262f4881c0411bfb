"""What staff write in Telegram, kept as Markdown, arrives as they wrote it."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts.markdown import to_html
from bot.texts.to_markdown import to_markdown

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp", "Zs")), min_size=1, max_size=8)


@pytest.mark.parametrize(
    "html",
    [
        "Vaak <b>wel</b>. Bel <i>eerst</i> je gemeente.",
        "<b><i>Let</i> op</b>: <s>niet</s> doen",
        'Kijk op <a href="https://example.org/a_b?c=d&amp;e=f">deze pagina</a>.',
        "1 &lt; 2 &amp; 3 &gt; 2, *ster*, _streep_, [haak](nee), `tik`, ~~door~~",
        "Regel een\nregel twee\n\nNieuwe alinea",
        "+31 6 12345678\n# geen kop\n===\n---\n2) twee",
        "<code>a*b</code>",
        "https://example.org/een_twee_drie",
        "&gt; geen citaat\n&amp;amp; en &lt;b&gt; en een_twee _drie_",
        "- - -\n+ plus\n-5 graden\n##\n#hek",
    ],
)
def test_it_arrives_as_it_was_written(html: str) -> None:
    assert to_html(to_markdown(html)) == html


def test_what_curators_read_in_the_file_is_not_full_of_backslashes() -> None:
    text = "Kosten: 3 > 2 & meer, bel +31 6. Zie https://a.nl/x_y (1) of mail info@a-b.nl -- top = goed #1"
    assert to_markdown(escape(text, quote=False)) == text


def test_lists_of_staff_become_lists() -> None:
    assert to_html(to_markdown("Neem mee:\n- pas\n- geld\n\n1. bel\n2. kom")) == (
        "Neem mee:\n\n• pas\n• geld\n\n1. bel\n2. kom"
    )


def test_what_markdown_cannot_hold_is_left_out() -> None:
    assert to_markdown("<u>onder</u> en <tg-spoiler>dicht</tg-spoiler>") == "onder en dicht"
    assert to_markdown("a<b>b!</b>c") == "ab!c"
    assert to_markdown("<b> ruim </b>om") == "**ruim** om"
    assert to_markdown("<b></b><b> </b>leeg") == "leeg"
    assert to_html(to_markdown("    inspringen\n     nog meer")) == "inspringen\nnog meer"


def test_an_address_with_brackets_stays_one_link() -> None:
    found = to_markdown('<a href="https://example.org/x_(y)">hier</a>')
    assert to_html(found) == '<a href="https://example.org/x_%28y%29">hier</a>'


@given(st.lists(st.tuples(st.sampled_from(["", "b", "i", "s", "code", "u"]), WORDS), min_size=1, max_size=8))
def test_no_word_is_lost_or_added(parts: list[tuple[str, str]]) -> None:
    html = " ".join(f"<{tag}>{escape(word)}</{tag}>" if tag else escape(word) for tag, word in parts)
    seen = unescape(re.sub(r"<[^>]*>", "", to_html(to_markdown(html))))
    assert _without_list(seen) == _without_list(" ".join(word for _, word in parts))


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    to_html(to_markdown(text))


def _without_list(text: str) -> str:
    """A text without what may have become the mark or the number of a list: those are for Markdown to choose."""
    return re.sub(r"^([-•]|0*\d+[.)])(\s|$)", "", " ".join(text.split())).strip()


@given(st.text("*_`[]()<>&#+=~\\ ab.;\n!|:", max_size=40))
def test_signs_that_markdown_knows_are_only_signs(text: str) -> None:
    html = escape(text, quote=False)
    seen = unescape(re.sub(r"<[^>]*>", "", to_html(to_markdown(html))))
    assert seen.split() == text.split()
    assert "<" not in to_html(to_markdown(html))
