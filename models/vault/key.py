"""The key of encrypted books, and the keys drawn from it: one for each use, so that none gives another away."""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass, field
from functools import cached_property

KEY_BYTES = 32


@dataclass(frozen=True)
class Key:
    """256 random bits, in no text and no log. It is never made of a pass phrase: that only wraps it."""

    secret: bytes = field(repr=False)

    @cached_property
    def name(self) -> str:
        """Which key it is, in sixteen hex digits; says nothing of the key itself."""
        return self.drawn(b"name")[:8].hex()

    @cached_property
    def database(self) -> str:
        """The key of the database's pages, as SQLCipher takes a raw one."""
        return self.drawn(b"database").hex()

    @cached_property
    def files(self) -> bytes:
        """What the keys of the single files are drawn from."""
        return self.drawn(b"files")

    def file_name(self, sha256: str) -> str:
        """Under which name a content lies: whoever knows a document cannot tell whether it is here."""
        return hmac.digest(self._names, bytes.fromhex(sha256), hashlib.sha256).hex()

    @cached_property
    def _names(self) -> bytes:
        return self.drawn(b"names")

    def drawn(self, use: bytes) -> bytes:
        """32 bytes for one use: HKDF-Expand (RFC 5869, section 3.3: a random key needs no extraction)."""
        return expanded(self.secret, b"qingzhang " + use)


def new_key() -> Key:
    """A key nobody has had before."""
    return Key(os.urandom(KEY_BYTES))


def expanded(secret: bytes, use: bytes) -> bytes:
    """One block of HKDF-Expand with SHA-256."""
    return hmac.digest(secret, use + b"\x01", hashlib.sha256)
