"""The program with its window: opens the portfolio, dresses the window, keeps it true to the settings."""

from __future__ import annotations

import argparse
import faulthandler
import getpass
import logging
import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from platformdirs import user_data_dir
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, QTimer
from PySide6.QtWidgets import QApplication

from models import settings as declared
from models.actions.demo import fill
from models.actions.desk import Desk
from models.actions.settings import choose
from models.changes import Changes
from models.clock import Clock
from models.queries.settings import setting
from models.rules.problems import Problem, Refused
from models.settings import FONT_PERCENT, LANGUAGE, THEME, USER_NAME
from models.store import Store, open_store
from models.store.database import SCHEMA
from models.store.folder import DataFolder
from models.store.generations import keep_before_migration
from models.store.keys import read_keys
from models.store.locks import FolderLock
from models.store.store import worded
from models.store.tries import Tries
from models.vault.key import Key
from ui import i18n, theme
from ui.common.ask import confirm, tell
from ui.common.dialog import DialogShell
from ui.common.key_dialog import KeyDialog, asked_key
from ui.common.mishap import Mishaps
from ui.common.scratch import sweep_scratch
from ui.context import AppContext, Render
from ui.faults import CRASH, RunMark, fault_handler, report
from ui.jobs import Jobs
from ui.lock.window_lock import WindowLock
from ui.main_window import MainWindow
from ui.mishap_dialog import MishapDialog
from ui.problems import sentence, sentences
from ui.settings.restore_window import RestoreWindow
from ui.single_instance import SingleInstance
from ui.trust.closing_backup import ClosingBackup
from ui.trust_desk import TrustDesk

DEMO_CLAIMS = 300
DEMO_USER = "林晓"
"""One of the made-up owners of the sample, so that 我负责的 shows something."""
_DAY_CHECK_MS = 60_000
_ANSWER_CHECK_MS = 200
_DAMAGED = frozenset(("base_damaged", "not_a_database", "database_unreadable", "key_file_damaged"))


def open_window(parsed: argparse.Namespace, render: Render) -> int:
    """Open the window on the folder that was named, or on sample data; returns the exit status."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("Qingzhang")
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    session = Session(app, parsed, render)
    if not session.begin():
        return session.status
    code = app.exec()
    session.end()
    return code


@dataclass(frozen=True)
class Looks:
    """What another choice of makes the window be built or dressed anew."""

    language: str
    user: str
    theme: str
    font_percent: int


class Session(QObject):
    """One run of the window: the portfolio that is open, and its window, which may be built several times."""

    def __init__(self, app: QCoreApplication, parsed: argparse.Namespace, render: Render) -> None:
        super().__init__()
        self.app, self.parsed, self.render = app, parsed, render
        self.clock = Clock(parsed.today)
        self.status = 0
        self.jobs = Jobs(self)
        self.mishaps = Mishaps(self)
        self.store: Store | None = None
        self.single: SingleInstance | None = None
        self.demo_folder: Path | None = None
        self.window: MainWindow | None = None
        self.context: AppContext | None = None
        self.looks: Looks | None = None
        self.anew = QTimer(self)
        self.anew.setSingleShot(True)
        self.anew.timeout.connect(self._build_when_free)
        self.day: date = self.clock.today()
        self.run_mark: RunMark | None = None
        self.faults: logging.Handler | None = None
        self.crash_file: IO[str] | None = None
        self.broke_off = False
        self.unlocked = False
        self.trust: TrustDesk | None = None
        self.lock = WindowLock(self)

    # --- opening and closing -----------------------------------------------------------------------

    def begin(self) -> bool:
        """Open what was asked for; False where there is nothing to show, ``status`` says how it ended."""
        language = self.parsed.lang or i18n.language_of_system()
        i18n.speak(self.app, language)
        theme.apply(self.app, "system", 1.0, language)  # type: ignore[arg-type]
        try:
            opened = self._open_demo() if self.parsed.demo else self._open(self._folder())
            if opened:
                with worded(self._store.folder):
                    self._wanted()  # settings that cannot be read are no start
        except Refused as refusal:
            self._close()
            self._not_opened(refusal, language)
            return False
        if not opened:
            return False
        self.mishaps.install()
        self.mishaps.happened.connect(self._tell_mishap)
        self.jobs.failed.connect(self.mishaps.failed)
        self.day_check = QTimer(self)
        self.day_check.setInterval(_DAY_CHECK_MS)
        self.day_check.timeout.connect(self._look_at_the_day)
        self.day_check.start()
        self._build()
        return True

    def _not_opened(self, refusal: Refused, language: str) -> None:
        """Say why; where the books are damaged, offer to bring a backup back beside them."""
        self.status = 1
        title, words = self.tr("清账没有打开"), sentences(refusal.problems, language)
        if not _DAMAGED.intersection(problem.code for problem in refusal.problems):
            tell(None, title, words, self.tr("知道了"))
        elif confirm(None, title, words, self.tr("从备份恢复")):
            self.jobs = Jobs(self)
            context = AppContext(None, self.clock, self.render, declared, self.jobs, language=language)
            RestoreWindow(context, DataFolder(self._folder())).show()
            self.app.exec()
            self.jobs.close()

    def _folder(self) -> Path:
        return self.parsed.data or Path(user_data_dir("Qingzhang", appauthor=False))

    def _open(self, root: Path) -> bool:
        """Open a folder unless another window has it; that one is raised, or named.

        The window that has encrypted books comes up for a second start without their key.
        """
        folder = DataFolder(root)
        single = SingleInstance(root, FolderLock(folder.window_lock))
        self.unlocked = folder.encrypted
        key = None
        if folder.encrypted and (single.raise_other() or (key := self._asked_key(folder)) is None):
            self.jobs.close()
            return False
        store = open_store(
            root, key=key, before_migration=lambda older: keep_before_migration(older, self.clock.now())
        )
        if store.writable and not single.take():
            store.close()
            if not single.raise_other():
                problem = Problem("window_elsewhere", single.lock.holder())
                tell(None, self.tr("清账没有打开"), sentence(problem, i18n.language()), self.tr("知道了"))
                self.status = 1
            return False
        single.raised.connect(self._raise)
        self.store, self.single = store, single if store.writable else None
        if store.writable:
            sweep_scratch(root)
            self._log_to(store)
        return True

    def _asked_key(self, folder: DataFolder) -> Key | None:
        """The key of encrypted books, for which their pass phrase is asked; None where nobody gives it."""
        context = AppContext(None, self.clock, self.render, declared, self.jobs, language=i18n.language())
        told = self.tr("“%1”里的数据已加密。").replace("%1", folder.root.name)
        return asked_key(KeyDialog(context, read_keys(folder.root), told, Tries(folder)))

    def _log_to(self, store: Store) -> None:
        """Keep faults in the data folder, without what the books hold; tell whether the last run broke off."""
        logs = store.folder.logs
        self.faults = fault_handler(logs)
        logging.getLogger().addHandler(self.faults)
        self.run_mark = RunMark(logs)
        self.broke_off = self.run_mark.begin()
        self.crash_file = (logs / CRASH).open("a", encoding="utf-8")
        faulthandler.enable(self.crash_file)

    def _log_no_more(self) -> None:
        if self.run_mark is not None and self.faults is not None and self.crash_file is not None:
            logging.getLogger().removeHandler(self.faults)
            self.faults.close()
            faulthandler.disable()
            self.crash_file.close()
            self.run_mark.end()
        self.run_mark = self.faults = self.crash_file = None

    def _open_demo(self) -> bool:
        """The sample portfolio in a folder that goes with the window."""
        self.demo_folder = Path(tempfile.mkdtemp(prefix="qingzhang-demo-"))
        opened = self._open(self.demo_folder / "data")
        if opened and self.store is not None:
            desk = Desk(self.store, self.clock, DEMO_USER)
            fill(desk, DEMO_CLAIMS)
            choose(desk, USER_NAME, DEMO_USER)
        return opened

    def _close(self) -> None:
        """Let the portfolio go; what is under way is finished first."""
        self.anew.stop()
        if self.window is not None:
            self.window.keep_looks()
            self.window.arrivals.stop()
        if self.trust is not None:
            self.trust.stop()
        self.jobs.close()
        if self.store is not None:
            self.store.close()
        if self.single is not None:
            self.single.let_go()
        self._log_no_more()
        if self.demo_folder is not None:
            shutil.rmtree(self.demo_folder, ignore_errors=True)
        self.store = self.single = self.demo_folder = None

    def end(self) -> None:
        """The window has closed: back up what was written, then let go."""
        self.anew.stop()
        self.lock.stop()
        self.window = None
        if self.trust is not None:
            self.trust.stop()
            self.trust = None
        if (
            self.context is not None
            and self.store is not None
            and self.store.writable
            and not self.demo_folder
        ):
            ClosingBackup(self.context).run()
        self._close()

    def change_portfolio(self, *, demo: bool) -> None:
        """From the own books to the sample data, or back."""
        self._close()
        self.jobs = Jobs(self)
        self.jobs.failed.connect(self.mishaps.failed)
        if self._open_demo() if demo else self._open(self._folder()):
            self._build()
        else:
            self.app.quit()

    # --- the window --------------------------------------------------------------------------------

    def _wanted(self) -> Looks:
        store = self._store
        chosen = setting(store, LANGUAGE)
        language = self.parsed.lang or (i18n.language_of_system() if chosen == "system" else chosen)
        user = setting(store, USER_NAME) or getpass.getuser()
        return Looks(language, user, setting(store, THEME), setting(store, FONT_PERCENT))

    @property
    def _store(self) -> Store:
        if self.store is None:
            raise RuntimeError("no portfolio is open")
        return self.store

    def _build(self) -> None:
        """A new window in the looks that are wanted; the one before goes."""
        old, self.looks = self.window, self._wanted()
        i18n.speak(self.app, self.looks.language)
        self._dress(self.looks)
        self.context = AppContext(
            self._store,
            self.clock,
            self.render,
            declared,
            self.jobs,
            language=self.looks.language,
            user=self.looks.user,
        )
        self.context.bus.changed.connect(self._settings_changed)
        self.window = MainWindow(self.context, demo=self.demo_folder is not None)
        self.window.demo_requested.connect(lambda: self.change_portfolio(demo=True))
        self.window.left.connect(lambda: self.change_portfolio(demo=False))
        if old is not None:
            if "settings" in old.rooms.open:
                self.window.rooms.settings()
            self.window.setGeometry(old.geometry())
            if self.trust is not None:
                self.trust.stop()
            old.watch.stop()
            old.arrivals.stop()
            old.hide()
            old.deleteLater()
        self.lock.guard(self.context, self.window, opened=self.unlocked)
        self.window.begin()
        self._keep_safe(first=old is None)

    def _keep_safe(self, *, first: bool) -> None:
        """Own books are checked and backed up; the sample goes with its window."""
        if self.demo_folder is not None or self.window is None:
            return
        self.trust = TrustDesk(self.window)
        self.trust.begin(self._report() if first and self.broke_off else "")

    def _report(self) -> str:
        store = self._store
        counts = [
            (table, store.database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 (our own names)
            for table in ("journal", "claim", "letter", "evidence")
        ]
        return report(store.folder.logs, SCHEMA, counts)

    def _dress(self, looks: Looks) -> None:
        theme.apply(self.app, looks.theme, looks.font_percent / 100, looks.language)  # type: ignore[arg-type]

    def _settings_changed(self, changes: Changes) -> None:
        if not (changes.settings or changes.everything):
            return
        before, now = self.looks, self._wanted()
        if before is None or now == before:
            return
        self.looks = now
        if (before.language, before.user) != (now.language, now.user):
            self.anew.start(0)  # not from within the window's own signal: it is about to go
        else:
            self._dress(now)

    def _build_when_free(self) -> None:
        """Build the window anew, but not under a question: whoever asked it would be gone before it is answered."""
        if _somebody_is_asked():
            self.anew.start(_ANSWER_CHECK_MS)
        else:
            self._build()

    def _look_at_the_day(self) -> None:
        # What was typed in open windows would go with the old one.
        waits = self.jobs.busy or self.lock.locked or _somebody_is_asked() or _something_is_typed()
        if self.clock.today() != self.day and not waits:
            self.day = self.clock.today()
            if self.context is not None:
                self.context.bus.day_changed.emit()
            self._build()

    def _raise(self) -> None:
        if self.window is not None:
            self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
            self.window.raise_()
            self.window.activateWindow()

    def _tell_mishap(self, told: str) -> None:
        """The report, with this fault at its end also where no log is kept."""
        known = self._report() if self.store is not None else ""
        MishapDialog(self.window, known if told in known else f"{known}\n{told}").show()


def _something_is_typed() -> bool:
    """Whether an open window holds what is in no book yet."""
    shells = (each for each in QApplication.topLevelWidgets() if isinstance(each, DialogShell))
    return any(shell.isVisible() and shell.has_draft for shell in shells)


def _somebody_is_asked() -> bool:
    """Whether a question, or a box of the system, waits within the loop that runs the program, be it hidden or not."""
    return QThread.currentThread().loopLevel() > 1
