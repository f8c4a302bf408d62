"""The choices that change what the program does: each declared once, typed, with its bounds and its source."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from models.rules import clocks
from models.rules.problems import Problem, Refused

T = TypeVar("T", str, int, bool)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One choice, bounded by ``choices``, by ``least`` and ``most`` (inclusive), or by what is ``readable``.

    ``source`` says where a default comes from.
    """

    key: str
    default: T
    choices: tuple[T, ...] = ()
    least: int | None = None
    most: int | None = None
    source: str = ""
    readable: Callable[[T], bool] | None = None

    def checked(self, value: T) -> T:
        """The value if it is allowed; Refused (``setting_out_of_range``) otherwise."""
        allowed = type(value) is type(self.default) and (not self.choices or value in self.choices)
        if allowed and isinstance(value, int):
            allowed = (self.least is None or value >= self.least) and (
                self.most is None or value <= self.most
            )
        if allowed and self.readable is not None:
            allowed = self.readable(value)
        if not allowed:
            raise Refused(
                Problem("setting_out_of_range", {"setting": self.key, "value": str(value)}, self.key)
            )
        return value

    def read(self, text: str | None) -> T:
        """The value of its stored JSON; the default where nothing, or nothing allowed, is stored."""
        if text is None:
            return self.default
        try:
            return self.checked(json.loads(text))
        except (ValueError, Refused):
            return self.default


LANGUAGE = Setting("language", "system", ("system", "zh_CN", "en"))
THEME = Setting("theme", "system", ("system", "light", "dark"))
FONT_PERCENT = Setting("font_percent", 100, (100, 115, 130))
ROW_HEIGHT = Setting("row_height", "standard", ("compact", "standard", "loose"))
USER_NAME = Setting("user_name", "")
BACKUP_FOLDER = Setting("backup_folder", "")
DELIVERY_DAYS = Setting(
    "delivery_days", 3, least=0, most=30, source="house default: usual transit of EMS within the mainland"
)
DAYS_TO_PAY = Setting(
    "days_to_pay",
    15,
    least=15,
    most=30,
    source="house default: 15 to 30 days is what practice holds reasonable",
)
REPEAT_DAYS = Setting(
    "repeat_days",
    30,
    least=1,
    most=180,
    source="house default: days before the same kind of letter is due again",
)
WATCH_DAYS = Setting(
    "watch_days", 7, least=0, most=90, source="house default: monthly review, due within a week"
)
PROMISE_GRACE_DAYS = Setting("promise_grace_days", 0, least=0, most=10, source="house default")
REVIEW_BIG_YUAN = Setting(
    "review_big_yuan",
    500_000,
    least=0,
    most=1_000_000_000,
    source="house default: monthly review, from this balance on a watched or bad claim is always looked at",
)
REVIEW_MEASURE_DAYS = Setting(
    "review_measure_days",
    10,
    least=1,
    most=60,
    source="house default: working days within which a measure of the review is done",
)
REGISTRATION_DAYS = Setting(
    "registration_days",
    2,
    least=0,
    most=30,
    source="product.md row 1: a claim is registered within two working days of the deal",
)
LATE_PERCENT = Setting(
    "late_percent",
    150,
    (130, 140, 150),
    source="买卖合同解释 18(4): 30 to 50 % over the LPR where nothing was agreed",
)
LATE_LPR = Setting(
    "late_lpr", "fixed", ("fixed", "floating"), source="买卖合同解释 18(4): the LPR at the time of breach"
)
SEA_BY_DEMAND = "demand"
SEA_INTERRUPTION = Setting(
    "sea_interruption",
    "suit",
    ("suit", SEA_BY_DEMAND),
    source="海商法 1992, 267: suit, arbitration or consent; to be checked against the text in force since 2026-05-01",
)
"""What interrupts the one and two years of carriage by sea and charter parties."""
ALARM_DAYS = Setting(
    "alarm_days",
    ",".join(str(day) for day in clocks.ALARM_DAYS),
    source="house default: days before a clock ends; the longest is also when limitation enters the day's list",
    readable=clocks.are_alarms,
)
WATCH_FOLDER = Setting("watch_folder", "")
"""Where ledgers are put to be imported by themselves; empty: nowhere."""
WATCH_HOUR = Setting(
    "watch_hour",
    7,
    least=0,
    most=23,
    source="house default: after the night's exports, before the office opens",
)
WATCH_STRICT = Setting(
    "watch_strict",
    True,
    (True, False),
    source="house default: what is booked while nobody looks must leave nothing to be judged",
)
PLAN_LIMIT = Setting(
    "plan_limit",
    500_000,
    least=0,
    most=1_000_000_000,
    source="house default: yuan from which a plan needs approval",
)
SCORE_AMOUNT = Setting("score_amount", 30, least=0, most=100, source="house default: weight of the amount")
SCORE_AGE = Setting("score_age", 20, least=0, most=100, source="house default: weight of the age")
SCORE_CLOCK = Setting(
    "score_clock", 25, least=0, most=100, source="house default: weight of the nearest clock"
)
SCORE_PROMISE = Setting(
    "score_promise", 15, least=0, most=100, source="house default: weight of broken promises"
)
SCORE_CHANCE = Setting(
    "score_chance", 10, least=0, most=100, source="house default: weight of the chance of success"
)
NOTICE_HOUR = Setting("notice_hour", -1, least=-1, most=23, source="house default: no notice")
"""The hour at which the desktop is told how much is due; -1: never."""

KEEP_YEARS = Setting(
    "keep_years",
    30,
    least=20,
    most=100,
    source="会计档案管理办法 14: accounting vouchers, thirty years; CC 188: a claim lapses after twenty at the latest",
)
"""Years that evidence is kept after the end of the year in which its last claim ended."""
SCAN_FOLDER = Setting("scan_folder", "")
"""Where the scanner puts its files; they wait there until they are filed. Empty: none."""

LOCK_MINUTES = Setting(
    "lock_minutes",
    5,
    least=1,
    most=10,
    source="house default: minutes without any input until the window locks",
)
LOCK_MINIMISED = Setting(
    "lock_minimised", False, (True, False), source="house default: minimising is no leaving"
)

LETTER_WINDOW = Setting("letter_window", False, (True, False), source="house default: plain envelopes")
LETTER_QR = Setting("letter_qr", False, (True, False), source="house default")
LETTER_LOGO = Setting("letter_logo", "")
LETTER_SIGNATURE = Setting("letter_signature", "")
"""Pictures in Base64, PNG or JPEG; empty: none."""
LETTER_ORDER = Setting("letter_order", "asked", ("asked", "postcode"), source="house default")
LETTER_COPIES = Setting("letter_copies", 1, least=1, most=4, source="house default: the sealed one only")
LETTER_DUPLEX = Setting(
    "letter_duplex", False, (True, False), source="house default: one side, as files are kept"
)
CUSTOMER_CODE = Setting("customer_code", "")
"""协议客户代码, by which the post bills the firm; printed on its waybills. Empty: none."""

ALL: tuple[Setting[str] | Setting[int] | Setting[bool], ...] = (
    LANGUAGE, THEME, FONT_PERCENT, ROW_HEIGHT, USER_NAME, BACKUP_FOLDER, DELIVERY_DAYS, DAYS_TO_PAY, REPEAT_DAYS,
    WATCH_DAYS, PROMISE_GRACE_DAYS, REVIEW_BIG_YUAN, REVIEW_MEASURE_DAYS, REGISTRATION_DAYS,
    LATE_PERCENT, LATE_LPR, SEA_INTERRUPTION, ALARM_DAYS, WATCH_FOLDER, WATCH_HOUR, WATCH_STRICT, PLAN_LIMIT,
    SCORE_AMOUNT, SCORE_AGE, SCORE_CLOCK, SCORE_PROMISE, SCORE_CHANCE, NOTICE_HOUR, KEEP_YEARS, SCAN_FOLDER,
    LETTER_WINDOW, LETTER_QR, LETTER_LOGO, LETTER_SIGNATURE, LETTER_ORDER, LETTER_COPIES, LETTER_DUPLEX,
    CUSTOMER_CODE, LOCK_MINUTES, LOCK_MINIMISED,
)  # fmt: skip
