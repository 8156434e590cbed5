"""Is a declaration one that a browser takes? What it does not understand leaves the declaration before it in force."""

from __future__ import annotations

from meetings.parsing.extract import css_values

_ANYWHERE = frozenset(("inherit", "initial", "revert", "revert-layer", "unset"))
_DISPLAYS = frozenset((
    "block", "contents", "flex", "flow", "flow-root", "grid", "inline", "inline-block", "inline-flex", "inline-grid",
    "inline-table", "list-item", "math", "none", "ruby", "ruby-base", "ruby-text", "table", "table-caption",
    "table-cell", "table-column", "table-column-group", "table-footer-group", "table-header-group", "table-row",
    "table-row-group", "-webkit-box", "-webkit-flex", "-webkit-inline-box", "-webkit-inline-flex",
))  # fmt: skip
_OVERFLOWS = frozenset(("auto", "clip", "hidden", "overlay", "scroll", "visible"))
_WORDS = {
    "display": _DISPLAYS,
    "visibility": frozenset(("collapse", "hidden", "visible")),
    "content-visibility": frozenset(("auto", "hidden", "visible")),
    "position": frozenset(("absolute", "fixed", "relative", "static", "sticky", "-webkit-sticky")),
    "overflow": _OVERFLOWS,
    "overflow-x": _OVERFLOWS,
    "overflow-y": _OVERFLOWS,
}
_COLOURS = frozenset(("background-color", "color", "-webkit-text-fill-color"))
_COLOUR_WORDS = frozenset((
    "currentcolor", "accentcolor", "accentcolortext", "activetext", "buttonborder", "buttonface", "buttontext",
    "canvas", "canvastext", "field", "fieldtext", "graytext", "highlight", "highlighttext", "linktext", "mark",
    "marktext", "visitedtext", "window", "windowtext", "infobackground", "infotext", "menu", "menutext",
))  # fmt: skip
_COLOUR_FUNCTIONS = frozenset(("color", "color-mix", "hsl", "hwb", "lab", "lch", "light-dark", "oklab", "oklch", "rgb"))
_BACKGROUND_WORDS = frozenset((
    "border-box", "bottom", "center", "contain", "content-box", "cover", "fixed", "left", "local", "no-repeat", "none",
    "padding-box", "repeat", "repeat-x", "repeat-y", "right", "round", "scroll", "space", "text", "top", "auto",
))  # fmt: skip
_LENGTHS = frozenset((
    "bottom", "font-size", "height", "inset", "left", "margin", "margin-left", "margin-top", "max-height", "max-width",
    "padding", "padding-left", "padding-top", "right", "text-indent", "top", "width",
))  # fmt: skip
_NEVER_NEGATIVE = frozenset((
    "font-size", "height", "max-height", "max-width", "padding", "padding-left", "padding-top", "width",
))  # fmt: skip
_LENGTH_WORDS = frozenset((
    "auto", "fit-content", "max-content", "min-content", "none", "stretch", "-webkit-fill-available",
))  # fmt: skip
_TEXT_INDENT_WORDS = frozenset(("each-line", "hanging"))
_FUNCTIONS = {
    "clip": frozenset(("rect",)),
    "clip-path": frozenset(("circle", "ellipse", "inset", "path", "polygon", "rect", "shape", "xywh")),
    "transform": frozenset((
        "matrix", "matrix3d", "perspective", "rotate", "rotate3d", "rotatex", "rotatey", "rotatez", "scale", "scale3d",
        "scalex", "scaley", "scalez", "skew", "skewx", "skewy", "translate", "translate3d", "translatex", "translatey",
        "translatez",
    )),
}  # fmt: skip
_SHAPE_WORDS = frozenset((
    "auto", "none", "border-box", "content-box", "fill-box", "margin-box", "padding-box", "stroke-box", "view-box",
))  # fmt: skip


def is_valid(name: str, value: str) -> bool:
    """Whether a browser takes a value for a property; True for a property that is not looked at here."""
    parts = css_values.tokens(value)
    if "var(" in value or (len(parts) == 1 and value in _ANYWHERE):
        return True
    if words := _WORDS.get(name):
        several = name in ("display", "overflow") and "none" not in value
        told = {part.lower_value for part in parts if part.type == "ident"}
        return 0 < len(parts) <= (2 if several else 1) and bool(told) and told <= words
    if name in _COLOURS:
        return len(parts) == 1 and (_is_colour_word(value) or _is_colour_function(parts[0]))
    if name == "background":
        named = (part.serialize().lower() for part in parts if part.type in ("ident", "hash"))
        return all(word in _BACKGROUND_WORDS or _is_colour_word(word) for word in named)
    if name == "opacity":
        return len(parts) == 1 and (css_values.number(parts[0]) is not None or parts[0].type == "function")
    if name in _LENGTHS:
        return 0 < len(parts) <= 4 and all(_is_length(name, part) for part in parts)
    if functions := _FUNCTIONS.get(name):
        return bool(parts) and all(
            (part.type == "function" and part.lower_name in functions)
            or (part.type == "ident" and part.lower_value in _SHAPE_WORDS)
            or part.type == "url"
            for part in parts
        )
    return True


def _is_colour_word(value: str) -> bool:
    return value in _COLOUR_WORDS or css_values.colour(value) is not None


def _is_colour_function(part: css_values.Token) -> bool:
    return part.type == "function" and part.lower_name in _COLOUR_FUNCTIONS


def _is_length(name: str, part: css_values.Token) -> bool:
    match part.type:
        case "number" | "percentage" | "dimension":
            return css_values.is_length(part) and (part.value >= 0 or name not in _NEVER_NEGATIVE)
        case "function":
            return True
        case "ident":
            words = css_values.SIZES if name == "font-size" else _LENGTH_WORDS
            return part.lower_value in words or (name == "text-indent" and part.lower_value in _TEXT_INDENT_WORDS)
    return False
