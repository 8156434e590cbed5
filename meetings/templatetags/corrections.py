"""Corrections in words, for the clerk."""

from __future__ import annotations

from django import template

from meetings.representations import corrections

register = template.Library()
register.filter("subject", corrections.subject)
register.filter("before_and_after", corrections.before_and_after)
