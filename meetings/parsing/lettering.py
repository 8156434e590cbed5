"""Words as they are meant: letters set apart or taken from another alphabet, words misspelt by a letter."""

from __future__ import annotations

from functools import lru_cache

from meetings.parsing.patterns import exempt, marks

_LATIN = str.maketrans(
    "АВЕЅІЈКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo",
)


@lru_cache(maxsize=4096)
def plain_letters(words: str) -> str:
    """The words in Latin letters, with those that stand apart or have a stray mark between them closed up:
    “E X E M P T” is “EXEMPT”, “pub›lic” “public”."""
    if not words.isascii():
        words = words.translate(_LATIN)
    return marks.STRAY_IN_WORD.sub("", marks.LETTERS_APART.sub(lambda found: found[0].replace(" ", ""), words))


def mended(words: str) -> str:
    """The words, with those put right that tell of closed business and have one letter too many, too few, wrong or two
    changed about: “exlusion of the pubilc” is “exclusion of the public”."""
    words = marks.UNKNOWN_LETTER.sub("", words)
    if not any(map(_meant, marks.ANY_LETTERS.findall(words.lower()))):
        return words
    return marks.ANY_LETTERS.sub(lambda found: _meant(found[0].lower()) or found[0], words)


@lru_cache(maxsize=4096)
def _meant(word: str) -> str | None:
    if word in exempt.OFTEN_MISSPELT:
        return None
    return next((key for key in exempt.OFTEN_MISSPELT if _is_one_letter_off(word, key)), None)


def _is_one_letter_off(word: str, key: str) -> bool:
    if abs(len(word) - len(key)) > 1:
        return False
    shorter = min(len(word), len(key))
    head = next((at for at in range(shorter) if word[at] != key[at]), shorter)
    tail = next((at for at in range(shorter - head) if word[-1 - at] != key[-1 - at]), shorter - head)
    if len(word) != len(key):
        return head + tail == shorter
    swapped = word[head : head + 2] == key[head : head + 2][::-1]
    return head + tail == shorter - 1 or (head + tail == shorter - 2 and swapped)
