"""Numbers as lists print them: ``4``, ``iv``, ``D``, ``4th``. Word and HTML have the same kinds."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999


def numeral(number: int, kind: str) -> str:
    """A number in one of Word's formats; a format that is not known, or has no such number, is printed in figures."""
    match kind:
        case "none":
            return ""
        case "lowerRoman" | "upperRoman" if 0 < number <= _MOST_ROMAN:
            return _roman(number) if kind == "lowerRoman" else _roman(number).upper()
        case "lowerLetter" | "upperLetter" if number > 0:
            return _letters(number) if kind == "lowerLetter" else _letters(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            return ordinal(number)
    return str(number)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th … 11th … 21st."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _letters(number: int) -> str:
    """a to z, then aa, bb … zz, as Word goes on."""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(times + 1, 10)
