"""What is each element of a web page to its reader: text, furniture about the text, a list's mark, or unseen?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

Element = Any  # lxml has no types

# Never shown as words.
_NO_WORDS = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noframes",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "datalist",
        "textarea",
        "button",
        "input",
        "link",
        "meta",
        "title",
        "picture",
        "source",
        "img",
    ]
)
_FURNITURE_TAGS = frozenset(("nav", "footer", "aside"))
_FURNITURE_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"))
# For class="breadcrumb", id="site-footer", class="nav-links": what stands about the text of a page
_FURNITURE_NAME = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|navigation|menu|menus|breadcrumbs?|crumbs?|footer|sidebar|side-bar|cookies?|cookie-?bar|share"
    r"|sharing|share-links|social|skip|skip-?link|pagination|pager|pages|comments|respond|related|widget|widgets|masthead|toolbar"
    r"|login|log-in|search|searchform|post-meta|entry-meta|tags|tagcloud|adverts?|banner|popup|modal|print-?link)(?:$|[-_\s])",
    re.IGNORECASE,
)
_MOST_FURNITURE = 0.5  # of the page's words: what holds more is no furniture, whatever it is called
_LEAST_MAIN = 0.3  # of the page's words: a main part that holds less is none
HIDDEN_STYLE = re.compile(
    r"(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all"
    r"|font-size\s{0,3}:\s{0,3}0(?:px|pt|em|%)?\s{0,3}(?:;|!|$)|opacity\s{0,3}:\s{0,3}0(?:\.0{1,3})?\s{0,3}(?:;|!|$))",
    re.IGNORECASE,
)
_MEDIA = re.compile(r"@media[^{]{0,300}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,200}[^{}]{0,500}\}", re.IGNORECASE)
_RULE = re.compile(r"(?P<selectors>[^{}]{1,500})\{(?P<style>[^{}]{0,2000})\}")
_SIMPLE_SELECTOR = re.compile(r"(?:[a-z0-9]{1,20})?(?P<mark>[.#])(?P<name>[\w-]{1,100})", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s{0,3}:\s{0,3}(?:normal|[1-5]00)", re.IGNORECASE)
_WORD_LIST_MARK = re.compile(r"mso-list\s{0,3}:\s{0,3}ignore", re.IGNORECASE)
_WORD = re.compile(r"\w")


class Kind(Enum):
    """What an element is to the page's reader."""

    TEXT = auto()
    FURNITURE = auto()
    MARK = auto()  # a number or bullet that a word processor made
    UNSEEN = auto()


@dataclass(slots=True)
class Page:
    """One page: its main part, and what its own style sheet hides. ``unseen`` gathers what hidden words there were."""

    words: int
    main: Element | None
    hidden_names: frozenset[str]  # ".class" and "#id"
    unseen: set[str] = field(default_factory=set)
    around_main: frozenset[int] = frozenset()  # identities of the elements that hold the main part

    @classmethod
    def of(cls, root: Element) -> Page:
        words = _count(root)
        hidden = frozenset(_hidden_names(root))
        mains = [
            element
            for element in root.iter("main", "article", "div", "section")
            if element.tag in ("main", "article") or element.get("role") == "main"
        ]
        main = next((element for element in mains if _count(element) > _LEAST_MAIN * words), None)
        around = frozenset() if main is None else frozenset(id(above) for above in main.iterancestors())
        page = cls(words, main, hidden, around_main=around)
        page._held = list(main.iterancestors()) if main is not None else []
        return page

    _held: list[Element] = field(default_factory=list)  # lxml makes an element's proxy anew unless one is kept

    def kind(self, element: Element) -> Kind:
        if self._is_hidden(element):
            return Kind.UNSEEN
        if element.tag in _NO_WORDS:
            return Kind.UNSEEN
        if element.tag == "del":
            self._tell("text that was deleted with changes tracked", element)
            return Kind.UNSEEN
        if _WORD_LIST_MARK.search(element.get("style", "")):
            return Kind.MARK
        if element is self.main or id(element) in self.around_main or element.tag in ("html", "body"):
            return Kind.TEXT
        return Kind.FURNITURE if self._is_furniture(element) else Kind.TEXT

    def strong(self, element: Element, above: bool) -> bool:
        """Whether an element's words are bold, as those of the element about it are or not."""
        style = element.get("style", "")
        if element.tag in ("b", "strong", "th") or _BOLD.search(style):
            return True
        return above and not _LIGHT.search(style)

    def lines(self, element: Element) -> Iterator[str]:
        """The words of furniture, a line for each of its parts that has words."""
        for part in element.iter():
            if isinstance(part.tag, str) and part.tag not in _NO_WORDS and not self._is_hidden(part):
                for words in (part.text, *(child.tail for child in part)):
                    if words and _WORD.search(words):
                        yield " ".join(words.split())

    def _is_hidden(self, element: Element) -> bool:
        names = [f".{name}" for name in element.get("class", "").split()] + [f"#{element.get('id', '')}"]
        hidden = (
            element.get("hidden") is not None
            or HIDDEN_STYLE.search(element.get("style", "")) is not None
            or not self.hidden_names.isdisjoint(names)
        )
        if hidden and not self._is_furniture(element) and element.tag not in _NO_WORDS:
            self._tell("text that is hidden", element)
        return hidden

    def _is_furniture(self, element: Element) -> bool:
        named = (
            element.tag in _FURNITURE_TAGS
            or element.get("role", "") in _FURNITURE_ROLES
            or (element.tag == "header" and element.getparent() is not None and element.getparent().tag == "body")
            or _FURNITURE_NAME.search(f"{element.get('class', '')} {element.get('id', '')}") is not None
            or self._is_outside(element)
        )
        return named and _count(element) < _MOST_FURNITURE * self.words

    def _is_outside(self, element: Element) -> bool:
        """Whether the element stands beside what holds the main part."""
        above = element.getparent()
        return self.main is not None and above is not None and id(above) in self.around_main

    def _tell(self, what: str, element: Element) -> None:
        if _WORD.search(element.text_content()):
            self.unseen.add(what)


def _count(element: Element) -> int:
    """How many words an element shows, about."""
    return sum(
        len(words.split())
        for part in element.iter()
        if isinstance(part.tag, str)
        for words in ((part.text if part.tag not in _NO_WORDS else ""), part.tail if part is not element else "")
        if words
    )


def _hidden_names(root: Element) -> Iterator[str]:
    for sheet in root.iter("style"):
        for rule in _RULE.finditer(_MEDIA.sub(" ", sheet.text or "")):
            if HIDDEN_STYLE.search(rule["style"]):
                for selector in rule["selectors"].split(","):
                    if simple := _SIMPLE_SELECTOR.fullmatch(selector.strip()):
                        yield simple["mark"] + simple["name"]
