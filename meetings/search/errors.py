"""What can keep the index from being read or written."""

from __future__ import annotations


class SearchUnavailable(Exception):
    """The index is missing, damaged or made by another version of the code; ``rebuild_index`` makes it anew."""


class IndexBusy(Exception):
    """Another process has been writing the index for longer than one waits for it."""
