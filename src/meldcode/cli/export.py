"""`meldcode export`: cases into one explicit file, or to standard output; nothing leaves without a record of it.

The record of an export follows the record that the summary was made from: its control code is the one on the page.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from meldcode.case.events import Exported, to_body
from meldcode.case.summary import Summary
from meldcode.cli import elsewhere, kept
from meldcode.cli.cases import open_quietly
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import expanded, new_file, worded
from meldcode.cli.listing import named
from meldcode.cli.output import Voice
from meldcode.cli.progress import progress
from meldcode.cli.reading import Reading
from meldcode.cli.recipients import recipients_of
from meldcode.cli.settings import clock
from meldcode.protocol.language import Language
from meldcode.vault import age
from meldcode.vault.store import CaseEntry, Vault

AGE = ".age"
"""How the name of an encrypted file ends."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export: how its files are called, whether it is for reading, and how it is made of summaries.

    `make` yields the bytes piece by piece, so that a form that can be written case by case needs no memory for all.
    `extra` is the package that must be installed for it, empty where meldcode itself is enough.
    """

    extension: str
    make: Callable[[Iterable[Summary], Language, datetime], Iterator[bytes]]
    binary: bool = False
    extra: str = ""
    trail: bool = False
    """Whether it needs the trail of each case, asked for or not."""


def _text(summaries: Iterable[Summary], language: Language, now: datetime) -> Iterator[bytes]:
    from meldcode.export.text import text  # noqa: PLC0415 - only the form that is asked

    return _after_each_other(text(each, language, now) for each in summaries)


def _markdown(summaries: Iterable[Summary], language: Language, now: datetime) -> Iterator[bytes]:
    from meldcode.export.markdown import markdown  # noqa: PLC0415 - as above

    return _after_each_other(markdown(each, language, now) for each in summaries)


def _after_each_other(texts: Iterable[str]) -> Iterator[bytes]:
    for number, each in enumerate(texts):
        yield (f"\n\n{each}" if number else each).encode()


def _html(summaries: Iterable[Summary], language: Language, now: datetime) -> Iterator[bytes]:
    from meldcode.export.page import page  # noqa: PLC0415 - as above

    return (piece.encode() for piece in page(summaries, language, now))


def _pdf(summaries: Iterable[Summary], language: Language, now: datetime) -> Iterator[bytes]:
    from meldcode.export.pdf import pdf  # noqa: PLC0415 - as above, and an extra

    yield pdf(summaries, language, now)


def _docx(summaries: Iterable[Summary], language: Language, now: datetime) -> Iterator[bytes]:
    from meldcode.export.docx import docx  # noqa: PLC0415 - as above, and an extra

    yield docx(summaries, language, now)


def _json(summaries: Iterable[Summary], language: Language, now: datetime) -> Iterator[bytes]:
    from meldcode.export.json import json_cases  # noqa: PLC0415 - as above

    return (piece.encode() for piece in json_cases(summaries, language, now.isoformat(timespec="seconds")))


def _csv(summaries: Iterable[Summary], language: Language, _now: datetime) -> Iterator[bytes]:
    from meldcode.export.csv import csv_lines  # noqa: PLC0415 - as above

    return (line.encode() for line in csv_lines(summaries, language))


FORMS: Mapping[str, Form] = {
    "text": Form("txt", _text),
    "md": Form("md", _markdown),
    "html": Form("html", _html),
    "pdf": Form("pdf", _pdf, binary=True, extra="typst"),
    "docx": Form("docx", _docx, binary=True, extra="docx"),
    "json": Form("json", _json),
    "csv": Form("csv", _csv, trail=True),
}


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked: which cases, in which form, where to, for whom, and with the trail or not."""

    codes: tuple[str, ...]
    every: bool
    form: str
    output: str
    to: tuple[str, ...]
    audit: bool


def export(voice: Voice, order: Order, descriptor: int | None) -> Exit:
    """Write the cases to a new file or to standard output, and record that in each of them."""
    name = _form_of(order)
    form, keys = FORMS[name], recipients_of(order.to)
    _refuse_early(voice, order, name, encrypted=bool(keys))
    vault = open_quietly(voice, descriptor)
    entries = _chosen(vault, order)
    strange = kept.unlisted(vault, entries, vault.case_codes_on_disk()) if order.every else ()
    if strange:
        voice.note("cli.list_unlisted", codes=named(strange))
    if not entries:
        voice.note("exporting.no_cases")
        return Exit.DAMAGED if strange else Exit.FINE
    with progress(voice, len(entries)) as bar:
        reading = Reading(voice, vault, bar, trail=order.audit or form.trail)
        pieces = form.make(_summaries(reading, entries), voice.language, clock())
        if keys:
            pieces = iter([age.encrypt(b"".join(pieces), keys)])
        recorded = f"{name}{AGE if keys else ''}"
        path = _put(voice, order, reading, pieces, recorded)
    if path:
        voice.note("cli.written", path=path)
        voice.note("exporting.done", count=reading.found)
    return Exit.FINE if reading.sound and not strange else Exit.DAMAGED


def _form_of(order: Order) -> str:
    """Return the form that was asked, or the one that the name of the file tells."""
    ending = Path(order.output.removesuffix(AGE)).suffix.removeprefix(".").lower()
    name = order.form or next((name for name, form in FORMS.items() if form.extension == ending), "")
    if name not in FORMS:
        raise CommandError(Exit.USAGE, "exporting.which_form", forms=", ".join(FORMS))
    return name


def _refuse_early(voice: Voice, order: Order, name: str, *, encrypted: bool) -> None:
    """Refuse what can't be, before anyone types a passphrase."""
    if order.every and order.codes:
        raise CommandError(Exit.USAGE, "exporting.not_both")
    if not order.every and not order.codes:
        raise CommandError(Exit.USAGE, "exporting.which")
    form = FORMS[name]
    if form.extra and not _is_installed(form.extra):
        raise CommandError(Exit.USAGE, "exporting.not_installed", form=name)
    if order.output == "-" and (form.binary or encrypted) and voice.is_read():
        ending = f"{form.extension}{AGE if encrypted else ''}"
        raise CommandError(Exit.USAGE, "exporting.no_terminal_binary", name=f"zaak.{ending}")


def _is_installed(package: str) -> bool:
    from importlib import import_module  # noqa: PLC0415 - only for a form that needs it

    try:
        import_module(package)
    except ImportError:
        return False
    return True


def _chosen(vault: Vault, order: Order) -> Sequence[CaseEntry]:
    """Return the rows of the cases, each once; raises `VaultError` `unknown_case`."""
    if order.every:
        return vault.cases()
    found = {entry.code: entry for entry in (kept.entry_of(vault, code) for code in order.codes)}
    return tuple(found.values())


def _summaries(reading: Reading, entries: Iterable[CaseEntry]) -> Iterator[Summary]:
    """Yield the summaries; raises `CommandError` where no case can be read at all."""
    yield from reading.summaries(entries)
    if not reading.found:
        raise CommandError(Exit.DAMAGED, "exporting.nothing_readable")


def _record(vault: Vault, codes: Iterable[str], form: str) -> None:
    """Record the export in each of these cases that is this vault's to change."""
    rows = {entry.code: entry for entry in vault.cases()}
    here = [code for code in codes if not elsewhere.is_elsewhere(rows[code])]
    vault.append_each(dict.fromkeys(here, to_body(Exported(form))))


def _put(voice: Voice, order: Order, reading: Reading, pieces: Iterator[bytes], recorded: str) -> str:
    """Put the bytes where they were asked; return the path of the file, or nothing for standard output.

    A file stays only if its export was recorded, and standard output gets nothing before that. A damaged case is left
    as it is.
    """
    if order.output == "-":
        content = b"".join(pieces)
        _record(reading.vault, reading.whole, recorded)
        reading.bar.clear()
        if voice.is_read():
            voice.out(content.decode())
        else:
            voice.data(content)
        return ""
    path = _named(order)
    with worded(path), new_file(path) as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        _record(reading.vault, reading.whole, recorded)
    return str(expanded(path).absolute())


def _named(order: Order) -> str:
    return f"{order.output}{AGE}" if order.to and not order.output.endswith(AGE) else order.output
