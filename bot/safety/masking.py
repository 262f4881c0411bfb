"""Numbers that we must not have: a BSN or a bank account is taken out of a message before anything else happens.

A nine-digit number is a BSN when it passes the eleven test, an IBAN when it passes modulo 97 and has the length of
its country. What fails the test (a phone number, a postcode, a KVK number) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

BSN, RSIN, IBAN = "bsn", "rsin", "iban"
# What stands in the place of a number. Staff and the matcher read it, so it is Dutch, as the FAQ is.
SHOWN = {BSN: "[BSN weggelaten]", RSIN: "[RSIN weggelaten]", IBAN: "[IBAN weggelaten]"}
# The key under which a masked message says what was taken out of it. Telegram has no such field.
MARK = "masked"
# Messages of Telegram are at most a dozen levels deep; what is deeper is kept aside unread.
DEEPEST = 50
# Lengths of account numbers by country, of those in SEPA (IBAN registry, SWIFT, release 99).
_LENGTHS = {
    country: length
    for length, countries in {
        15: "NO", 16: "BE", 18: "DK FI FO GL NL", 19: "SI MK", 20: "AT BA EE KZ LT LU XK", 21: "CH HR LI LV",
        22: "BG BH CR DE GB GE IE ME RS", 23: "AE GI IL", 24: "AD CZ ES MD PK RO SA SE SK TN VG", 25: "PT",
        26: "IS TR", 27: "FR GR IT MC SM", 28: "AL AZ CY DO GT HU LB PL", 29: "BR EG PS UA", 31: "MT",
    }.items()
    for country in countries.split()
}  # fmt: skip
_GAP = r"[\s.\-\u200b\u2060]"
# Nine digits together, or in groups of two or more, or one by one. Not a piece of a longer number, nor what follows
# a country's dialling code, nor part of an address on the web.
_NINE = re.compile(
    rf"(?<![\d+/=#@_])(?<!\d[.\-])(?:\d{{9}}|(?:\d{{2,4}}{_GAP}){{1,3}}\d{{2,5}}|(?:\d{_GAP}){{8}}\d)(?![\d@_]|[.\-,:]\d)"
)
_DIALLED = re.compile(r"(?:\+|\b00)\s?(?:\d[\s\-]?){1,3}(?:\(0\)\s?)?$")
# An old BSN may have lost its leading zero; eight digits are taken for one only when they are called so.
_EIGHT = re.compile(r"(?i)(?:bsn|sofi\w*|burgerservice\w*)\W{1,3}(?:\w+\s){0,2}(?<!\d)(\d{8})(?!\d)")
_IBAN = re.compile(r"(?<![^\W_])[A-Za-z]{2}\d{2}")
_RSIN = re.compile(r"(?i)\brsin\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text, by its place."""

    kind: str
    start: int
    end: int


def find(text: str) -> list[Found]:
    """The numbers in the text, in order, none over another."""
    found = sorted([*_accounts(text), *_citizens(text)], key=lambda f: (f.start, -f.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def mask(text: str) -> str:
    """The text without such numbers: each is replaced by what it was."""
    return _replaced(text, find(text))


def masked_update(update: Any, keep_chat: int | None = None) -> Any:
    """An update of Telegram (parsed JSON) without such numbers in any text or caption; entities move along.

    A message out of which something was taken says so under MARK. `keep_chat`: staff write there, and may need to
    give an account number; its updates stay as they are. Raw text, of what could not be parsed, is masked as text.
    """
    if isinstance(update, str):
        return mask(update)
    return _walk(update) if not _is_of(update, keep_chat) else update


def is_citizen_number(digits: str) -> bool:
    """The eleven test, on nine digits (BSN and RSIN alike)."""
    if len(digits) != 9 or len(set(digits)) == 1:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 == 0


def is_account(characters: str) -> bool:
    """Modulo 97, on an IBAN without spaces, in capitals (ISO 13616)."""
    if _LENGTHS.get(characters[:2]) != len(characters) or not (characters.isascii() and characters.isalnum()):
        return False
    return int("".join(str(int(c, 36)) for c in characters[4:] + characters[:4])) % 97 == 1


def _citizens(text: str) -> Iterator[Found]:
    for match in _NINE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        before = text[max(0, match.start() - 60) : match.start()]
        if is_citizen_number(digits) and not _DIALLED.search(before):
            yield Found(RSIN if _RSIN.search(before) else BSN, match.start(), match.end())
    for match in _EIGHT.finditer(text):
        if is_citizen_number("0" + match[1]):
            yield Found(BSN, match.start(1), match.end(1))


def _accounts(text: str) -> Iterator[Found]:
    for match in _IBAN.finditer(text):
        length = _LENGTHS.get(match[0][:2].upper(), 0)
        end = _end_of(text, match.start(), length)
        if end is not None and is_account(re.sub(r"[^0-9A-Za-z]", "", text[match.start() : end]).upper()):
            yield Found(IBAN, match.start(), end)


def _end_of(text: str, start: int, length: int) -> int | None:
    """Where so many letters and digits end, at most one gap between two; None when they do not."""
    position, gap = start, False
    while length and position < len(text):
        if text[position].isascii() and text[position].isalnum():
            length, gap = length - 1, False
        elif gap or not re.match(_GAP, text[position]):
            return None
        else:
            gap = True
        position += 1
    return None if length or text[position : position + 1].isalnum() else position


def _replaced(text: str, found: list[Found]) -> str:
    for one in reversed(found):
        text = text[: one.start] + SHOWN[one.kind] + text[one.end :]
    return text


def _is_of(update: Any, chat: int | None) -> bool:
    for part in update.values() if isinstance(update, dict) and chat is not None else ():
        message = part.get("message", part) if isinstance(part, dict) else {}
        if isinstance(message, dict) and isinstance(message.get("chat"), dict) and message["chat"].get("id") == chat:
            return True
    return False


def _walk(part: Any, depth: int = 0) -> Any:
    if isinstance(part, list) and depth < DEEPEST:
        return [_walk(p, depth + 1) for p in part]
    if not isinstance(part, dict) or depth == DEEPEST:
        return part
    whole = {key: _walk(value, depth + 1) for key, value in part.items()}
    taken = [kind for text, entities in (("text", "entities"), ("caption", "caption_entities"))
             for kind in _take_out(whole, text, entities)]  # fmt: skip
    return whole | {MARK: sorted(set(taken))} if taken else whole


def _take_out(part: dict[str, Any], text: str, entities: str) -> list[str]:
    """Mask one text of a message in place, with its entities. Returns the kinds of what was taken out."""
    before = part.get(text)
    if not isinstance(before, str):
        return []
    found = find(before)
    if found:
        part[text] = _replaced(before, found)
        if isinstance(part.get(entities), list):
            part[entities] = [_moved(before, found, e) for e in part[entities]]
    return [one.kind for one in found]


def _moved(text: str, found: list[Found], entity: Any) -> Any:
    """The entity where it is after masking. Telegram counts in UTF-16 units."""
    if not (
        isinstance(entity, dict) and isinstance(entity.get("offset"), int) and isinstance(entity.get("length"), int)
    ):
        return entity
    start = _shift(text, found, entity["offset"], at_end=False)
    end = _shift(text, found, entity["offset"] + entity["length"], at_end=True)
    return entity | {"offset": start, "length": max(1, end - start)}


def _shift(text: str, found: list[Found], place: int, at_end: bool) -> int:
    """Where a place (UTF-16) is after masking; inside a number it goes to that number's edge."""
    moved = place
    for one in found:
        start, end = _units(text[: one.start]), _units(text[: one.end])
        if place >= end:
            moved += len(SHOWN[one.kind]) - (end - start)
        elif place > start:
            return moved - (place - start) + (len(SHOWN[one.kind]) if at_end else 0)
    return moved


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
