"""What is each element of a web page to its reader: text, furniture about the text, a list's mark, or unseen?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from meetings.parsing.extract.html_seen import Sight
from meetings.parsing.extract.html_styles import Styles, is_bold

Element = Any  # lxml has no types

# Never shown as words.
NO_WORDS = frozenset((
    "head", "script", "style", "template", "noscript", "noframes", "iframe", "object", "embed", "svg", "math",
    "canvas", "audio", "video", "map", "select", "datalist", "textarea", "button", "input", "link", "meta", "title",
    "picture", "source", "img",
))  # fmt: skip
_FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "dialog"))
_FURNITURE_ROLES = frozenset((
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alertdialog",
))  # fmt: skip
# For class="breadcrumb", id="site-footer", class="nav-links", class="mgMenu": what stands about the text of a page
_FURNITURE_NAME = re.compile(
    r"(?<!no-)(?<!has-)(?<!with-)(?<![a-z])(?:(?:top|main|left|right|sub|site|side|foot|head)?-?(?:nav|navbar|navigation|menus?)"
    r"|breadcrumbs?|crumbs?|footer|side-?bar|widget-area|cookies?|cookie-?(?:bar|banner|notice|consent)|share|sharing"
    r"|share-links|social|skip|skip-?links?|pagination|pager|comments|respond|related(?:-(?:links|posts|pages|content|articles))?|masthead|toolbar|login|log-in"
    r"|search|search-?form|post-meta|entry-meta|post-tags|tagcloud|tag-cloud|adverts?|banner|popup|modal|print-?link"
    r"|action-list)(?![a-z]|-(?:items?|business|matters?))",
    re.IGNORECASE,
)
_CAPITAL_WITHIN = re.compile(r"(?<=[a-z])(?=[A-Z])")
# For words that a screen reader alone speaks: "opens in a new window"
_SPOKEN_NAME = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|assistive-text|element-invisible|govuk-visually-hidden)(?=\s|$)"
)
_CONTENT_NAME = re.compile(
    r"(?:^|\s)(?:content|main|main-?content|page-content|entry-content|post-content|article|article-content|mgContent)(?=\s|$)"
)
_COMMENT_NAME = re.compile(r"(?:^|\s)(?:msocomtxt|MsoCommentReference|MsoCommentText)(?=\s|$)")
_MOST_FURNITURE = 0.5  # of the page's words: what holds more is no furniture, whatever it is called
_LEAST_MAIN = 0.3  # of the page's words: a main part that holds less is none
_MOST_OF_MAIN = 0.8  # of the main part's words: what holds less is not all of the text
_MOST_IN_FORM = 40  # words of a form that asks the reader for something
_LINKS_OF_MENU = 3
_LONGEST_IN_MENU = 4  # words of a link, on average
_MENU_TAGS = frozenset((
    "ul", "ol", "menu", "dl", "div", "section", "td", "form", "center", "p",
))  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WORDED = frozenset(("p", "li", "dt", "dd", "blockquote", "pre", "table"))  # their ids are made of their words
# For class="banner": that of the site, or the title of the text
_MAY_HEAD = re.compile(r"(?<![a-z])banner(?![a-z])", re.IGNORECASE)
_CELLS = frozenset(("tr", "td", "th"))  # a column for comments is named so, and is no furniture
# For "PDF 112 KB": a document to be had
_DOCUMENT = re.compile(r"\b\d{1,6}(?:\.\d{1,3})?\s?[KM]B\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


class Kind(Enum):
    """What an element is to the page's reader."""

    TEXT = auto()
    FURNITURE = auto()
    MARK = auto()  # a number or bullet that a word processor made
    UNSEEN = auto()


@dataclass(slots=True)
class _Held:
    """What an element holds: words, those of them in links, links, and words in its first headings."""

    words: int = 0
    linked: int = 0
    links: int = 0
    headed: int = 0
    asks: bool = False  # a form's field

    def add(self, other: _Held) -> None:
        self.words += other.words
        self.linked += other.linked
        self.links += other.links
        self.headed += other.headed
        self.asks = self.asks or other.asks


@dataclass(slots=True)
class Page:
    """One page: its styles, its main part, and what each element holds. ``unseen`` gathers what hidden words it has."""

    root: Element
    styles: Styles
    sight: Sight
    held: Mapping[Element, _Held]
    main: Element | None = None
    text: Element | None = None  # the innermost part that holds nearly all of the main one
    unseen: set[str] = field(default_factory=set)
    _around_main: frozenset[Element] = frozenset()
    _around_text: frozenset[Element] = frozenset()
    _behind_text: frozenset[Element] = frozenset()

    @classmethod
    def of(cls, root: Element) -> Page:
        held = _held_by_each(root)
        styles = Styles.of(root)
        page = cls(root, styles, Sight(styles), held)
        page.main = next(
            (
                element
                for element in root.iter("main", "article", "div", "section")
                if (element.tag in ("main", "article") or element.get("role") == "main")
                and page._own_words(element) > _LEAST_MAIN * page._own_words(root)
            ),
            None,
        )
        page.text = page._innermost(root if page.main is None else page.main)
        page._around_main = frozenset(() if page.main is None else page.main.iterancestors())
        if page.text is not None:
            page._around_text = frozenset(page.text.iterancestors())
            page._behind_text = frozenset(
                behind for above in (page.text, *page._around_text) for behind in above.itersiblings()
            )
        return page

    def kind(self, element: Element) -> Kind:
        if element.tag in NO_WORDS:
            return Kind.UNSEEN
        style = self.styles.style(element)
        if element.tag == "del":
            self._tell("text that was deleted with changes tracked", element)
            return Kind.UNSEEN
        if style.get("mso-element", "").startswith("comment") or _COMMENT_NAME.search(element.get("class", "")):
            self._tell("comments", element)
            return Kind.UNSEEN
        if style.get("mso-list") == "ignore":
            return Kind.MARK
        if element in self._around_main or element is self.main or element.tag in ("html", "body"):
            return Kind.UNSEEN if self._is_hidden(element) else Kind.TEXT
        if self._is_furniture(element):
            return Kind.FURNITURE
        return Kind.UNSEEN if self._is_hidden(element) else Kind.TEXT

    def strong(self, element: Element, above: bool) -> bool:
        """Whether an element's words are bold, as those of the element about it are or not."""
        said = is_bold(self.styles.style(element))
        if said is None:
            return above or element.tag in ("b", "strong", "th")
        return said

    def lines(self, element: Element) -> Iterator[str]:
        """The words of furniture, a line for each of its parts that has words."""
        if element.tag in NO_WORDS or self.sight.hides(element):
            return
        seen = self.sight.letters(element).seen
        if seen and element.text and _WORD.search(element.text):
            yield " ".join(element.text.split())
        for part in element:
            if isinstance(part.tag, str):
                yield from self.lines(part)
            if seen and part.tail and _WORD.search(part.tail):
                yield " ".join(part.tail.split())

    # --- The main part --------------------------------------------------------------------------------------------
    def _innermost(self, outer: Element) -> Element | None:
        """The innermost element called the content that still holds nearly all words of a part."""
        least = _MOST_OF_MAIN * self._own_words(outer)
        found = None
        for element in outer.iter("article", "div", "section", "td"):
            called = f"{element.get('class', '')} {element.get('id', '')}"
            named = element.tag == "article" or _CONTENT_NAME.search(called)
            if named and element is not outer and self._own_words(element) > least:
                found = element
        return found

    def _own_words(self, element: Element) -> int:
        held = self.held[element]
        return held.words - held.linked

    # --- Furniture ------------------------------------------------------------------------------------------------
    def _is_furniture(self, element: Element) -> bool:
        if self.held[element].words >= _MOST_FURNITURE * self.held[self.root].words:
            return False
        return (
            element.tag in _FURNITURE_TAGS
            or element.get("role", "") in _FURNITURE_ROLES
            or self._is_called_furniture(element)
            or _SPOKEN_NAME.search(element.get("class", "")) is not None
            or self._is_header(element)
            or self._is_beside(element)
            or self._is_menu(element)
            or (element.tag == "form" and self.held[element].asks and self.held[element].words <= _MOST_IN_FORM)
        )

    def _is_called_furniture(self, element: Element) -> bool:
        """Whether an element's class or id names it so. An id that was made of the words that it heads says nothing,
        nor does the name of what has a title of the page in it."""
        if element.tag in _CELLS or element.tag in _HEADINGS:
            return False
        called = _CAPITAL_WITHIN.sub("-", element.get("class", ""))
        if _FURNITURE_NAME.search(called) and not (self.held[element].headed and _MAY_HEAD.search(called)):
            return True
        name = _CAPITAL_WITHIN.sub("-", element.get("id", ""))
        return (
            element.tag not in _WORDED and bool(_FURNITURE_NAME.fullmatch(name)) and name != _name_of_heading(element)
        )

    def _is_header(self, element: Element) -> bool:
        """Whether an element is the head of the site, and not that of the text, which has the title; or the running
        head or foot of a page that a word processor exported."""
        if element.tag == "header":
            return element.getparent().tag == "body" or element.find(".//nav") is not None
        if element.tag == "div" and element.get("title") in ("header", "footer"):
            return True
        held = self.held[element]
        named = element.get("id") == "header" or "site-header" in element.get("class", "").split()
        return named and held.links > 0 and not held.headed

    def _is_beside(self, element: Element) -> bool:
        """Whether the element stands beside what holds the main part, or behind what holds the text in it."""
        return element.getparent() in self._around_main or element in self._behind_text

    def _is_menu(self, element: Element) -> bool:
        """Whether an element holds links and nothing else: a menu, or the documents to be had."""
        held = self.held[element]
        if element.tag not in _MENU_TAGS or not held.words or held.words > held.linked or held.headed:
            return False
        if _DOCUMENT.search(element.text_content()):
            return element.tag in ("ul", "ol")
        return (
            held.links >= _LINKS_OF_MENU
            and held.words <= _LONGEST_IN_MENU * held.links
            and self.text not in element.iterancestors()
        )

    # --- What is hidden ---------------------------------------------------------------------------------------------
    def shows_own_words(self, element: Element) -> bool:
        """Whether a reader sees the words that stand in an element itself; those of elements in it may still be."""
        if self.sight.letters(element).seen:
            return True
        own = (element.text, *(part.tail for part in element))
        if any(words and _WORD.search(words) for words in own):
            self.unseen.add("text that is hidden")
        return False

    def _is_hidden(self, element: Element) -> bool:
        hidden = self.sight.hides(element)
        if hidden:
            self._tell("text that is hidden", element)
        return hidden

    def _tell(self, what: str, element: Element) -> None:
        if _WORD.search(element.text_content()):
            self.unseen.add(what)


def _name_of_heading(element: Element) -> str:
    """The id that a writer's program makes of the first heading in an element: “Social housing” is social-housing."""
    heading = next(element.iter(*_HEADINGS), None)
    return "" if heading is None else "-".join(_WORD.findall(heading.text_content().lower()))


def _held_by_each(root: Element) -> dict[Element, _Held]:
    """What each element of a page holds. The mapping keeps the elements, so that each stays the same object."""
    every: dict[Element, _Held] = {}
    for element in root.iter():
        if isinstance(element.tag, str):
            every[element] = held = _Held()
            if element.tag not in NO_WORDS:
                held.words = _count(element.text)
            held.links = int(element.tag == "a")
            held.asks = element.tag in ("input", "select", "textarea", "button")
        else:
            every[element] = _Held()
    for element, held in reversed(every.items()):
        if element.tag == "a":
            held.linked = held.words
        if element.tag in ("h1", "h2"):
            held.headed = held.words
        above = element.getparent()
        if above is not None and above.tag not in NO_WORDS:
            every[above].add(held)
            every[above].words += _count(element.tail)
    return every


def _count(words: str | None) -> int:
    return len(_WORD.findall(words)) if words else 0
