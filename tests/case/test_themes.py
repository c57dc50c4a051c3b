"""A theme that demands an expert keeps the advice at `overleg` until someone was consulted, also by leaving it open."""

import pytest

from meldcode.case.advice import advise
from meldcode.case.answers import judged
from meldcode.case.state import settled
from meldcode.protocol import library

ANSWERS = {
    "direct_gevaar": "nee",
    "betrokkenen": [{"role": "kind", "age": 15, "client": "ja"}],
    "pleger": "huiselijke_kring",
    "signalen": [],
    "collega": "ja",
    "gesprek": "niet_gevoerd",
    "gesprek_reden": "veiligheid",
    "vermoeden": "ja",
    "veiligheid": "nee",
    "hulp": "ja",
    "acceptatie": "ja",
}


def level(theme: str, **consulted: str) -> str:
    protocol = library.protocol("algemeen")
    raw = {**ANSWERS, "thema": [theme], **consulted}
    answers = {name: judged(protocol, protocol.questions[name], value) for name, value in raw.items()}
    return advise(protocol, settled(protocol, answers)).level


@pytest.mark.parametrize("theme", ["achterlating", "eer", "huwelijksdwang", "kmdf", "mensenhandel", "vgv"])
def test_without_any_consult_the_advice_is_to_consult(theme: str) -> None:
    assert level(theme) == "overleg"
    assert level(theme, vt_advies="nee") == "overleg"
    assert level(theme, vt_advies="nee", deskundige="nee") == "overleg"
    assert level(theme, vt_advies="ja", deskundige="nee") == "hulp"
    assert level(theme, vt_advies="nee", deskundige="ja") == "hulp"
