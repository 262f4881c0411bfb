"""BSN and IBAN are taken out; phone numbers, postcodes, dates and KVK numbers stay."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safety.masking import MARK, find, is_account, is_citizen_number, mask, masked_update

digits = st.text("0123456789", min_size=8, max_size=8)


def bsn(eight: str) -> str | None:
    """The valid number that begins so, if there is one."""
    found = [eight + d for d in "0123456789" if is_citizen_number(eight + d)]
    return found[0] if found else None


def iban(country: str, account: str) -> str:
    """The account with its check digits, by ISO 13616."""
    number = int("".join(str(int(c, 36)) for c in account + country + "00"))
    return f"{country}{98 - number % 97:02d}{account}"


numbers = digits.map(bsn).filter(bool)
accounts = st.builds(
    iban, st.just("NL"), st.builds(lambda bank, n: bank + n, st.text("ABCDEFGHINRZ", min_size=4, max_size=4),
                                   st.text("0123456789", min_size=10, max_size=10))
)  # fmt: skip


WAYS: dict[str, Callable[[str], str]] = {
    "together": lambda n: n,
    "dots": lambda n: f"{n[:4]}.{n[4:6]}.{n[6:]}",
    "spaces": lambda n: f"{n[:3]} {n[3:6]} {n[6:]}",
    "one by one": lambda n: " ".join(n),
    "named": lambda n: f"bsn:{n}",
    "in brackets": lambda n: f"({n}),",
    "asked": lambda n: f"bsn {n}?",
}


@given(numbers, st.sampled_from(sorted(WAYS)))
def test_a_bsn_is_taken_out_however_it_is_written(number: str, way: str) -> None:
    masked = mask(f"mijn man met {WAYS[way](number)} wil helpen")
    assert masked.count("[BSN weggelaten]") == 1
    assert not any(c.isdigit() for c in masked)


@given(accounts, st.booleans(), st.booleans(), st.sampled_from([" van de stichting", ", graag", "", ". Dank"]))
def test_an_iban_is_taken_out_and_the_words_around_it_stay(
    account: str, spaced: bool, small: bool, after: str
) -> None:
    shown = " ".join(account[i : i + 4] for i in range(0, 18, 4)) if spaced else account
    shown = shown.lower() if small else shown
    assert mask(f"kunt u {shown}{after}") == f"kunt u [IBAN weggelaten]{after}"


@given(digits, st.sampled_from("0123456789"))
def test_nine_digits_that_fail_the_test_stay(eight: str, last: str) -> None:
    text = f"nummer {eight + last} staat erop"
    assert (mask(text) == text) is not is_citizen_number(eight + last)


@given(accounts)
def test_an_account_with_a_wrong_digit_stays(account: str) -> None:
    wrong = account[:-1] + str((int(account[-1]) + 1) % 10)
    assert not is_account(wrong)
    assert "IBAN" not in mask(f"op {wrong} storten")


@given(st.text(max_size=200))
def test_any_text_can_be_masked_and_once_is_enough(text: str) -> None:
    assert mask(mask(text)) == mask(text)
    assert find(mask(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "bel 06-12345678 of 06 12 34 56 78",
        "bel +31 612345672 na zes uur",
        "bel 0031 612345672",
        "bel 030-2345678",
        "ons KVK nummer is 12345678",
        "KVK 41234567, 3512 JE Utrecht",
        "3512 JE 12",
        "op 12-03-2027 van 10.30 tot 12.30 uur",
        "het kost € 123.456,78",
        "https://www.facebook.com/events/123456782",
        "https://voorbeeld.nl/?id=123456782",
        "bel 0800-2000 of 0900-1450",
        "000000000",
        "order 1234567820",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert mask(text) == text


def test_an_eight_digit_bsn_only_when_it_is_called_so() -> None:
    number = next(n for n in (f"{i:08d}" for i in range(10000001, 10001000)) if is_citizen_number("0" + n))
    assert mask(f"bsn {number}") == "bsn [BSN weggelaten]"
    assert mask(f"kvk {number}") == f"kvk {number}"


def test_an_rsin_is_called_so() -> None:
    assert mask("ons RSIN is 123456782") == "ons RSIN is [RSIN weggelaten]"


def message(**fields: Any) -> dict[str, Any]:
    return {"update_id": 123456782, "message": {"chat": {"id": 5, "type": "private"}, **fields}}


def test_a_message_is_masked_with_its_entities_and_says_so() -> None:
    bold = {"type": "bold", "offset": 17, "length": 5}
    link = {"type": "phone_number", "offset": 7, "length": 9}
    before = message(text="👍 bsn 123456782 mag dat", entities=[link, bold])
    after = masked_update(before)
    said = after["message"]
    assert said["text"] == "👍 bsn [BSN weggelaten] mag dat"
    assert said[MARK] == ["bsn"]
    units = said["text"].encode("utf-16-le")
    parts = [units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le") for e in said["entities"]]
    assert parts == ["[BSN weggelaten]", "mag d"]
    assert after["update_id"] == 123456782
    assert before["message"]["text"] == "👍 bsn 123456782 mag dat"


def test_captions_edits_and_what_is_replied_to_are_masked_too() -> None:
    inside = {"text": "van NL91ABNA0417164300", "chat": {"id": 5}}
    after = masked_update({"update_id": 1, "edited_message": {"caption": "123456782", "reply_to_message": inside}})
    assert "123456782" not in str(after)
    assert "NL91ABNA0417164300" not in str(after)
    assert MARK in after["edited_message"]


def test_staff_may_give_an_account_number() -> None:
    update = message(text="Maak het over op NL91ABNA0417164300")
    assert masked_update(update, keep_chat=5) is update
    assert masked_update({"callback_query": {"message": update["message"]}}, keep_chat=5)["callback_query"]
    assert MARK in masked_update(update, keep_chat=-100)["message"]


@given(st.recursive(st.none() | st.integers() | st.text(), lambda c: st.lists(c) | st.dictionaries(st.text(), c)))
def test_whatever_comes_in_can_be_masked(update: Any) -> None:
    masked_update(update, keep_chat=1)
