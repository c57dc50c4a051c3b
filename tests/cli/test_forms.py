"""A file that leaves the program: new, whole, and for its owner only (USR-07); and a file that someone gives."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from meldcode.cli import forms
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import given_file, shown, write_new
from meldcode.cli.output import Voice
from tests.export.papers import advice_on

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_a_file_is_for_its_owner_only_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        path = Path(write_new(str(tmp_path / "zaak.md"), "Één regel\n"))
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == "Één regel\n".encode()


def test_the_full_path_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert write_new("zaak.md", "a") == str(tmp_path / "zaak.md")


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    there = tmp_path / "zaak.md"
    there.write_text("oud", "utf-8")
    with pytest.raises(FileExistsError):
        write_new(str(there), "nieuw")
    assert there.read_text("utf-8") == "oud"


@pytest.mark.parametrize("target", ["ergens-anders.md", "er-is-niets.md"])
def test_a_link_is_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "ergens-anders.md").write_text("oud", "utf-8")
    (tmp_path / "zaak.md").symlink_to(tmp_path / target)
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        write_new(str(tmp_path / "zaak.md"), "nieuw")
    assert (tmp_path / "ergens-anders.md").read_text("utf-8") == "oud"
    assert not (tmp_path / "er-is-niets.md").exists()


@pytest.mark.parametrize("name", ["er-is-niets/zaak.md", "", "."])
def test_a_name_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        write_new(f"{tmp_path}/{name}", "nieuw")
    assert list(tmp_path.iterdir()) == []


def test_what_was_not_written_whole_is_taken_away(tmp_path: Path) -> None:
    """Half of a pair is no text in UTF-8: writing fails after the file was made."""
    with pytest.raises(ValueError, match="surrogates"):
        write_new(str(tmp_path / "zaak.md"), "half \ud800")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_there_when_its_name_is_on_the_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "flush_folder", failing(errno.EIO))
    with pytest.raises(OSError, match="Input/output error"):
        write_new(str(tmp_path / "zaak.md"), "nieuw")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("reason", [errno.EINVAL, errno.ENOTSUP, errno.EACCES])
def test_a_share_that_cannot_flush_folders_takes_files_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    monkeypatch.setattr(forms, "flush_folder", failing(reason))
    assert Path(write_new(str(tmp_path / "zaak.md"), "nieuw")).read_text("utf-8") == "nieuw"


def failing(reason: int) -> Callable[[Path], None]:
    def refuse(_folder: Path) -> None:
        raise OSError(reason, os.strerror(reason))

    return refuse


def test_a_folder_is_no_file_to_read_and_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    other = CommandError(Exit.DAMAGED, "handover.no_bundle", file="x")
    with pytest.raises(CommandError) as folder:
        given_file(str(tmp_path), other)
    assert (folder.value.exit_code, folder.value.key) == (Exit.MISSING, "cli.unreadable")
    os.mkfifo(tmp_path / "pijp")
    with pytest.raises(CommandError) as pipe:
        given_file(str(tmp_path / "pijp"), other)
    assert pipe.value is other


def test_each_form_is_that_form() -> None:
    voice, summary = Voice("nl"), advice_on("veiligheid=ja")
    assert shown(summary, voice, "text").startswith("SAMENVATTING")
    assert shown(summary, voice, "md").startswith("# Samenvatting")
    assert shown(summary, voice, "json").startswith("{")
