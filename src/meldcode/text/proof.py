"""What the proof of a protocol says: each invariant, what breaks it, what does not apply and what is not proven."""

TEXTS = {
    "I-01": (
        "Direct gevaar geeft 112; twijfel daarover ten minste overleg.",
        "Immediate danger gives 112; doubt about it at least advice.",
    ),
    "I-02": (
        "Acute of structurele onveiligheid geeft ten minste melden, wat er ook verder is geantwoord.",
        "Acute or structural unsafety gives at least a report, whatever else is answered.",
    ),
    "I-03": (
        "Geen hulp, geweigerde hulp en hulp die niet werkt geven ten minste melden, zolang er een vermoeden is.",
        "No help, help that is refused and help that does not work give at least a report while there is a suspicion.",
    ),
    "I-04": (
        "Een gevaarlijker antwoord op een vraag verlaagt het advies nooit.",
        "A more dangerous answer to a question never lowers the advice.",
    ),
    "I-05": (
        "Niet weten en niet antwoorden tellen nooit als het veiligste antwoord.",
        "Not knowing and not answering never count as the safest answer.",
    ),
    "I-06": (
        "De vijf stappen zijn er, in volgorde. Direct gevaar komt eerst en sluit geen andere vraag af.",
        "The five steps are there, in order. Immediate danger comes first and closes no other question.",
    ),
    "I-07": (
        "Met een vermoeden is het advies alleen lager dan melden na overleg met een collega, of met een aandachtspunt.",
        "With a suspicion the advice stays below a report only after consulting a colleague, or with a flag.",
    ),
    "I-08": (
        "Waar een gesprek niet veilig is, zegt geen actie om de betrokkenen iets te vertellen.",
        "Where a talk is not safe, no action says to tell the persons concerned anything.",
    ),
    "I-09": (
        "De kindcheck wordt gesteld op iedere weg met een volwassen cliënt.",
        "The child check is asked on every path with an adult client.",
    ),
    "I-10": (
        "Er is geen gat, geen regel of vraag die nooit aan de beurt komt, en geen weg die doodloopt.",
        "There is no gap, no rule or question that never comes up, and no dead end.",
    ),
    "I-11": (
        "Een aanpassing geeft nooit een lager advies dan waarop zij bouwt, en laat wat vastligt zoals het is.",
        "An overlay never gives lower advice than the protocol it builds on, and leaves what is locked as it is.",
    ),
    "I-12": (
        "Iedere regel en ieder aandachtspunt noemt een bron, met de dag waarop die is gelezen of de reden waarom niet.",
        "Every rule and flag names a source, with the day on which it was read or the reason why it was not.",
    ),
    "I-13": (
        "Teruggaan en een antwoord veranderen is hetzelfde als opnieuw beginnen met de laatste antwoorden.",
        "Going back and changing an answer is the same as a fresh walk with the final answers.",
    ),
    "I-14": (
        "Dezelfde antwoorden geven altijd hetzelfde advies.",
        "The same answers always give the same advice.",
    ),
    "P01": (
        "Met het antwoord “{option}” op “{question}” is het advies {level}. Dat moet ten minste {least} zijn.",
        "With the answer “{option}” to “{question}” the advice is {level}. It must be at least {least}.",
    ),
    "P02": (
        "Gaat “{question}” van “{first}” naar “{second}”, dan daalt het advies van {before} naar {after}.",
        "When “{question}” gets more dangerous (“{first}” to “{second}”), the advice drops from {before} to {after}.",
    ),
    "P03": (
        "De vraag “{question}” heeft danger: rising, maar is geen keuze. Haal danger weg of maak er een keuze van.",
        "The question “{question}” has danger: rising but is not a choice. Remove danger or make it a choice.",
    ),
    "P04": (
        "“{second}” bij “{question}” geeft {after}, lager dan {before} bij het veiligste antwoord “{first}”.",
        "“{second}” for “{question}” gives {after}, lower than {before} for the safest answer “{first}”.",
    ),
    "P05": (
        "Zonder antwoord op “{question}” is het advies {after}, lager dan {before} bij het veiligste (“{first}”).",
        "Without an answer to “{question}” the advice is {after}, lower than {before} for the safest (“{first}”).",
    ),
    "P06": (
        (
            "Zonder antwoord op “{question}”, een vraag over gevaar, is het advies {level}. Dat moet ten minste "
            "overleg zijn. Maak de vraag verplicht, of haal danger weg."
        ),
        (
            "Without an answer to “{question}”, a question about danger, the advice is {level}. It must be at least "
            "overleg. Make the question required, or remove danger."
        ),
    ),
    "P07": (
        "De stappen van de wet staan hier als {steps}. Dat moet 1 tot en met 5 zijn, in die volgorde.",
        "The statutory steps stand here as {steps}. They must be 1 to 5, in that order.",
    ),
    "P08": (
        "De eerste vraag is “{question}”. Dat moet direct_gevaar zijn, zonder voorwaarde.",
        "The first question is “{question}”. It must be direct_gevaar, without a guard.",
    ),
    "P09": (
        "“{lost}” wordt gevraagd bij “{question}: {first}”, maar niet meer bij “{second}”. Gevaar sluit niets af.",
        "“{lost}” is asked for “{question}: {first}” but no longer for “{second}”. Danger closes nothing.",
    ),
    "P10": (
        "Op deze weg wordt geen enkele vraag van stap {step} gesteld.",
        "On this path no question of step {step} is asked.",
    ),
    "P11": (
        "Er is geen gesprek, en “{question}” wordt niet gesteld. Een stap valt alleen weg met een reden.",
        "There is no talk, and “{question}” is not asked. A step is left out only with a reason.",
    ),
    "P12": (
        (
            "Er blijft een vermoeden, het advies is {level} en er is niet overlegd met een collega. Het aandachtspunt "
            "“{flag}” ontbreekt."
        ),
        ("A suspicion remains, the advice is {level} and no colleague was consulted. The flag “{flag}” is not raised."),
    ),
    "P13": (
        "De actie “{action}” zegt de betrokkenen in te lichten. Bij “{question}: {option}” is dat niet veilig.",
        "The action “{action}” says to inform the persons concerned. With “{question}: {option}” that is not safe.",
    ),
    "P14": (
        "De cliënt is volwassen en “{question}” wordt niet gesteld.",
        "The client is an adult and “{question}” is not asked.",
    ),
    "P15": (
        "Met deze antwoorden geeft geen enkele regel een niveau. Voeg een regel toe.",
        "With these answers no rule gives a level. Add a rule.",
    ),
    "P16": (
        "De regel “{rule}” geldt nooit, wat er ook is geantwoord. Verander de voorwaarde of haal de regel weg.",
        "The rule “{rule}” never holds, whatever is answered. Change its condition or remove it.",
    ),
    "P17": (
        "Het aandachtspunt “{flag}” komt nooit, wat er ook is geantwoord. Verander de voorwaarde of haal het weg.",
        "The flag “{flag}” is never raised, whatever is answered. Change its condition or remove it.",
    ),
    "P18": (
        "De actie “{action}” wordt nooit getoond. Noem haar in een regel, verander haar voorwaarde of haal haar weg.",
        "The action “{action}” is never shown. Name it in a rule, change its condition or remove it.",
    ),
    "P19": (
        "De vraag “{question}” wordt nooit gesteld. Verander de voorwaarde of haal de vraag weg.",
        "The question “{question}” is never asked. Change its guard or remove it.",
    ),
    "P20": (
        "“{option}” bij “{question}” is geen niveau van advies, en wordt er wel mee vergeleken.",
        "“{option}” of “{question}” is not a level of advice, but is compared with one.",
    ),
    "P21": (
        "De voorwaarde van “{question}” leest “{name}”, maar die vraag is dan nog niet gesteld.",
        "The guard of “{question}” reads “{name}”, but that question has not been asked by then.",
    ),
    "P22": (
        "De vraag “{question}” moet worden beantwoord, maar heeft geen antwoorden om uit te kiezen.",
        "The question “{question}” must be answered but has no options to choose from.",
    ),
    "P23": (
        "Het antwoord “{option}” staat twee keer bij “{question}”. Laat er een staan.",
        "The option “{option}” stands twice at “{question}”. Keep one.",
    ),
    "P24": (
        "De vraag “{question}” wacht op een datum, maar “{date}” wordt op deze weg niet gevraagd.",
        "The question “{question}” waits for a date, but “{date}” is not asked on this path.",
    ),
    "P25": (
        "Met deze antwoorden is het advies {after}. In het protocol waarop dit bouwt is het {before}.",
        "With these answers the advice is {after}. In the protocol that this builds on it is {before}.",
    ),
    "P26": (
        "De vraag “{question}” ligt vast, maar is veranderd of weggehaald. Laat haar zoals zij is.",
        "The question “{question}” is locked but was changed or removed. Leave it as it is.",
    ),
    "P27": (
        "Het contact “{contact}” ({phone}) is veranderd of weggehaald. Dit nummer ligt vast.",
        "The contact “{contact}” ({phone}) was changed or removed. This number is locked.",
    ),
    "P28": (
        "“{element}” noemt de bron “{source}”, maar die bestaat niet.",
        "“{element}” names the source “{source}”, which does not exist.",
    ),
    "P29": (
        "De bron “{source}” van “{element}” heeft geen dag waarop die is gelezen en geen reden waarom niet.",
        "The source “{source}” of “{element}” has no day on which it was read and no reason why it was not.",
    ),
    "P30": (
        "De wet geldt voor deze sector, maar de vraag “{question}” ontbreekt.",
        "The law binds this sector, but the question “{question}” is missing.",
    ),
    "P31": (
        "De vraag “{question}” heeft geen antwoord “{option}”.",
        "The question “{question}” has no option “{option}”.",
    ),
    "P32": (
        "De vraag “{question}” ligt vast, maar staat op een andere plaats. Zet haar terug.",
        "The question “{question}” is locked but stands in another place. Put it back.",
    ),
    "P33": (
        "De antwoorden van “{question}” lopen van minst naar meest gevaarlijk: {options}, met danger: rising.",
        "The options of “{question}” run from least to most dangerous: {options}, with danger: rising.",
    ),
    "P34": (
        "“{lost}” wordt gevraagd bij “{question}: {first}”, maar niet bij “{second}”. Twijfel telt hier als vermoeden.",
        "“{lost}” is asked for “{question}: {first}” but not for “{second}”. Doubt counts as a suspicion here.",
    ),
    "V01": (
        "Dit protocol vraagt “{question}” niet. Daarover valt hier niets te bewijzen.",
        "This protocol does not ask “{question}”. There is nothing to prove about it here.",
    ),
    "V02": (
        "Dit geldt alleen voor sectoren waarvoor de wet geldt.",
        "This applies only to sectors that the law binds.",
    ),
    "V03": (
        "Dit geldt alleen voor een aanpassing van een ander protocol.",
        "This applies only to an overlay on another protocol.",
    ),
    "U01": (
        (
            "Niet bewezen en niet weerlegd: de vragen hangen te sterk samen (meer dan {limit} toestanden). Laat "
            "voorwaarden minder vragen lezen."
        ),
        (
            "Neither proven nor refuted: the questions depend too much on each other (more than {limit} states). Let "
            "conditions read fewer questions."
        ),
    ),
    "U02": (
        "Niet bewezen: de vraag “{question}” is in de twee protocollen van een andere soort ({types}).",
        "Not proven: the question “{question}” is of a different type in the two protocols ({types}).",
    ),
    "U03": (
        "Niet bewezen en niet weerlegd: er zijn te veel vragen om samen door te rekenen.",
        "Neither proven nor refuted: there are too many questions to work through together.",
    ),
}
