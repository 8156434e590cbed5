"""Who changed which row, when, from what to what: kept by simple-history beside each model that bears a `History`."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.contrib.auth.models import User
from simple_history import register
from simple_history.models import HistoricalRecords

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Deed:
    name: str
    by: User | None


_deed: ContextVar[_Deed | None] = ContextVar("deed", default=None)


def deed(name: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """What the function changes is told in the log as this deed ("published"), of the user that its keyword ``by``
    names. Of a deed that is part of another, the outer one's name is told."""

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        @wraps(function)
        def told(*args: P.args, **kwargs: P.kwargs) -> T:
            by = kwargs.get("by")
            token = _deed.set(_deed.get() or _Deed(name, by if isinstance(by, User) else None))
            try:
                return function(*args, **kwargs)
            finally:
                _deed.reset(token)

        return told

    return decorate


class History(HistoricalRecords):
    """The log of one model's rows. Outside a `deed` the user is that of the request, and the deed has no name."""

    def get_history_user(self, instance: Any) -> Any:
        current = _deed.get()
        return current.by if current and current.by else super().get_history_user(instance)

    def m2m_changed(self, instance: Any, action: str, attr: str, pk_set: Any, reverse: bool, **more: Any) -> None:
        """Of the row that holds the list: simple-history would take the row at its other end for one of this model."""
        if not reverse:
            super().m2m_changed(instance, action, attr, pk_set, reverse, **more)

    def get_change_reason_for_object(self, instance: Any, history_type: str, using: str | None) -> str | None:
        current = _deed.get()
        return current.name if current else super().get_change_reason_for_object(instance, history_type, using)


register(User, app="meetings", records_class=History, excluded_fields=["password", "last_login"])
