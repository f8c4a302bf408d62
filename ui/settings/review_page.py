"""评审与登记: what the monthly review looks at, when a claim is registered late, when a promise is broken."""

from __future__ import annotations

from models.settings import (
    PROMISE_GRACE_DAYS,
    REGISTRATION_DAYS,
    REVIEW_BIG_YUAN,
    REVIEW_MEASURE_DAYS,
    WATCH_DAYS,
    Setting,
)
from ui.context import AppContext
from ui.problems import worded
from ui.settings.section import Section


class ReviewPage(Section):
    """Numbers, each with what its default rests on and its bounds."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("评审与登记"))
        for which, label in (
            (WATCH_DAYS, self.tr("列为关注：到期前多少天起")),
            (REVIEW_BIG_YUAN, self.tr("必须逐笔评审：余额从多少元起")),
            (REVIEW_MEASURE_DAYS, self.tr("处置措施：多少个工作日内办完")),
            (REGISTRATION_DAYS, self.tr("登记债权：成交后多少个工作日内")),
            (PROMISE_GRACE_DAYS, self.tr("承诺到期后宽限（天）")),
        ):
            self.add_number(which, label, self._hint(which))

    def _hint(self, which: Setting[int]) -> str:
        limits = self.tr("%1，可设 %2 至 %3")
        source = worded(f"setting_source_{which.key}", self.context.language)
        return limits.replace("%1", source).replace("%2", str(which.least)).replace("%3", f"{which.most:,}")
