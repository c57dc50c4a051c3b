"""What asks for a look in a protocol or an overlay that is accepted: one sentence each, with what to do."""

TEXTS = {
    "W01": (
        "De vraag “{question}” zegt niet waarom zij wordt gesteld. Zet dat bij why.",
        "The question “{question}” does not say why it is asked. Say so in why.",
    ),
    "W02": (
        "De vraag “{question}” noemt geen bron. Zet een id uit sources bij source.",
        "The question “{question}” names no source. Give an id from sources in source.",
    ),
    "W03": (
        (
            "De vraag “{question}” lijkt te vragen wie iemand is ({words}). In een dossier staan alleen rollen en "
            "leeftijden. Vraag het niet, of zeg het anders."
        ),
        (
            "The question “{question}” seems to ask who someone is ({words}). A record holds roles and ages only. "
            "Do not ask it, or say it in another way."
        ),
    ),
    "W04": (
        "Dit heeft geen Engels: {keys}. Zet het in het bestand ernaast, dat op .en.yaml eindigt.",
        "This has no English: {keys}. Put it in the file beside this one, which ends in .en.yaml.",
    ),
    "W05": (
        "Deze zin bij {key} is lang: {words} woorden, en ten hoogste {limit} is goed. Maak er twee van. “{start} …”",
        "This sentence at {key} is long: {words} words, where at most {limit} is good. Make two of it. “{start} …”",
    ),
    "W06": (
        "Hier staat nog {word}: {keys}. Vul het in, of haal het weg.",
        "This still says {word}: {keys}. Fill it in, or remove it.",
    ),
    "W07": (
        (
            "Lees na. Deze tekst gaat over {words}. Een aanpassing mag niemand van melden afhouden, niemand inlichten "
            "en nooit laten wachten op toestemming of een leidinggevende. Laat iemand die de meldcode kent dit lezen."
        ),
        (
            "To be read. This text is about {words}. An overlay may never keep anyone from reporting, inform anyone, "
            "or make a report wait for consent or a manager. Let someone who knows the reporting code read this."
        ),
    ),
    "W08": (
        "Dit moest voor {before} worden nagekeken. Lees alles na en pas reviewed aan.",
        "This had to be reviewed before {before}. Review everything and adapt reviewed.",
    ),
    "W09": (
        "Van het contact “{name}” zijn de tijden niet bekend. Vraag ze na en vul hours in.",
        "The hours of the contact “{name}” are not known. Ask for them and fill in hours.",
    ),
    "W10": (
        "Het contact “{name}” is op {date} nagekeken, meer dan een jaar geleden. Bel het en pas verified aan.",
        "The contact “{name}” was last checked on {date}, more than a year ago. Call it and adapt verified.",
    ),
    "W11": (
        "Tussen deze antwoorden op “{question}” maakt niets verschil: {options}. Is een voorwaarde vergeten?",
        "Nothing tells these answers to “{question}” apart: {options}. Was a condition forgotten?",
    ),
    "W12": (
        "Geen enkele regel noemt het contact “{name}”, dus niemand krijgt het te zien. Noem bij rules wanneer wel.",
        "No rule names the contact “{name}”, so that nobody gets to see it. Name under rules when it is shown.",
    ),
    "W13": (
        "Geen enkele regel noemt de actie “{name}”, dus niemand krijgt haar te zien. Noem haar in een regel.",
        "No rule names the action “{name}”, so that nobody gets to see it. Name it in a rule.",
    ),
    "W14": (
        "Niets noemt de bron “{name}”. Noem haar bij source, of haal haar weg.",
        "Nothing names the source “{name}”. Name it in source, or remove it.",
    ),
    "W15": (
        "Geen enkele vraag toont het begrip “{name}”. Noem het bij definitions van een vraag, of haal het weg.",
        "No question shows the definition “{name}”. Name it in definitions of a question, or remove it.",
    ),
    "W16": (
        "Geen enkel scenario laat de regel “{name}” gelden. Schrijf er een, in de map scenarios ernaast.",
        "No scenario lets the rule “{name}” fire. Write one, in the folder scenarios beside this file.",
    ),
    "W17": (
        "Deze overlay is gemaakt voor versie {given}; het protocol heeft nu {version}. Kijk hem na en pas base aan.",
        "This overlay was made for version {given}; the protocol is now {version}. Review it and adapt base.",
    ),
    "W18": (
        "De gemeente “{name}” staat niet in de lijst. Daar geldt deze overlay dus nergens vanzelf. Verbeter de naam.",
        "The municipality “{name}” is not in the list, so this overlay holds nowhere by itself. Correct the name.",
    ),
    "W20": (
        "De dag {date} moet nog komen. Geef de dag waarop iemand het nakeek.",
        "The day {date} is yet to come. Give the day on which someone checked this.",
    ),
    "W19": (
        "Het contact “{name}” is nog door niemand nagekeken. Bel het, en geef verified met de dag.",
        "Nobody has checked the contact “{name}” yet. Call it, and give verified with the day.",
    ),
    "W21": (
        "“{name}” krijgt het oordeel “{level}”. Zoek dat na in de databank die het gaf; het programma kan dat niet.",
        "“{name}” gets the judgement “{level}”. Look it up in the database that gave it; the program cannot.",
    ),
    "W22": (
        "Nakijken op {before} is meer dan twee jaar na {date}. Kies een dag binnen twee jaar.",
        "A review on {before} is more than two years after {date}. Choose a day within two years.",
    ),
    "W23": (
        "Deze vraag lijkt op de vaste vraag “{question}”. Het advies rust op die vaste vraag. Vraag iets anders.",
        "This question is like the fixed question “{question}”. The advice rests on that one. Ask something else.",
    ),
    "W24": (
        "Wie de voorbeeldantwoorden geeft, hoort het feit “{name}” nooit. Kijk naar when, of naar de antwoorden.",
        "Someone who gives the reference answers never hears the fact “{name}”. Look at when, or at the answers.",
    ),
    "W25": (
        "Door de nieuwe feiten verandert geen enkel antwoord. Geef bij answers wat er na de nieuwe feiten anders is.",
        "The new facts change no answer at all. Give in answers what is different after the new facts.",
    ),
    "W26": (
        "De voorbeeldantwoorden geven geen antwoord op “{question}”. Geef er een, of haal deze norm weg.",
        "The reference answers give no answer to “{question}”. Give one, or remove this norm.",
    ),
    "W27": (
        "Bij {key} staan er {amount}. Met {least} of meer heeft een groep iets om over te praten.",
        "There are {amount} in {key}. With {least} or more a group has something to talk about.",
    ),
    "W28": (
        "De voorbeeldantwoorden leggen het signaal “{name}” niet vast als {how}. Zet het erbij, of verbeter how.",
        "The reference answers do not record the signal “{name}” as {how}. Add it, or correct how.",
    ),
    "W29": (
        "Van “{name}” zijn {hidden} van de {total} verborgen. Verberg alleen wat er echt niet is.",
        "Of “{name}” {hidden} out of {total} are hidden, so people see little. Hide only what is not there.",
    ),
    "W30": (
        "Het signaal “{name}” is ernstig ({word}) en weegt {severity}. Kies hoog of acuut, of zeg het anders.",
        "The signal “{name}” is grave ({word}) and weighs {severity}. Choose hoog or acuut, or reword it.",
    ),
    "W31": (
        "Bellen naar {phone} (“{name}”) is niet gratis, en misschien duur. Neem een gewoon nummer, of kijk cost na.",
        "A call to {phone} (“{name}”) is not free and may be dear. Take an ordinary number, or check cost.",
    ),
    "W32": (
        "Het contact “{name}” heet net zo als het landelijke “{other}”. Geef het een eigen naam.",
        "The contact “{name}” has the name of the national “{other}”. Give it a name of its own.",
    ),
    "W33": (
        "Bij {key} ontkent maar een van de twee talen: “{nl}” en “{en}”. Zeg in beide hetzelfde.",
        "In {key} only one of the languages has a negation: “{nl}” and “{en}”. Say the same in both.",
    ),
    "W34": (
        "Bij “{question}” ontkent de vraag en de korte naam (label) niet, of omgekeerd. Zeg in beide hetzelfde.",
        "Of “{question}” the question denies and the label does not, or the reverse. Say the same in both.",
    ),
}
