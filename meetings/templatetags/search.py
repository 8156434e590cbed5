"""The words that a search was for, marked on the pages that it leads to."""

from __future__ import annotations

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def found(context: Context, words: str) -> str | SafeString:
    """The words, escaped, with marks where the page was come to from a search: the context's ``finder``."""
    finder = context.get("finder")
    return finder.mark(words) if finder else words
