"""Turn the judged training file into plain values, after checking what it refers to."""

from collections.abc import Collection, Iterator

from meldcode.protocol.compile import sources
from meldcode.protocol.diagnostics import Finding
from meldcode.protocol.scalars import place_of, unknown
from meldcode.protocol.schema_training import CriterionSpec, OfferSpec, TrainingSpec
from meldcode.protocol.training import Accreditation, Criterion, Offer, Training


def wrong(spec: TrainingSpec, sectors: Collection[str], regions: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each source, sector and region that is named and not there."""
    citing: tuple[OfferSpec | CriterionSpec, ...] = (*spec.offers, *spec.criteria)
    for each in citing:
        yield from unknown("R04", each.also, spec.sources, each.place)
    for offer in spec.offers:
        yield from unknown("R15", offer.sectors, sectors, offer.place)
        for name in offer.regions:
            if name not in regions:
                values = {"key": "regions", "given": name, "allowed": ", ".join(regions)}
                yield Finding("S04", place_of(name, offer.place), values)


def compiled(spec: TrainingSpec) -> Training:
    """Return the catalogue as plain values, in the order of the file."""
    accreditations = (Accreditation(each.id, each.name, each.text, each.source) for each in spec.accreditations)
    criteria = (
        Criterion(each.id, each.text, each.source, each.covered, each.our_part, each.also) for each in spec.criteria
    )
    offers = tuple(_offer(each) for each in spec.offers)
    return Training(spec.notice, offers, tuple(accreditations), tuple(criteria), sources(spec.sources))


def _offer(spec: OfferSpec) -> Offer:
    told = {name: getattr(spec, name) for name in Offer.__dataclass_fields__ if name != "url"}
    return Offer(**told | {"unverified": None if spec.verified else spec.unverified})
