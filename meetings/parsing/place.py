"""At what time and place was the meeting held, as a sentence of the head or a line near the day tells?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from meetings.parsing.bodies import named_bodies, plain_case
from meetings.parsing.dates import named_days, named_times
from meetings.parsing.head_sentences import Heading, HeadSentence, is_prose
from meetings.parsing.parsed import Span
from meetings.parsing.patterns import marks, preamble

_WIDEST_GAP = 2  # lines: a blank one may stand within a place
_LONGEST_PLACE = 20  # words
_SHORTEST_WORD = 2  # letters, without which a line is no place
_MOST_PLACE_LINES = 3


def read_place(heading: Heading, sentence: HeadSentence) -> str:
    """Read time and place; returns the words of the sentence that are neither, nor the date."""
    text = sentence.text
    days = [day for day in named_days(text) if day.year or heading.spans.get("date") == sentence.span]
    label = preamble.HEAD_LABEL.fullmatch(text)
    of_time = label and label["label"].lower() in ("time", "start time", "time started", "amser")
    times = list(named_times(preamble.DOTTED_TIME.sub(":", text) if of_time else text))
    held = preamble.HELD.search(text)
    known = [(time.start, time.end) for time in times]
    known += [(day.start, day.end) for day in days if day.date() == heading.date]
    bare = "".join(_without(text, sorted(known)))
    only_told = bool(known) and not marks.ANY_WORD.search(preamble.HEAD_FORMULA.sub(" ", bare))
    about_meeting = heading.spans.get("date") == sentence.span or label or held or only_told
    if not about_meeting:
        return text
    if times:
        heading.tell("start_time", times[0].time, sentence.span)
    if len(times) > 1 and preamble.RANGE.fullmatch(text[times[0].end : times[1].start]):
        heading.tell("end_time", times[1].time, sentence.span)
    if label and label["label"].lower().startswith(("venue", "place", "location", "held")):
        heading.tell("venue", _place(label["words"]), sentence.span)
        return label["label"]
    facts = sorted([*((day.start, day.end) for day in days), *((time.start, time.end) for time in times)])
    start = held.end() if held else (facts[0][1] if facts else 0)
    places = [place for piece in _without(text[start:], _shifted(facts, start)) if (place := _place(piece))]
    if places and (heading.venue is not None or not (facts or held)):
        return text  # not the place, or another one
    if places:
        heading.tell("venue", ", ".join(places), sentence.span)
    return " ".join(_without(text[:start], facts))


def _without(text: str, facts: Iterable[tuple[int, int]]) -> list[str]:
    """The pieces of a text between some places of it."""
    pieces, at = [], 0
    for first, last in facts:
        if at <= first <= len(text):
            pieces.append(text[at:first])
            at = last
    return [*pieces, text[at:]]


def _shifted(facts: Iterable[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    return [(first - start, last - start) for first, last in facts if last > start]


def read_place_below(heading: Heading, told: Sequence[HeadSentence]) -> None:
    """The place where it stands on a line of its own, right below the day or the time."""
    if heading.venue is not None or "date" not in heading.spans:
        return
    after = max(heading.spans[fact].last for fact in ("date", "start_time") if fact in heading.spans)
    below = [sentence for sentence in told if sentence.span.first > after][:_MOST_PLACE_LINES]
    places: list[HeadSentence] = []
    for sentence in below:
        if sentence.lines[0] in heading.read or not _is_place_line(sentence.text):
            break
        if places and sentence.span.first > places[-1].span.last + _WIDEST_GAP:
            break
        places.append(sentence)
    if not places:  # “Guildhall, Ostre” above “5 May 2024”
        above = [sentence for sentence in told if sentence.span.last < heading.spans["date"].first][-1:]
        places = [place for place in above if _is_place_line(place.text) and preamble.PLACE_WORD.search(place.text)]
    if places:
        heading.tell(
            "venue",
            ", ".join(plain_case(sentence.text.strip(" ,.")) for sentence in places),
            Span(places[0].span.first, places[-1].span.last),
        )
        for sentence in places:
            heading.read.update(sentence.lines)


def _is_place_line(text: str) -> bool:
    words = text.split()
    return bool(
        len(words) <= _LONGEST_PLACE
        and words[0][:1].isupper() | words[0][:1].isdigit()
        and any(len(word) > _SHORTEST_WORD for word in marks.WORD.findall(text))
        and not is_prose(text)
        and not named_bodies(text)
        and not preamble.NO_PLACE.search(text)
        and marks.ANY_WORD.search(preamble.HEAD_FORMULA.sub(" ", text))
    )


def _place(words: str) -> str | None:
    """A place out of the words between “held”, the date and the time, without what joins it to them."""
    if preamble.FOLLOWING.match(words.strip(" ,.;:–—-()")):
        return None
    while True:
        bare = words.strip(" ,.;:–—-()")
        bare = preamble.BEFORE_PLACE.sub("", preamble.AFTER_PLACE.sub("", preamble.WEB_LINK.sub("", bare)))
        if bare == words:
            break
        words = bare
    words = preamble.PLACE_END.split(preamble.PLACE_LABEL.sub("", words))[0].strip(" ,;")
    if (
        len(words.split()) > _LONGEST_PLACE
        or preamble.DRAFT.search(words)
        or not marks.ANY_WORD.search(words)
        or not any(map(str.isalpha, words))
    ):
        return None
    return plain_case(words)
