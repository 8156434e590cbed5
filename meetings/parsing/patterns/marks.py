"""What layout leaves in lines, paragraphs and sentences."""

from __future__ import annotations

import re

# For "<AI4>", "</AI4>"
ITEM_TAG = re.compile(r"<(?P<close>/?)AI(?P<number>\d{1,4})>", re.IGNORECASE)
# For "<AI4", "< /AI 4 >", "AI4>": what is left of a damaged tag
BROKEN_TAG = re.compile(r"<\s{0,3}/?\s{0,3}AI\s{0,3}\d{0,4}|/?AI\d{1,4}>", re.IGNORECASE)
# A sign of which each of the tags and of Markdown's marks has one
ANY_MARK = re.compile(r"[<>|#*_\\]")
# For "<TRAILER_SECTION>", "</TITLE_ONLY_LAYOUT_SECTION>"
SECTION_TAG = re.compile(r"<(?P<close>/?)(?P<name>(?:[A-Z]{1,20}_){1,6}SECTION)>")
# For "---", "* * *", "======": a rule across the page
RULE = re.compile(r"[\W_]{1,200}")
# For "Page 3 of 12", "- 3 -", "3"
PAGE_NUMBER = re.compile(
    r"(?:page\s{1,3})?(?:[-–]\s{0,3})?\d{1,4}(?:\s{0,3}[-–]|\s{1,3}of\s{1,3}\d{1,4})?", re.IGNORECASE
)
# For "Page 3", "Page 3 of 12", "- 3 -", "Minutes – 4 June 2024 – Page 2": a page number wherever it stands
SURE_PAGE_NUMBER = re.compile(
    r"(?:minutes\b.{0,80}\W)?page\s{0,3}\d{1,4}(?:\s{1,3}of\s{1,3}\d{1,4})?|[-–]\s{0,3}\d{1,4}\s{0,3}[-–]",
    re.IGNORECASE,
)
# For "| Payee | Amount |"
TABLE_ROW = re.compile(r"\|(?P<cells>.{1,99998})\|")
# For "| --- | ---: |"
TABLE_RULE = re.compile(r"\|[\s|:-]{1,2000}\|")
# For "## Apologies"
MARKDOWN_HEADING = re.compile(r"(?P<hashes>#{1,6})[ \t]{1,8}(?P<words>\S.{0,400})")
# For the end of "## Apologies ##"
CLOSING_HASHES = re.compile(r"[ \t]{1,8}#{1,6}$|[ \t]{1,400}$")
# For "**61/24 Apologies.** Councillor Marsh sent apologies.", "4. **Apologies** Councillor Marsh", "**8TH** **JULY**"
STRONG_LEAD = re.compile(
    r"(?:(?:\d{1,3}(?:\.\d{1,2}){0,2}|[a-z])\\?[.)]\s{1,8})?"
    r"(?:(?:\*\*|__)(?P<words>(?:\\[*_]|[^*_]){1,400})(?:\*\*|__)\s{0,8}){1,8}"
)
# For "**bold**" within a line
STRONG = re.compile(r"\*\*|__(?=[^\W_])|(?<=[^\W_])__")
# For "*22/0031/HSE*"
EMPHASIS = re.compile(r"(?<![\w*\\])\*(?P<words>[^\s*](?:[^*]{0,400}[^\s*\\])?)\*(?![\w*])")
# For "_The papers were circulated before._"
UNDERSCORED = re.compile(r"(?<![\w_\\])_(?P<words>[^\s_](?:[^_]{0,400}[^\s_\\])?)_(?![\w_])")
# For "Signed \.\.\.\."
ESCAPED = re.compile(r"\\(?P<mark>[^\w\s]|_)")
# Control and zero-width characters; a tab is turned to blanks before
UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\xad\u200b-\u200f\u2060\ufeff]")
# Bullets of a symbol font
PRIVATE_GLYPH = re.compile("[\ue000-\uf8ff]")
# For "Signed ........................ Chair      Date ............", "______________"
DOTTED_LINE = re.compile(r"(?:[._…]\s?){4,}")
# For "Signed", "Chairman", "Dated": what stands about the dotted lines
SIGNATURE_WORD = re.compile(
    r"signed|signature|chair(?:man|woman|person)?|mayor|cathaoirleach|president|convenor|dated?|clerk", re.IGNORECASE
)
# For "Signed:", "Dated", "Mayor:", "Municipal Administrator", "CAO-Clerk:", "Clerk/Treasurer"
SIGNATURE_LABEL = re.compile(
    r"(?:signed(?: by)?(?: the \w{1,20})?|dated?|(?:(?:parish|town|community|deputy|vice|municipal|chief"
    r"|meetings?|acting|cao)[ /-])?"
    r"(?:chair(?:man|woman|person)?|mayor|reeve|clerk|secretary|administrator|cathaoirleach|convenor|president)"
    r"(?:[ /-]{1,3}(?:treasurer|administrator|clerk))?)"
    r"(?:’s signature|'s signature)?\s?[:.]?",
    re.IGNORECASE,
)
# For "Respectfully submitted,": behind it stand the name and office of whoever wrote the minutes
SIGNATURE_OPENING = re.compile(r"respectfully submitted(?: by)?\b[^.]{0,80}\.?", re.IGNORECASE)
# For "Minutes prepared as the Act requires", "Clerk to record all resolutions": what a form prints below the signature
SMALL_PRINT = re.compile(r"(?:minutes (?:prepared|to be approved|are)|clerk to record|draft minutes)\b", re.IGNORECASE)
# For "[Original file](https://example.org/minutes.pdf)": a line that is nothing but a link
LINK_ALONE = re.compile(r"\[[^\[\]]{1,200}\]\(https?:[^()\s]{1,500}\)")
# For "the bathing-" at the end of a line
BROKEN_WORD = re.compile(r"(?P<head>[^\W\d_]{1,40})-$")
# For "publi? be", "pub?lic": what a font prints for a letter, or a soft hyphen, that it does not know
UNKNOWN_LETTER = re.compile(r"\?(?=\s?[a-z])")
# For "ex›cluded": what a font prints for a soft hyphen that it does not know
STRAY_IN_WORD = re.compile(r"(?<=[a-z])[›‹¬\ufffd](?=[a-z])|(?<=\b[A-Z][a-z])›(?=[a-z])")
ANY_LETTERS = re.compile(r"[^\W\d_]{5,15}")
# For "E X E M P T": a word of four letters or more that stand apart
LETTERS_APART = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){3,60}(?!\S)")
# For "ex-cluded", which was broken at the end of a line
HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
# For "• a point", "(ii) a part", "- a point", "3. a paragraph": a line that begins a paragraph of its own
LIST_MARK = re.compile(r"(?:[•·▪◦‣*–-]|\(?[a-z]{1,4}\)|\(\d{1,3}\)|\d{1,3}[.)]|[a-z]\.)\s")
# For "(a)", "(ii)", "3.": the mark itself
ENUMERATION = re.compile(r"(?P<open>\(?)(?P<mark>[a-z]{1,4}|\d{1,3})(?P<close>[.)])\s")
# For "3. ": the number of a paragraph, before its words
PARAGRAPH_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]\s{1,8}")
# For "subject to the following conditions:", "RESOLVED that", "the accounts be paid;": entries of a list follow
LIST_FOLLOWS = re.compile(r"(?:[:;,–-]|\b(?:that|to|and|or|of|following))$", re.IGNORECASE)
# For "be approved; and": more parts follow
PART_FOLLOWS = re.compile(r";\s(?:and|or)$", re.IGNORECASE)
ROMAN = re.compile(r"[ivxl]{1,6}")
# For "was noted. The Chair": a full stop, blanks, and a capital or a bracket
SENTENCE_END = re.compile(r"[.!?][”\"’')\]]{0,3}\s{1,4}(?=[“\"‘'(\[]{0,2}[A-ZÀ-Þ\d•])")
# For "Mr.", "Cllr.", "No.", "p.", "K.": a full stop that ends no sentence; "no" may, ahead of letters: "3 yes, 0 no."
ABBREVIATION = re.compile(
    r"(?<![^\s(.])(?:(?P<no>(?-i:no))|(?-i:[A-Z])|mrs?|ms|dr|cyng|cmhlr|prof|rev|revd|hon|st|cllrs?|couns?|ald|no|nos|prop|sec|co|ltd|dept"
    r"|approx|para|paras|ref|c|ss?|pp?|etc|vs|viz|inc|llc|corp|bros|dba|e\.g|i\.e|jan|feb|mar|apr|aug|sept|oct|nov|dec"
    r"|con|nem)\.$",
    re.IGNORECASE,
)
# For "was", "had reported": a verb in its finite form makes a sentence of a line
FINITE_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|be|been|said|says|asked|noted|reported|informed"
    r"|advised|agreed|resolved|declared|received|presented|introduced|explained|welcomed|thanked|gave"
    r"|told|read|felt|considered|stated|proposed|seconded|moved|confirmed|opened|closed|attended|arrived"
    r"|left|sent|do|does|did|may|can|could|should|must|provided|raised|requested|outlined|referred|drew"
    r"|expressed|commented|queried|suggested|accepted|undertook|took|went|came|made|put|attempted"
    r"|called(?=\s(?:the|to|an?)\b))\b",
    re.IGNORECASE,
)
# For "RW chaired the meeting.", "The chair was taken by Mr Marsh"
CHAIRED = re.compile(r"\b(?:chaired|took the chair|chair was taken|in the chair|presided)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_][\w’']*")
ANY_WORD = re.compile(r"[^\W_]")
