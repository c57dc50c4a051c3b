"""What to do in danger: constant text, so that it works with a broken vault and broken protocol files (USR-11).

A test holds the numbers against `protocols/contacts.yaml`. Source: rijksoverheid.nl, "Wat moet ik doen bij huiselijk
geweld?", read 2026-11-23.
"""

LINE = (
    "Direct gevaar: 112 · Veilig Thuis 0800-2000 (gratis, dag en nacht)",
    "Immediate danger: 112 · Veilig Thuis 0800-2000 (free, day and night)",
)

TEXTS = {
    "line": LINE,
    "title": ("Wat u nu doet", "What to do now"),
    "danger": (
        (
            "Is iemand nu in gevaar, of gebeurt er nu geweld? Bel 112. Zeg waar u bent en wat u ziet of hoort. Blijf "
            "aan de lijn."
        ),
        (
            "Is someone in danger now, or is violence happening now? Call 112. Say where you are and what you see or "
            "hear. Stay on the line."
        ),
    ),
    "self": (
        "Denk ook aan uzelf. Breng uzelf niet in gevaar en ga niet alleen op iemand af.",
        "Think of yourself too. Do not put yourself in danger and do not approach anyone alone.",
    ),
    "advice": (
        (
            "Geen direct gevaar, wel zorgen? Bel Veilig Thuis: 0800-2000. Gratis, dag en nacht. U kunt advies vragen "
            "zonder namen te noemen."
        ),
        (
            "No immediate danger, but you are worried? Call Veilig Thuis: 0800-2000. Free, day and night. You can ask "
            "for advice without giving names."
        ),
    ),
    "suicide": (
        (
            "Denkt iemand aan zelfmoord? Bel 113 of 0800-0113, of chat op 113.nl. Gratis, dag en nacht. Bij direct "
            "gevaar: 112."
        ),
        (
            "Is someone thinking of suicide? Call 113 or 0800-0113, or chat at 113.nl. Free, day and night. In "
            "immediate danger: 112."
        ),
    ),
    "after": (
        "Is het gevaar geweken? Schrijf op wat u zag, hoorde en deed, met de tijd erbij. Bel daarna Veilig Thuis.",
        "Has the danger passed? Write down what you saw, heard and did, with the time. Then call Veilig Thuis.",
    ),
}

PAGE = ("danger", "self", "advice", "suicide", "after")
"""The order on the page."""
