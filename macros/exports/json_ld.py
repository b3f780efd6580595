"""Claims as linked data: schema.org's Claim for each, its works, and our own words for what schema.org has none for."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from macros.addresses import address
from macros.evidence import supporting
from macros.exports.head import schema_type
from macros.exports.page_record import Publication
from macros.handbook import Handbook
from macros.model.claim import Claim
from macros.model.vocabulary import Role

_SAME = ("does_not_prove", "rests_on", "resolved", "searched", "reviewed", "pillars", "legs")
"""Fields of a claim that go out as they are; what each means stands in the model."""
TERMS = {
    "population": "Whom the claim speaks of.",
    "grade": "How sure we may be that the statement as worded is true; computed from the facts recorded here.",
    "reasons": "Why the claim has its grade, in order.",
    "borrowed_from": "The populations that were studied, where nobody studied the one that the claim speaks of.",
    "disputed": "Whether a source disputes the claim and nobody has settled it.",
    "disputes": "The works that dispute the claim.",
    **{name: str(Claim.model_fields[name].description) for name in ("relation", "evidence", *_SAME)},
}
"""Our own terms, which stand in the context, and what each means."""


def claims_json(handbook: Handbook, publication: Publication) -> str:
    """Return every claim and every work that it names, as one JSON-LD graph with the data set first."""
    claims: Mapping[str, Claim] = handbook.entries["claims"]  # type: ignore[assignment]
    keys = dict.fromkeys(link.source for claim in claims.values() for link in claim.evidence)
    graph = [
        {
            "@id": data_address(publication, "claims.json"),
            "@type": "Dataset",
            "name": f"Claims of {publication.title}",
            "version": publication.edition,
            "license": publication.license,
            "dateModified": publication.issued.isoformat(),
        },
        *(_claim(handbook, publication, claim) for claim in claims.values()),
        *(_work(handbook, publication, key) for key in keys),
    ]
    return json.dumps({"@context": _context(publication), "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def data_address(publication: Publication, name: str) -> str:
    """Return the full address of a file of open data."""
    return f"{publication.url.rstrip('/')}/data/{name}"


def _context(publication: Publication) -> list[Any]:
    terms = data_address(publication, "index.json#")
    return ["https://schema.org", {"handbook": terms, **{term: f"handbook:{term}" for term in TERMS}}]


def _claim(handbook: Handbook, publication: Publication, claim: Claim) -> dict[str, Any]:
    fields = claim.model_dump(mode="json", exclude_none=True)
    grade = handbook.grade(claim.id)
    url = publication.address(address("claims", claim.id)[1:])
    carrying = supporting(claim)
    disputing = dict.fromkeys(link.source for link in claim.evidence if link.role is Role.DISPUTES)
    return {
        "@id": url,
        "@type": "Claim",
        "identifier": claim.id,
        "url": url,
        "name": claim.title,
        "text": claim.statement,
        "appearance": [_reference(publication, key) for key in dict.fromkeys(each.source for each in carrying)],
        "population": claim.about.value,
        "relation": claim.relation.value,
        "grade": grade.level.value,
        "reasons": [*grade.reasons],
        "borrowed_from": [population.value for population in grade.borrowed],
        "disputed": grade.disputed,
        "disputes": [_reference(publication, key) for key in disputing],
        "evidence": [*_evidence(publication, claim)],
        **{name: fields[name] for name in _SAME if name in fields},
    }


def _evidence(publication: Publication, claim: Claim) -> Iterator[dict[str, Any]]:
    for link in claim.evidence:
        fields = link.model_dump(mode="json", exclude_none=True)
        if link.result is not None:
            ends = {"value": link.result.value, "to": link.result.to}
            fields["result"] |= {name: float(end) for name, end in ends.items() if end is not None}
        yield {**fields, "source": _reference(publication, link.source)}


def _reference(publication: Publication, key: str) -> dict[str, str]:
    return {"@id": _work_address(publication, key)}


def _work_address(publication: Publication, key: str) -> str:
    return publication.address(address("studies", key)[1:])


def _work(handbook: Handbook, publication: Publication, key: str) -> dict[str, Any]:
    """Return a work as schema.org describes it, with what its entry in references.bib holds and nothing else."""
    csl = handbook.bibliography.works[key].csl
    doi = csl.get("DOI")
    fields = {
        "@id": _work_address(publication, key),
        "@type": schema_type(csl),
        "identifier": key,
        "name": csl.get("title"),
        "author": [_author(name) for name in csl.get("author", ())],
        "datePublished": "-".join(f"{part:02}" for part in csl.get("issued", {}).get("date-parts", [[]])[0]),
        "sameAs": f"https://doi.org/{doi}" if doi else csl.get("URL"),
    }
    return {name: value for name, value in fields.items() if value}


def _author(name: Mapping[str, Any]) -> dict[str, str]:
    if "literal" in name:
        return {"@type": "Organization", "name": name["literal"]}
    particles = (name.get("given"), name.get("non-dropping-particle"), name.get("family"), name.get("suffix"))
    return {"@type": "Person", "name": " ".join(str(part) for part in particles if part)}
