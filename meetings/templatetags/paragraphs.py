"""Item text for templates."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text whose paragraphs are divided by one empty line."""
    return [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
