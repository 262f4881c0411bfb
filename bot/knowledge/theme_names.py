"""What subjects are called in another language than the FAQ's."""

from __future__ import annotations

from functools import cache

import yaml

from bot.settings import CONTENT


def in_language(theme: str, language: str) -> str:
    """The subject's name in that language; its own when nobody translated it."""
    return _names().get(theme, {}).get(language, theme)


def named() -> list[str]:
    """The subjects that have a name in another language."""
    return list(_names())


@cache
def _names() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load((CONTENT / "themes.yaml").read_text(encoding="utf-8")) or {}
    return found
