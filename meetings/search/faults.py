"""What may be wrong with a query, each fault in a sentence that says what to do."""

from __future__ import annotations

from meetings.search.hints import Hint
from meetings.search.tree import NAMES

MAX_LENGTH = 1000
"""Characters of a query that are read."""

MAX_TERMS = 40
"""Words that are looked for, those in phrases counted."""

SHORTEST_PREFIX = 3
"""Letters before an asterisk."""


UNCLOSED_QUOTE = Hint(
    "unclosed-quote", "A quotation mark has no partner: what stands behind it was looked for as a phrase."
)
LONE_OPERATOR = Hint(
    "lone-operator", "AND, OR and NOT in capitals stand between or before words: one without its words was ignored."
)
EMPTY_MINUS = Hint("empty-minus", "A minus stands directly before a word that must not occur: a lone one was ignored.")
UNBALANCED = Hint("unbalanced-parentheses", "A parenthesis has no partner: it was ignored.")
TOO_DEEP = Hint("too-deep", "Parentheses were nested too deeply: the innermost ones were ignored.")
NO_WORD = Hint("no-word", "Signs without letters or digits cannot be looked for: they were ignored.")
WILDCARD = Hint(
    "wildcard",
    f"An asterisk stands at the end of a word, behind {SHORTEST_PREFIX} letters or more (pension*): elsewhere it was "
    "ignored.",
)
LONE_NEAR = Hint(
    "lone-near",
    'NEAR stands between two words or more, in quotation marks ("school NEAR/5 crossing"): elsewhere it was ignored.',
)
NO_DAY = Hint("no-day", "No day fulfils all that was asked of it: from: comes before to:.")
UNKNOWN_FIELD = Hint(
    "unknown-field",
    f"A field stands before a colon ({', '.join(f'{name}:' for name in NAMES)}): another name was taken as a word.",
)
LONE_FIELD = Hint("lone-field", "A field stands directly before what must be in it (title:library): one was ignored.")
BAD_DAY = Hint(
    "bad-day",
    "Behind date:, from: and to: a day, month or year is wanted (2021, 2021-04, 20/04/2021): one was ignored.",
)
TOO_LONG = Hint("too-long", f"The search was too long: its first {MAX_LENGTH:,} characters were used.")
TOO_MANY = Hint("too-many-words", f"The search had too many words: the first {MAX_TERMS} were looked for.")
UNREADABLE = Hint("unreadable", "Characters that are no text were ignored.")
ONLY_NOT = Hint(
    "only-not", "Only words to leave out were given: everything without them is listed. Add a word to look for."
)


def field_slip(meant: str) -> Hint:
    """The hint that a name before a colon was taken for a field's."""
    return Hint("field-slip", f"“{meant}:” was read where a name before a colon was almost spelt so.")
