"""INP-11 and INP-18: no text becomes a path, and what can't be kept is refused at every door with a message."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from meldcode.case.answers import AnswerError, free_text, judged
from meldcode.cli.errors import CommandError
from meldcode.cli.forms import written
from meldcode.cli.local_folder import Wish, folder_name
from meldcode.protocol import library, overlay_file
from meldcode.protocol.diagnostics import RefusedError
from meldcode.protocol.library import UnknownSectorError
from meldcode.vault.errors import VaultError
from tests.case.shipped import protocol_of
from tests.cli.program import Program
from tests.endtoend.made import made_case
from tests.endtoend.test_walk import PASSPHRASE, Sitting
from tests.export.papers import SIGNAL
from tests.hostile.corpus import CORPUS, MOST, REFUSED
from tests.shared import installed
from tests.vault.helpers import FACTS, empty_vault, tree

if TYPE_CHECKING:
    from pathlib import Path


NAMES = tuple(each for each in CORPUS if len(each.text) <= 1_000)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return Program(installed(), tmp_path_factory.mktemp("elders"))


# Names that are looked up


def test_a_sector_is_looked_up_and_never_opened() -> None:
    for name in (*(each.text for each in NAMES), "../algemeen", "x/../algemeen", "algemeen.json", "algemeen\0"):
        with pytest.raises(UnknownSectorError):
            library.protocol(name)


def test_an_overlay_extends_only_what_is_there(tmp_path: Path) -> None:
    head = 'format: 1\noverlay: lokaal\nversion: 1.0.0\nowner: Gemeente\nreviewed: 2026-11-23\nbase: "1.0"\n'
    for each in (*NAMES[::3], replace(NAMES[0], text="../sectors/onderwijs")):
        path = tmp_path / "overlay.yaml"
        path.write_bytes(f"{head}extends: {json.dumps(each.text)}\n".encode("utf-8", "surrogatepass"))
        with pytest.raises(RefusedError):
            overlay_file.read(path)


def test_a_code_of_a_case_or_of_kept_bytes_is_never_a_path(tmp_path: Path) -> None:
    from meldcode.vault.age import Key  # noqa: PLC0415 - loads the library that encrypts, only here

    vault = empty_vault(tmp_path / "kluis", Key.generate())
    vault.create({"a": 1}, FACTS)
    before = tree(tmp_path)
    for each in (*NAMES, replace(NAMES[0], text="../kluis"), replace(NAMES[0], text="../../etc")):
        for ask in (vault.read, vault.kept, lambda code: vault.append(code, {"a": 1}, FACTS)):
            with pytest.raises(VaultError) as refused:
                ask(each.text)
            assert refused.value.code in {"unknown_case", "absent"}
            assert each.text not in str(refused.value.values) or len(each.text) < 3
    assert tree(tmp_path) == before


def test_a_folder_is_named_after_an_owner_in_plain_letters() -> None:
    for each in NAMES:
        name = folder_name(Wish("", None, ("onderwijs",), each.text))
        assert re.fullmatch(r"meldcode-[a-z0-9]+(-[a-z0-9]+)*", name), each.name


def test_a_file_to_write_is_the_one_that_was_named_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is what its user says; nothing is made beside it, and a name that can't be one is refused in words."""
    folder = tmp_path / "hier"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder))
    odd = ("~niemand/x", "a\0b", "", ".", "..", "\ud800", "x" * 5_000, "x/y", "/", "/dev/full/x", "/proc/x")
    for name in odd:
        with pytest.raises(CommandError) as refused:
            written(name, "inhoud")
        assert refused.value.exit_code == 7
        assert refused.value.said("nl").isprintable()
    assert list(folder.iterdir()) == []


# What can't be kept


def test_a_text_that_cannot_be_kept_is_refused_wherever_a_text_is_taken() -> None:
    protocol = protocol_of("onderwijs")
    weighing, signals = protocol.questions["weging"], protocol.questions["signalen"]
    for each in REFUSED:
        with pytest.raises(AnswerError) as refused:
            free_text(each.text)
        codes = {refused.value.code}
        places = (
            (weighing, each.text),
            *((signals, [{"signal": SIGNAL, key: each.text}]) for key in ("seen", "meaning")),
        )
        for question, raw in places:
            with pytest.raises(AnswerError) as refused:
                judged(protocol, question, raw)
            codes.add(refused.value.code)
            assert not any(each.text in value for value in refused.value.values.values())
        assert codes <= {"A04", "A05"}


def test_what_is_no_text_is_refused_at_once_by_advise_and_said_once_a_line(program: Program) -> None:
    lines = [json.dumps({"id": each.name, "sector": "onderwijs", "answers": {"weging": each.text}}) for each in REFUSED]
    lines += [json.dumps({"id": "sector", "sector": each.text, "answers": {}}) for each in REFUSED]
    lines += [json.dumps({"id": each.text[:5], "sector": "onderwijs", "answers": {each.text: 1}}) for each in REFUSED]
    given = "\n".join(lines).encode() + b'\n{"id": "bytes", "answers": {"weging": "caf\xff"}}\n'
    done = program.run("advise", "--answers", "-", "--jsonl", stdin=given)
    assert done.code == 1
    assert len(done.lines) == len(lines) + 1
    refused = [line for line in done.lines if "error" in line or "findings" in line or "problem" in line]
    assert [line["id"] for line in done.lines[: len(REFUSED)]] == [each.name for each in REFUSED]
    assert all("advice" not in line for line in done.lines[: 2 * len(REFUSED)])
    assert len(refused) >= 2 * len(REFUSED) + 1
    assert done.out.isascii()
    assert "x" * 200 not in done.err + json.dumps(refused)


@pytest.mark.parametrize("content", [b"caf\xff", b"a\0b", b"\xff\xfe\x00", b"\xed\xa0\x80", b"x" * 1_100_000])
def test_bytes_that_are_no_text_on_standard_input_are_refused_with_one_message(
    program: Program, content: bytes
) -> None:
    for given in (b"answers:\n  weging: " + content + b"\n", b'{"answers": {"weging": "' + content + b'"}}'):
        done = program.run("advise", "-s", "onderwijs", "--answers", "-", stdin=given)
        assert (done.code, done.out) == (4, "")
        assert done.err.startswith("stdin:")
        assert len(done.err) < 1_000


def test_in_plain_lines_it_is_said_and_asked_again_and_the_rest_is_kept(tmp_path: Path) -> None:
    vault = tmp_path / "kluis"
    code = made_case(vault, PASSPHRASE)
    sitting = Sitting(vault, "note", code, "--plain")
    sitting.write("Wachtwoord", PASSPHRASE)
    for bad in (b"caf\xff", b"nul\0", b"\xed\xa0\x80"):
        sitting.see("regel")
        sitting.output = b""
        sitting.program.send(bad + b"\n\n")
        sitting.see("Fout:")
        sitting.see("Typ")
        sitting.program.send(b":leeg\n")
    sitting.output = b""
    for _ in range(MOST // 4_000 + 1):
        sitting.program.send(b"y" * 3_999 + b"\n")
    sitting.program.send(b"\n")
    sitting.see("Fout:")
    sitting.program.send(b":leeg\nGoed zo.\n\n")
    assert sitting.end() == 0
    assert b"\x1b" not in sitting.output
    assert b"Traceback" not in sitting.output
