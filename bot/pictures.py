"""What pictures for a phone have in common: their width, their colours, their letters.

Pillow and the font are loaded when a picture is drawn: a bot that draws none does without.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import files
from typing import Any

# Telegram shows a photo about 360 points wide on a phone: letters of 36 here are letters of 12 there.
WIDTH, MARGIN = 1080, 60
SMALL, NORMAL, LARGE = 36, 42, 60
# Ink on paper 16:1, grey on paper 6:1 (WCAG asks for 4.5:1).
PAPER, INK, GREY, RULE, GREEN = "#ffffff", "#1f2933", "#52606d", "#d9e2ec", "#0b6e4f"
# Under the SIL Open Font License, from the package font-source-sans-pro.
FONT_PACKAGE, REGULAR, BOLD = "font_source_sans_pro", "SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf"
# With so few colours a PNG of a page is some 40 kB.
COLOURS = 64


@cache
def font(size: int, bold: bool) -> Any:
    """Letters of so many pixels."""
    from PIL import ImageFont

    file = files(FONT_PACKAGE) / "files" / (BOLD if bold else REGULAR)
    return ImageFont.truetype(io.BytesIO(file.read_bytes()), size)


def png(image: Any) -> bytes:
    """The picture as the bytes of a PNG file."""
    kept = io.BytesIO()
    image.quantize(COLOURS).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def fit(text: str, size: int, bold: bool, most: float) -> str:
    """The text, cut at a word so that it is at most so many pixels wide."""
    letters = font(size, bold)
    if letters.getlength(text) <= most:
        return text
    words = text.split()
    while words and letters.getlength(" ".join(words) + " …") > most:
        words.pop()
    return " ".join(words) + " …" if words else "…"
