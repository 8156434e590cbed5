"""Where does a heading end that runs on into what it heads?"""

from __future__ import annotations

from meetings.parsing.paragraphs import sentences
from meetings.parsing.patterns import exempt, marks, motions, run_in
from meetings.parsing.titles import is_agenda_title, reads_as_title

_LONGEST_LEAD = 12  # words before a colon
_LONGEST_DASH_LEAD = 10
_LONGEST_TITLE = 45
_LONGEST_PLAIN_TITLE = 14
_SHORT_REMARK = 6
_SHORTEST_SENTENCE = 7  # of those that are no title: “Accounts were presented and accepted for payment” is one
_FARTHEST_NARRATIVE = 400  # characters


def divide_title(words: str) -> tuple[str, str]:
    """The title that words begin with and what runs on behind it, "" where there is no such.

    No title: the words are a narrative from the first one. Nothing behind: they are all title.
    """
    if mark := exempt.MARK_BEFORE_TITLE.match(words):
        title, rest = divide_title(words[mark.end() :])
        return (mark[0] + title, rest) if title else ("", words)
    if mark := exempt.MARK_ENDS_TITLE.match(words):  # the title is public, and what it marks is not
        return mark[0], words[mark.end() :].lstrip()
    if run_in.MOVERS.fullmatch(words) or motions.MOVERS_LINE.match(words) or run_in.DEED.match(words):
        return "", words
    if run_in.SENTENCE.match(words) and not _dash_comes_first(words):
        return "", words
    for divide in (_at_colon, _at_sentence, _at_dash, _at_bare_sentence, _behind_first_sentence):
        if divided := divide(words):
            title, rest = divided
            return title.rstrip(" -–—:,"), rest.lstrip(" -–—:")
    if reads_as_title(words) and len(words.split()) <= _LONGEST_TITLE and not _is_sentence(words):
        return words, ""
    return "", words


def _is_sentence(words: str) -> bool:
    """Whether words without full stop are a whole sentence: “The sign has now been put up at the end of the lane”."""
    told = run_in.AUXILIARY.search(words)
    return bool(told) and len(words.split()) > _SHORTEST_SENTENCE and not words.startswith("To ")


def _at_colon(words: str) -> tuple[str, str] | None:
    found = run_in.COLON_LEAD.fullmatch(words)
    if run_in.APPLICATION.match(words):
        return None
    if not found or len(found["lead"].split()) > _LONGEST_LEAD or run_in.UNFINISHED_LEAD.match(found["lead"]):
        return None
    if not reads_as_title(found["lead"]) or sentences(found["lead"])[1:] or _sentence_start(found["lead"]) is not None:
        return None
    known = [at for at in _starts(found["lead"]) if is_agenda_title(words[:at]) and not is_agenda_title(found["lead"])]
    if known:
        return words[: known[0]], words[known[0] :]
    # "Accounts: financial position" is all title, "Apologies: None" and "Payments: Marsh Ltd £20 – paid." are not
    told = len(found["rest"].split()) > _SHORT_REMARK or found["rest"].endswith(".")
    return (found["lead"], found["rest"]) if told or is_agenda_title(found["lead"]) else None


def _at_sentence(words: str) -> tuple[str, str] | None:
    return _cut(words, _sentence_start(sentences(words)[0]))


def _at_bare_sentence(words: str) -> tuple[str, str] | None:
    first = sentences(words)[0]
    return _cut(words, next((at for at in _starts(first) if _begins_bare_sentence(first, at)), None))


def _cut(words: str, at: int | None) -> tuple[str, str] | None:
    return None if at is None or len(words[:at].split()) > _LONGEST_TITLE else (words[:at], words[at:])


def _at_dash(words: str) -> tuple[str, str] | None:
    found = run_in.DASH_LEAD.fullmatch(words)
    if not found or len(found["lead"].split()) > _LONGEST_DASH_LEAD or not reads_as_title(found["lead"]):
        return None
    first = sentences(found["rest"])[0]
    told = any(verb[0].islower() for verb in marks.FINITE_VERB.finditer(first))
    told = told or len(first.split()) > (_SHORT_REMARK if first[0].islower() else _LONGEST_LEAD)
    return (found["lead"], found["rest"]) if told else None


def _behind_first_sentence(words: str) -> tuple[str, str] | None:
    first, *others = sentences(words)
    if not others or len(first.split()) > _LONGEST_TITLE:
        return None
    plain = first.rstrip(".!")
    sure = len(first.split()) <= _LONGEST_PLAIN_TITLE or plain.startswith("To ")
    return (first, words[len(first) :]) if sure and reads_as_title(plain) and not _is_sentence(plain) else None


def _sentence_start(words: str) -> int | None:
    """Where within words, not at their start, a sentence with a subject or a list begins, or capitals end."""
    shouted = run_in.SHOUTED_TITLE.match(words)
    if shouted and not shouted["title"].endswith(("–", "-")) and not _goes_on(shouted["title"]):
        return shouted.end()
    starts = _starts(words)
    return next((at for at in starts if run_in.LIST_BEGINS.match(words, at) or run_in.SENTENCE.match(words, at)), None)


def _starts(words: str) -> list[int]:
    """Where a capital or a bullet may begin what is not the title's: not behind a word that the title goes on from."""
    found = (start.start() for start in run_in.WORD_START.finditer(words[:_FARTHEST_NARRATIVE]))
    return [at for at in found if not _goes_on(words[max(0, at - 16) : at].rstrip())]


def _goes_on(title: str) -> bool:
    """Whether a title goes on behind these words: “Interest from”, “Finance &”."""
    if title.endswith(run_in.CONNECTING_MARKS):
        return True
    title = title[:-1] if title.endswith((",", ".")) else title
    return run_in.BETWEEN_WORDS.split(title)[-1].lower() in run_in.CONNECTING_WORDS


def _begins_bare_sentence(words: str, at: int) -> bool:
    """Whether a sentence without article begins here: of one known subject, of a name, or behind small letters."""
    bare = run_in.BARE_SENTENCE.match(words, at)
    if not bare:
        return False
    subject = bare["subject"]
    if not subject or words[:at].split()[-1].islower() or run_in.KNOWN_SUBJECT.fullmatch(subject.strip()):
        return True
    return len(subject.split()) == 2 and len(words[:at].split()) > 1


def _dash_comes_first(words: str) -> bool:
    found = run_in.DASH_LEAD.fullmatch(words)
    return bool(found and not run_in.TELLING.search(found["lead"]) and len(found["lead"].split()) <= _LONGEST_DASH_LEAD)
