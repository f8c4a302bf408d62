"""Warned of before it does harm: a network share, a folder that a cloud keeps in step, a clock set back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from models.clock import Clock
from models.store import open_store
from models.store.surroundings import doubts, list_mounts


def codes(store, now=None, mounts=(("/", "ext4"),)):
    return [problem.code for problem in doubts(store, now or Clock().now(), mounts)]


def test_of_books_on_a_disk_of_this_computer_nothing_is_said(store, claim):
    claim()
    assert codes(store) == []


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs"])
def test_a_network_share_is_named_with_the_folder(store, kind):
    root = store.folder.root
    (found,) = doubts(store, Clock().now(), [("/", "ext4"), (str(root.parent), kind)])
    assert (found.code, found.params["folder"]) == ("on_network", str(root))


def test_the_deepest_mount_counts_and_of_two_on_one_spot_the_later(store):
    parent = str(store.folder.root.parent)
    assert codes(store, mounts=[("/", "nfs"), (parent, "ext4")]) == []
    assert codes(store, mounts=[(parent, "ext4"), (parent, "nfs")]) == ["on_network"]
    assert codes(store, mounts=[(parent, "nfs"), (f"{parent}-other", "ext4")]) == ["on_network"]


def test_the_mounts_of_this_machine_hold_its_root():
    assert any(at == "/" for at, _ in list_mounts())


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - 苏南精工", "OneDrive"),
        ("Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Dropbox (Firma)", "Dropbox"),
        ("我的坚果云", "坚果云"),
        ("BaiduSyncdisk", "百度网盘"),
        ("WPS云盘", "WPS 云盘"),
    ],
)
def test_a_folder_that_a_cloud_keeps_in_step_is_named_with_the_service(tmp_path: Path, folder, service):
    store = open_store(tmp_path / folder / "财务" / "data", bind=False)
    (found,) = doubts(store, Clock().now(), [])
    assert (found.code, found.params["service"]) == ("in_cloud", service)
    store.close()


def test_a_cloud_is_known_by_what_it_leaves_in_a_folder_of_any_name(store):
    (store.folder.root.parent / ".stfolder").mkdir()
    assert codes(store) == ["in_cloud"]


def test_a_folder_that_is_only_named_alike_is_not_taken_for_one(tmp_path: Path):
    store = open_store(tmp_path / "old-dropbox" / "seafile2", bind=False)
    assert codes(store) == []
    store.close()


def test_a_clock_before_the_last_entry_is_told_and_seconds_are_not(store, claim):
    claim()
    now = Clock().now()
    assert codes(store, now - timedelta(seconds=30)) == []
    assert codes(store, now - timedelta(hours=1)) == ["clock_behind"]


def test_books_without_an_entry_know_of_no_clock(store):
    assert codes(store, Clock().now() - timedelta(days=4000)) == []
