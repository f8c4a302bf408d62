"""What goes wrong in a method that Qt calls is handed to Qt whole, so that it is told and never ends the program.

Up to Python 3.11 an exception that C code raised – an index out of range, an object of Qt that has gone – has only a
kind and a text until Python code catches it. PySide6 takes it for a whole one where it reports a fault in an overridden
method, and the process dies. See docs/decisions/0005-faults-in-overrides.md.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

FIRST_WHOLE_PYTHON = (3, 12)
"""From 3.12 on every exception is whole from the start."""


def guard_overrides() -> None:
    """From now on each new class guards the methods it overrides; to be called before any window's class is made."""
    if sys.version_info[:2] < FIRST_WHOLE_PYTHON:
        QObject.__init_subclass__ = classmethod(_guard)  # type: ignore[method-assign,assignment]


def _guard(made: type[QObject], /, **choices: Any) -> None:
    super(QObject, made).__init_subclass__(**choices)
    of_qt = [vars(base) for base in made.__mro__ if base.__module__.startswith("PySide6.")]
    for name, method in list(vars(made).items()):
        called_by_qt = not name.startswith("__") and any(name in theirs for theirs in of_qt)
        if called_by_qt and isinstance(method, FunctionType):
            setattr(made, name, _whole(method))


def _whole(method: FunctionType) -> Callable[..., Any]:
    """The method, whose exceptions pass through Python once.

    A method without arguments stays one: PySide6 counts them, and gives a slot what a signal carries.
    """

    @wraps(method)
    def alone(self: QObject, **named: Any) -> Any:
        try:
            return method(self, **named)
        except BaseException:
            raise

    @wraps(method)
    def told_more(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:
            raise

    return alone if method.__code__.co_argcount == 1 else told_more
