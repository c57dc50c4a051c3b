"""The tables behind the lint: hard words with their plain ones, first names, and Dutch words that no English has.

Terms of the field are allowed and stand nowhere here: signalen, kindcheck, mantelzorger, aandachtsfunctionaris, weging,
afwegingskader, pleger, betrokkenen, acuut, structureel.
"""

PLAIN: dict[str, str] = {
    "aangaande": "over",
    "aanvang": "begin",
    "adequate?": "goed, passend",
    "alsmede": "en, en ook",
    "alvorens": "voordat",
    "behoudens": "behalve",
    "betreffende": "over",
    "bewerkstellig(?:en|t)": "zorgen voor",
    "casus(?:sen)?": "zaak, situatie",
    "casuïstiek": "zaken, situaties",
    "cliëntsysteem": "gezin",
    "conform": "volgens",
    "continueren": "doorgaan met",
    "contra-indicaties?": "reden om het niet te doen",
    "derhalve": "daarom",
    "dermate": "zo",
    "desalniettemin": "toch",
    "desgewenst": "als u dat wilt",
    "dien(?:t|en) te": "moet, moeten",
    "disclosure": "wat iemand vertelt",
    "doorgeleid(?:en|t)": "doorgeven, verwijzen",
    "draagt? zorg voor|zorg dragen voor": "zorgen voor",
    "echter": "maar",
    "escale(?:ren|ert)": "erger worden, naar de leiding gaan",
    "eveneens": "ook",
    "faciliter(?:en|t)": "helpen, mogelijk maken",
    "geenszins": "niet",
    "geïndiceerd": "nodig",
    "gedurende": "tijdens",
    "hetgeen": "wat",
    "hiertoe|daartoe": "daarvoor",
    "implementer(?:en|t)": "invoeren",
    "in casu": "hier",
    "in het kader van": "voor, bij",
    "indien": "als",
    "interveni(?:ëren|eert)": "ingrijpen",
    "inzake": "over",
    "inzichtelijk": "duidelijk",
    "jegens": "tegen",
    "kenbaar": "bekend, duidelijk",
    "ketenpartners?": "andere organisatie",
    "krachtens": "volgens",
    "met betrekking tot": "over",
    "met name": "vooral",
    "middels": "met, door",
    "mits": "als, alleen als",
    "monitoren|monitort": "volgen",
    "multidisciplinaire?": "met verschillende beroepen",
    "naar aanleiding van": "door, na, over",
    "omtrent": "over",
    "onverwijld": "meteen",
    "op- of afschalen|opschalen|afschalen": "meer of minder hulp geven",
    "overeenkomstig": "volgens",
    "participer(?:en|t)": "meedoen",
    "prioriter(?:en|t)": "eerst doen",
    "proactieve?": "uit uzelf",
    "problematiek": "problemen",
    "reeds": "al",
    "respectievelijk": "en",
    "slechts": "alleen, maar",
    "somatische?": "lichamelijk",
    "stagner(?:en|t)": "stokken",
    "stakeholders?": "betrokkene",
    "te allen tijde": "altijd",
    "ten aanzien van": "over, bij",
    "ten behoeve van": "voor",
    "ten gevolge van": "door",
    "teneinde": "om",
    "tevens": "ook",
    "thans": "nu",
    "uitvraag|uitvragen": "vragen, navragen",
    "verifi(?:ëren|eert)": "nagaan",
    "verschaf(?:fen|t)": "geven",
    "voornemens": "van plan",
    "voorts": "verder, ook",
    "waarborg(?:en|t)": "zorgen voor",
    "wegens": "door, om",
    "woonachtig": "woont",
    r"d\.m\.v\.|dmv": "met, door",
    r"d\.w\.z\.": "dat is, dat betekent",
    r"e\.d\.|etc\.|enz\.": "schrijf het uit",
    r"i\.p\.v\.": "in plaats van",
    r"i\.v\.m\.": "om, door",
    r"m\.b\.t\.": "over",
    r"o\.a\.": "onder meer",
    r"t\.a\.v\.|t\.b\.v\.|t\.o\.v\.": "voor, over",
}
"""Hard words, as patterns of whole words, with what to write instead."""

_FIRST_NAMES = """
Aart Abdel Abdul Abdullah Achmed Adam Ahmed Aisha Aïcha Ali Amina Amir Amira Anita Anna Anne Annemarie Anouk Anton
Arjan Arthur Ayşe Ayse Barbara Bart Bianca Bilal Bram Britt Burak Chantal Charlotte Claudia Daan Daniël Danny David
Dennis Diana Dirk Dounia Eline Elif Ellen Els Emine Emma Emre Erik Esra Esther Eva Evi Fabian Fadumo Fatiha Fatima
Fatma Femke Ferdinand Finn Floor Fouad Frank Frans Fred Gerard Gijs Guus Hamza Hanna Hannah Hans Harm Hassan Hatice
Henk Hicham Hüseyin Ibrahim Ilse Imane Ingrid Isabel Ismail Jaap Jack Jan Janneke Jasmijn Jasper Jayden Jeroen Jesse
Jessica Jip Johan Johanna John Joost Joris Julia Karim Karin Kees Kevin Khadija Kim Klaas Koen Lars Latifa Laura Leyla
Lieke Linda Lisa Lotte Luuk Maarten Maria Marieke Marijke Marjan Mark Martijn Martin Mehmet Melissa Merel Merve Mia
Michael Mieke Mila Milan Miriam Mo Mohamed Mohammed Monique Mourad Murat Mustafa Nadia Naomi Natasja Nick Nienke Noah
Noor Nora Olivia Omar Oscar Patricia Patrick Paul Peter Petra Piet Pieter Priya Rachid Rania Ria Richard Rik Robin
Ronald Ruben Ruud Said Saïd Samira Samir Sander Sandra Sanne Sara Sarah Sem Sharon Simone Sjoerd Sofie Soraya Stefan
Sven Svetlana Tamara Tess Thijs Thomas Tim Tom Vera Willem Wouter Yara Yasmin Yassin Youssef Yusuf Zeynep Zoë Łukasz
Agnieszka Katarzyna Piotr Shanice Ravi Anil Sunita Hodan Abdi Selam Tesfay Olena
"""
FIRST_NAMES = frozenset(_FIRST_NAMES.split())
"""Common first names in the Netherlands, of people with roots here and elsewhere; none is an ordinary Dutch word.

Left out for that reason: Roos, Bas, Rob, Wil, Fleur, Lot, Sterre, Storm, Bo.
"""

_DUTCH_WORDS = """
aan bent bij deze dit doet een geen gaat heeft hebt het iemand kinderen kunt maar meer moet naar niet nog omdat ook
ouder ouders uit uw vaak van vindt voor waar wat weet welke wordt worden zien zijn zonder
"""
DUTCH_WORDS = frozenset(_DUTCH_WORDS.split())
"""Dutch words that are no English ones: what a forgotten translation holds."""

SAME_IN_ENGLISH = frozenset(
    (
        "Chat",
        "E-mail",
        "Protocol",
        "Sport",
        "partner",
        "ex-partner",
        "open {hours}",
        "bash|zsh|fish",
        "nl|en",
        "Routes",
        "route",
        "routes",
        "was: {text}",
    )
)
"""Whole texts that are rightly the same in both languages; names, numbers and values are so by their shape."""
