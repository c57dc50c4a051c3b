"""What happened in a case, record by record: the appendix for whoever must be able to check it."""

TEXTS = {
    "intro": (
        (
            "Elke handeling in deze zaak, in de volgorde waarin zij is vastgelegd. Antwoorden die nu tellen of in een "
            "eerdere weging telden, staan hierboven. De controlecode van een record legt alles tot en met dat record "
            "vast. Nakijken kan met: meldcode verify {code} --control CONTROLECODE"
        ),
        (
            "Everything done in this case, in the order in which it was recorded. Answers that count now, or counted "
            "in an earlier weighing, stand above. The control code of a record fixes everything up to that record. To "
            "check it: meldcode verify {code} --control CONTROLCODE"
        ),
    ),
    "whole": (
        "Alle {count} records zijn er, in volgorde en ongewijzigd.",
        "All {count} records are there, in order and unchanged.",
    ),
    "remark": ("LET OP: {text}", "PLEASE NOTE: {text}"),
    "record": ("Record {number}, {at}, door {who}", "Record {number}, {at}, by {who}"),
    "control": ("controlecode {control}", "control code {control}"),
    "event.started": ("zaak begonnen met protocol {sector} {version}", "case started with protocol {sector} {version}"),
    "event.answered": ("vraag beantwoord: {question}", "question answered: {question}"),
    "event.changed": ("antwoord gewijzigd: {question}", "answer changed: {question}"),
    "event.drafted": (
        "begonnen aan een antwoord, nog niet af: {question}",
        "answer begun, not finished: {question}",
    ),
    "event.skipped": ("vraag overgeslagen: {question}", "question passed over: {question}"),
    "event.retracted": ("antwoord ingetrokken: {question}", "answer taken back: {question}"),
    "event.noted": ("notitie gemaakt", "note made"),
    "event.reopened": ("heropend om opnieuw te wegen; reden: {reason}", "reopened to weigh again; reason: {reason}"),
    "event.closed": ("zaak gesloten; reden: {reason}", "case closed; reason: {reason}"),
    "event.filed": (
        "bevestigd dat de samenvatting in het officiële dossier staat",
        "confirmed that the summary is in the official file",
    ),
    "event.opened.show": ("zaak bekeken", "case looked at"),
    "event.opened.resume": ("zaak geopend om verder te gaan", "case opened to go on"),
    "event.opened.other": ("zaak geopend ({how})", "case opened ({how})"),
    "event.exported": (
        "samenvatting uit de kluis gehaald, in de vorm {format}",
        "summary taken out, in the form {format}",
    ),
    "event.renewed": (
        "een nieuwere versie van het protocol overgenomen: {version}",
        "a newer version of the protocol taken over: {version}",
    ),
    "event.declined": (
        "een nieuwere versie van het protocol niet overgenomen: {version}",
        "a newer version of the protocol not taken over: {version}",
    ),
    "event.handedover.handover": (
        "zaak ingepakt om over te dragen aan sleutel {to}",
        "case packed to be handed over to key {to}",
    ),
    "event.handedover.copy": ("kopie om te lezen ingepakt voor sleutel {to}", "copy to read packed for key {to}"),
    "event.received": ("zaak ontvangen van {sender}", "case received from {sender}"),
    "event.other": ("{event}", "{event}"),
}
