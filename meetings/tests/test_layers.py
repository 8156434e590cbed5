"""The layers of `docs/decisions/0001-layers.md`: an import points only downwards; some names stay in their place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from meetings.tests.environment import PROJECT

# From low to high. Packages of one row do not know each other.
LAYERS = [
    {"parsing", "checks", "trouble"},
    {"models"},
    {"migrations", "search_indexes"},
    {"search"},
    {"linking", "correcting"},
    {"storing"},
    {"publishing"},
    {"ingest"},
    {"representations"},
    {"feeds", "exports"},
    {"forms"},
    {"templatetags"},
    {"views", "api", "admin"},
    {"management", "apps"},
    {"urls"},
]
HEIGHT = {package: height for height, packages in enumerate(LAYERS) for package in packages}
# Who may import these.
PLACES = {"whoosh": ("meetings/search/backends/",), "haystack": ("meetings/search/", "meetings/search_indexes.py")}


def modules() -> list[Path]:
    """The app's modules but for its tests, as paths inside the project."""
    paths = (path.relative_to(PROJECT) for path in sorted((PROJECT / "meetings").rglob("*.py")))
    return [path for path in paths if path.parts[1] not in {"tests", "__init__.py"}]


def imports(node: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    """The dotted names that are imported at or below ``node`` of a module in ``package``; not those for types alone."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield from (name for branch in child.orelse for name in imports(branch, package))
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=module, level=level, names=names):
                start = ".".join((*package[: len(package) - level + 1], module or "")).strip(".") if level else module
                # `from meetings import models` imports meetings.models.
                yield from (f"{start}.{alias.name}" for alias in names)
            case _:
                yield from imports(child, package)


def faults(path: Path, text: str) -> list[str]:
    """What is wrong with the imports of the module at ``path`` inside the project."""
    tree = ast.parse(text)
    layer = path.parts[1].removesuffix(".py")
    found = []
    if layer not in HEIGHT:
        found.append(f"{layer} is in no layer")
    for name in imports(tree, path.parent.parts):
        first, *rest = name.split(".")
        if first == "meetings" and rest:
            target = rest[0]
            if target != layer and HEIGHT.get(target, len(LAYERS)) >= HEIGHT.get(layer, 0):
                found.append(f"{layer} imports {name}")
        elif first == "minutes_portal" or (layer == "parsing" and first in {"django", "haystack"}):
            found.append(f"{layer} imports {name}")
        if first in PLACES and not path.as_posix().startswith(PLACES[first]):
            found.append(f"{first} has no place here")
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
        if not (path.name == "apps.py" and function.name == "ready"):
            found += [f"{function.name}() imports {name}" for name in imports(function, path.parent.parts)]
    return found


@pytest.mark.parametrize("path", modules(), ids=str)
def test_imports_point_downwards(path: Path) -> None:
    assert faults(path, (PROJECT / path).read_text()) == []


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        ("parsing/lines.py", "from meetings.models import Item", "parsing imports meetings.models.Item"),
        ("parsing/lines.py", "from ..models import Item", "parsing imports meetings.models.Item"),
        ("parsing/lines.py", "import django.db", "parsing imports django.db"),
        ("models/meeting.py", "from meetings import views", "models imports meetings.views"),
        ("models/meeting.py", "from minutes_portal import settings", "models imports minutes_portal.settings"),
        ("views/browse.py", "from meetings.api import shapes", "views imports meetings.api.shapes"),
        ("views/search.py", "from haystack.query import SearchQuerySet", "haystack has no place here"),
        ("search/engine.py", "import whoosh.index", "whoosh has no place here"),
        ("linking/chain.py", "def link():\n    import json", "link() imports json"),
        ("shop/till.py", "import json", "shop is in no layer"),
    ],
)
def test_a_fault_is_seen(path: str, text: str, fault: str) -> None:
    assert fault in faults(Path("meetings", path), text)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("parsing/lines.py", "from .patterns import ITEM"),
        ("models/meeting.py", "if TYPE_CHECKING:\n    from meetings.views import browse"),
        ("views/browse.py", "from meetings.models import Item"),
        ("apps.py", "def ready(self):\n    from meetings import checks"),
        ("search/backends/whoosh.py", "from whoosh import index"),
    ],
)
def test_what_is_right_is_no_fault(path: str, text: str) -> None:
    assert faults(Path("meetings", path), text) == []
