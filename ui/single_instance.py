"""One window a data folder: a second start raises the first, or says who has it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from models.store.locks import FolderLock

_WAIT_MS = 1000
_RAISE = b"raise"


def _name(folder: Path) -> str:
    return "qingzhang-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]


class SingleInstance(QObject):
    """``raised`` comes when another start asked for this window."""

    raised = Signal()

    def __init__(self, folder: Path, lock: FolderLock) -> None:
        super().__init__()
        self.lock, self.name = lock, _name(folder)
        self.server = QLocalServer(self)
        self.server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self.server.newConnection.connect(self._asked)

    def take(self) -> bool:
        """Whether the folder's window is ours from now on."""
        if not self.lock.try_now():
            return False
        # A crash may have left the name behind; whoever holds the lock may clear it.
        QLocalServer.removeServer(self.name)
        self.server.listen(self.name)
        return True

    def raise_other(self) -> bool:
        """Ask the window that is open to come to the front; whether it answered."""
        socket = QLocalSocket()
        socket.connectToServer(self.name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(_RAISE)
        sent = socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()
        return bool(sent)

    def let_go(self) -> None:
        """The window has closed."""
        self.server.close()
        self.lock.release()

    def _asked(self) -> None:
        while self.server.hasPendingConnections():
            socket = self.server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
        self.raised.emit()
