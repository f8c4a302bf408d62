"""批量催款函: pick the debtors, look at the very pages, print them, register the mail numbers.

The letters are issued when the clerk prints or exports: numbers are drawn and the PDFs stored in one act. Printing,
saving and registering are repeatable steps over what is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, reduce
from operator import or_
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from models.actions.letter_copies import copy_out
from models.actions.letters import Run, issue, mark_printed
from models.actions.post import mail_many
from models.changes import Changes
from models.progress import Progress
from models.queries.claims import claim_rows
from models.queries.letter_rows import LetterRow, letter_rows
from models.queries.letter_runs import printed_before
from models.queries.letters import Recipient, due_claims, recipients
from models.queries.settings import setting
from models.rules.problems import Problem
from models.settings import LETTER_COPIES, LETTER_DUPLEX, REPEAT_DAYS
from ui.common.ask import choose_folder, choose_printer
from ui.common.buttons import shown_key
from ui.common.dialog import WizardShell
from ui.context import AppContext
from ui.letters.check_page import CheckPage
from ui.letters.choose_page import CHOSEN, DUE, ChoosePage, columns
from ui.letters.print_page import PrintPage
from ui.letters.printing import Printing
from ui.letters.recipient_list import AddresseeModel, addressees, totals
from ui.letters.waybill_list import waybill_list
from ui.letters.waybill_page import WaybillPage
from ui.problems import catalogue, sentences, worded

CHOOSE, CHECK, PRINT, REGISTER = range(4)
UNPRINTABLE = ("glyph_missing", "letter_gap")
"""What is found out only while a letter is set; everything else stood on the page before."""

_KEEP_EVERY = 10


class LetterWizard(WizardShell):
    """``debtor_requested`` carries the key of a debtor whose data should be mended; ``issued`` the Run.

    ``claim_ids`` are those of the selection; None begins with all that are due. ``letters`` are keys of letters
    issued before, to be printed (``at=PRINT``) or registered (``at=REGISTER``).
    """

    debtor_requested = Signal(int)
    issued = Signal(object)
    registered = Signal()

    def __init__(
        self,
        context: AppContext,
        claim_ids: Sequence[int] | None = None,
        kind: str = "demand",
        parent: QWidget | None = None,
        *,
        letters: Sequence[int] = (),
        at: int = PRINT,
    ) -> None:
        steps = (self.tr("选择债务人"), self.tr("核对与预览"), self.tr("打印"), self.tr("登记 EMS 单号"))
        super().__init__(parent, self.tr("批量催款函"), (1280, 800), steps, self.tr("下一步"))
        self.context, self.claim_ids = context, None if claim_ids is None else list(claim_ids)
        self.letters: list[LetterRow] = []
        self._wrong = ""
        self._everything = True
        self._kind, self._scope = kind, CHOSEN if claim_ids is not None else DUE
        self._build()
        self.stepped.connect(self._stepped)
        context.bus.changed.connect(self._news)
        if letters:
            self._begin_with(list(letters), at)
        else:
            self.go(CHECK)
            self._load()
            self.forbid(context.forbidden("statement" if kind == "statement" else "letters"))

    def _build(self) -> None:
        formats = self.context.formats
        titles = (
            self.tr("债务人"), self.tr("笔数"), self.tr("合计"), self.tr("账龄"), self.tr("核对"),
        )  # fmt: skip
        self.model = AddresseeModel(columns(formats, titles))
        self.model.ticks_changed.connect(self._say)
        self.add_later(lambda: self.choose_page)
        self.add_later(lambda: self.check_page)
        self.add_later(lambda: self.print_page)
        self.add_later(lambda: self.waybill_page)
        self.export = self.add_button(self.tr("导出 PDF"), "file-text", "Ctrl+Shift+E")
        self.export.clicked.connect(lambda: self._issue(self._ask_folder))
        self.saved.connect(self._primary)

    @cached_property
    def choose_page(self) -> ChoosePage:
        """Step 1."""
        page = ChoosePage(self.context.formats, self.model, self._scope, self.stack)
        page.scope_changed.connect(self._scope_chosen)
        page.mend_wanted.connect(self.debtor_requested)
        return page

    @cached_property
    def check_page(self) -> CheckPage:
        """Step 2."""
        page = CheckPage(self.context, self.model, self._kind, self.stack)
        page.kind_changed.connect(lambda _: self._load())
        page.why_given.connect(self._load)
        page.changed.connect(self._say)
        page.mend_wanted.connect(self.debtor_requested)
        return page

    @cached_property
    def print_page(self) -> PrintPage:
        """Step 3."""
        page = PrintPage(self.stack)
        page.print_wanted.connect(self._ask_printer)
        page.folder_wanted.connect(self._ask_folder)
        page.open_wanted.connect(_show_folder)
        return page

    @cached_property
    def waybill_page(self) -> WaybillPage:
        """Step 4."""
        page = WaybillPage(self.context, self.stack)
        page.changed.connect(self._say)
        return page

    # --- who --------------------------------------------------------------------------------------------

    def _scope_chosen(self, scope: str) -> None:
        self._scope, self._everything = scope, True
        self._load()

    def _load(self) -> None:
        """Ask who would get a letter of this kind now."""
        context, kind, why = self.context, self.check_page.options.kind, self.check_page.options.override_why
        scope, chosen = self._scope, self.claim_ids

        def work(_progress: Progress) -> list[Any]:
            claims = chosen if scope == CHOSEN and chosen is not None else _claims(context, scope, kind)
            found = recipients(context.store, kind, claims, context.today, override_why=why)
            return addressees(context.store, found, context.language)

        context.jobs.read(work, self._loaded, self._not_done, owner=self)

    def _loaded(self, rows: list[Any]) -> None:
        before, known = set(self.model.ticks), {row.id for row in self.model.rows if row.may_go}
        self.model.set_rows(rows)
        fresh = {row.id for row in rows if row.goes_unasked and (self._everything or row.id not in known)}
        self.model.set_ticks(fresh | ({row.id for row in rows if row.may_go} & before))
        first, self._everything = self._everything, False
        if self.step == CHECK:
            self.check_page.open() if first else self.check_page.look_again()
        self._say()

    def _news(self, changes: Changes) -> None:
        """A debtor's address was mended, or something was paid meanwhile."""
        if self.step in (CHOOSE, CHECK) and (changes.debtors or changes.claims or changes.everything):
            self._load()

    # --- what the foot says ---------------------------------------------------------------------------------

    def _stepped(self, step: int) -> None:
        self.back.setVisible(step in (CHECK, REGISTER))
        self.export.setVisible(step == CHECK)
        key = "Ctrl+P" if step == CHECK else "Ctrl+Return"
        self.primary.picture = "printer" if step == CHECK else ""
        self.primary.key = shown_key(key)
        self.primary.setShortcut(QKeySequence(key))
        if step == CHECK:
            self.check_page.open()
        elif step == CHOOSE:
            self.choose_page.table.setFocus()
        self._say()

    def _say(self) -> None:
        self.primary.set_words(self._next_words())
        self.primary.setEnabled(self._may_go_on())
        self.export.setEnabled(self.step == CHECK and self.check_page.ready)
        self.say(self._footer())
        if self.step == CHOOSE:
            self.choose_page.counts.setText(self._sums())

    def _next_words(self) -> str:
        if self.step == CHECK:
            number = len(self.model.ticked)
            return self.tr("打印 %1 封", "", number).replace("%1", f"{number:,}")
        if self.step == REGISTER:
            number = len(self.waybill_page.list.sound)
            return self.tr("登记 %1 个单号", "", number).replace("%1", f"{number:,}")
        return self.tr("全部正常") if self.step == PRINT and self._all_printed() else self.tr("下一步")

    def _all_printed(self) -> bool:
        printing = self.print_page.printing
        return printing is not None and printing.complete

    def _may_go_on(self) -> bool:
        if self.step == CHECK:
            return self.check_page.ready
        if self.step == PRINT:
            return self.print_page.printing is None or not self.print_page.printing.running
        if self.step == REGISTER:
            page = self.waybill_page
            return bool(page.list.sound) and not page.list.faulty and page.day.day is not None
        return bool(self.model.ticked)

    def _sums(self) -> str:
        formats, ticked = self.context.formats, self.model.ticked
        words = self.tr("%1 封可打印", "", len(ticked)).replace("%1", formats.count(len(ticked)))
        sums = [formats.money(fen, currency) for currency, fen in totals(ticked).items()]
        said = [self.tr("合计 %1").replace("%1", "＋".join(sums))] if sums else []
        return formats.joined([words, *said])

    def _footer(self) -> str:
        if self.step in (CHOOSE, CHECK):
            return self._sums()
        if self.step == REGISTER:
            return self.tr("登记后进入投递跟踪；寄出本身不中断时效")
        return self.tr("下一步登记 EMS 单号，也可以以后从“函件”里登记")

    # --- acting -----------------------------------------------------------------------------------------------

    def _primary(self) -> None:
        acts: dict[int, Callable[[], object]] = {
            CHOOSE: lambda: self.go(CHECK),
            CHECK: lambda: self._issue(self._ask_printer),
            PRINT: self._to_register,
            REGISTER: self._register,
        }
        acts[self.step]()

    def _issue(self, then: Callable[[], object]) -> None:
        """Issue what is ticked, in one act, then print or save it."""
        if not self.check_page.ready:
            return
        context, options = self.context, self.check_page.options
        told = [*self.model.ticked, *self.model.set_aside]
        claims = list(dict.fromkeys(row.id for each in told for row in each.recipient.rows))
        kind, order, triage = (
            options.kind,
            self.check_page.order(),
            self.model.triage(claims, self.tr("未勾选")),
        )
        why = options.override_why
        self.primary.setEnabled(False)
        self.export.setEnabled(False)

        def work(progress: Progress) -> Run:
            desk, render = context.desk, context.render
            return issue(
                desk, kind, claims, render, order, triage=triage, override_why=why, progress=progress
            )

        context.act(
            work,
            lambda run: self._issued(run, then),
            self._not_done,
            on_end=self._say_unless_wrong,
            title=self.tr("正在出具函件"),
            icon="letters",
            owner=self,
        )

    def _issued(self, run: Run, then: Callable[[], object]) -> None:
        self.issued.emit(run)
        if not run.letters:
            self._wrong = self.tr("没有出具函件：%1").replace("%1", self._whys(run.skipped))
            return
        self._begin_with([made.letter for made in run.letters], PRINT)
        barred = [each for each in run.skipped if each.why_not in UNPRINTABLE]
        if barred:
            names = self.context.formats.listed(each.addressee for each in barred)
            words = self.tr("%1 的函件没有出具：%2").replace("%2", self._whys(barred))
            self.print_page.tell_barred(words.replace("%1", names))
        then()

    def _whys(self, skipped: Iterable[Recipient]) -> str:
        """What kept these letters from being issued."""
        marks = catalogue(self.context.language)
        days = {"days": str(setting(self.context.store, REPEAT_DAYS)), "waiting": ""}
        codes = {f"mark_{each.why_not}" for each in skipped if each.why_not}
        return "、".join(worded(code, self.context.language, days) for code in sorted(codes & marks.keys()))

    def _not_done(self, problems: tuple[Problem, ...]) -> None:
        self._wrong = sentences(problems, self.context.language)
        self.say(self._wrong, "bad")

    def _say_unless_wrong(self) -> None:
        wrong, self._wrong = self._wrong, ""
        self._say()
        if wrong:
            self.say(wrong, "bad")

    def _begin_with(self, letters: list[int], at: int) -> None:
        """Take letters that are issued to printing or registering."""
        rows = {row.id: row for row in letter_rows(self.context.store, letters)}
        self.letters = [rows[key] for key in letters if key in rows and not rows[key].voided]
        title = self.tr("正在打印催款函")
        printing = Printing(self.context.jobs, self.context.store, self.letters, title)
        printing.printed = printed_before(self.context.store, [each.id for each in self.letters])
        printing.stopped.connect(self._say)
        printing.advanced.connect(self._keep_printed)
        self.print_page.show_printing(printing)
        self.go(PRINT)
        if at == REGISTER:
            self._to_register()

    def _keep_printed(self, printed: int) -> None:
        """Keep every tenth time, and at the end, how far the pile has come, for the next window to go on from."""
        if printed % _KEEP_EVERY == 0 or printed == len(self.letters):
            first = (printed - 1) // _KEEP_EVERY * _KEEP_EVERY
            keys, desk = [each.id for each in self.letters[first:printed]], self.context.desk
            self.context.jobs.write(lambda _: mark_printed(desk, keys), owner=self)

    def _dress(self, printer: Any) -> None:
        """Copies and both sides as the firm has them, unless the clerk chose otherwise just now."""
        copies = setting(self.context.store, LETTER_COPIES)
        if printer.copyCount() == 1 and copies > 1:
            printer.setCopyCount(copies)
        if setting(self.context.store, LETTER_DUPLEX):
            printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)

    def _ask_printer(self) -> None:
        """Print on a printer the clerk chooses; where there is none, save instead."""
        try:
            printer = choose_printer(self, self.tr("打印函件"))
        except LookupError:
            self.print_page.say_wrong(self.tr("这台电脑没有打印机。函件已存好，可以存为 PDF 后到别处打印。"))
            return
        if printer is not None and self.print_page.printing is not None:
            self._dress(printer)
            self.print_page.printing.start(printer)
            self.print_page.refresh()
            self._say()

    def _ask_folder(self) -> None:
        """Copy the stored PDFs into a folder."""
        folder = choose_folder(self, self.tr("存为 PDF"))
        if folder is None:
            return
        context, keys = self.context, [letter.id for letter in self.letters]
        context.jobs.write(
            lambda _: copy_out(context.desk, keys, folder),
            lambda files: self.print_page.show_saved(folder, len(files)),
            lambda problems: self.print_page.say_wrong(sentences(problems, context.language)),
            title=self.tr("正在存为 PDF"),
            owner=self,
        )

    def _to_register(self) -> None:
        self.waybill_page.show_list(waybill_list(self.context.store, [each.id for each in self.letters]))
        self.go(REGISTER)
        self.waybill_page.scan.setFocus()

    def _register(self) -> None:
        """Keep every number that is sound."""
        page, context = self.waybill_page, self.context
        numbers = [(entry.id, entry.typed) for entry in page.list.sound]
        day, source, carrier = page.day.day, page.source.currentData(), page.carrier.currentData()
        if not self._may_go_on():
            return

        def work(progress: Progress) -> Changes:
            done = mail_many(context.desk, numbers, day, source, carrier=carrier, progress=progress)
            return reduce(or_, done, Changes())

        title = self.tr("正在登记单号")
        context.act(work, self._registered, self._not_done, title=title, icon="barcode", owner=self)

    def _registered(self, _changes: Changes) -> None:
        self.registered.emit()
        self.close()


def _claims(context: AppContext, scope: str, kind: str) -> list[int]:
    if scope == DUE:
        return due_claims(context.store, kind, context.today)
    rows = claim_rows(context.store, context.today, context.today)
    return [row.id for row in rows if row.days_overdue > 0]


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
