"""Headings and fixed sentences of the handbook and of the graph of a protocol."""

TEXTS = {
    "title": ("Handboek meldcode: {title}", "Reporting code handbook: {title}"),
    "version": ("versie {version}", "version {version}"),
    "page": ("Pagina", "Page"),
    "skip": ("Naar de inhoud", "Skip to the content"),
    "emergency": ("Bij gevaar", "In danger"),
    "eyebrow": ("Handboek meldcode", "Reporting code handbook"),
    "contents": ("In dit handboek", "In this handbook"),
    "version_of": ("Protocol {protocol}, versie {version}.", "Protocol {protocol}, version {version}."),
    "digest": ("Kenmerk van het protocol:", "Digest of the protocol:"),
    "chapter.about": ("Over dit protocol", "About this protocol"),
    "chapter.levels": ("Wat het advies kan zijn", "What the advice can be"),
    "chapter.flow": ("De weging getekend", "The weighing, drawn"),
    "chapter.steps": ("De stappen", "The steps"),
    "chapter.definitions": ("Wat begrippen betekenen", "What terms mean"),
    "chapter.routes": ("Andere wegen", "Other routes"),
    "chapter.rules": ("De regels achter het advies", "The rules behind the advice"),
    "chapter.flags": ("Aandachtspunten", "Points of attention"),
    "chapter.themes": ("Bijzondere vormen", "Special forms"),
    "chapter.signals": ("Signalen", "Signals"),
    "chapter.contacts": ("Wie u belt", "Whom to call"),
    "chapter.help": ("Hulp die er is", "Help that exists"),
    "chapter.afterwards": ("Wat u verder nodig hebt", "What else you need"),
    "chapter.changes": ("Wat lokaal is aangepast", "What was adapted locally"),
    "chapter.sources": ("Bronnen", "Sources"),
    "about_text": (
        (
            "Dit handboek geeft het protocol weer zoals het programma meldcode het met u doorloopt. Er staat niets in "
            "over een echte zaak. Vul er ook niets in."
        ),
        (
            "This handbook shows the protocol as the program meldcode walks you through it. It holds nothing about a "
            "real case. Do not fill in anything either."
        ),
    ),
    "for_whom": ("Voor wie", "For whom"),
    "decides": ("Wie beslist", "Who decides"),
    "law": ("De wet", "The law"),
    "bound": (
        "Voor deze sector geldt de wet: een meldcode hebben en het gebruik ervan bevorderen is verplicht.",
        "This sector is bound by law: having a reporting code and promoting its use is obligatory.",
    ),
    "not_bound": (
        "De wet verplicht deze sector niet tot een meldcode. Het protocol is een advies.",
        "The law does not oblige this sector to have a reporting code. The protocol is advice.",
    ),
    "client_word": ("Om wie het gaat heet hier", "The person it is about is called"),
    "roles": ("Wie doet wat", "Who does what"),
    "expertise": ("Deskundigen voor deze sector", "Experts for this sector"),
    "levels_text": (
        "Er zijn zes adviezen, hier van meest naar minst dringend. Het programma adviseert. U beslist.",
        "There are six kinds of advice, here from most to least urgent. The program advises. You decide.",
    ),
    "flow_text": (
        (
            "Hier ziet u bij ieder antwoord welk advies eruit volgt. Een antwoord zonder advies leidt naar de volgende "
            "vraag. Het advies staat er voor wie op de vragen erboven het antwoord gaf dat verder leidt."
        ),
        (
            "Here you see for each answer which advice follows from it. An answer without advice leads to the next "
            "question. The advice is that for someone who gave the questions above it the answer that leads on."
        ),
    ),
    "flow_highest": (
        (
            "Geven meer antwoorden een advies, dan geldt het meest dringende. Andere regels, zoals die bij een "
            "bijzondere vorm van geweld, kunnen het advies alleen dringender maken."
        ),
        (
            "When several answers give advice, the most urgent one holds. Other rules, such as those for a special "
            "form of violence, can only make the advice more urgent."
        ),
    ),
    "flow_open": (
        "Zolang een vraag over gevaar nog open is, is het advies ten minste: {level}.",
        "As long as a question about danger is still open, the advice is at least: {level}.",
    ),
    "flow_on": ("verder met: {label}", "go on with: {label}"),
    "flow_then": ("en daarna: {label}", "and then: {label}"),
    "flow_no_level": ("geen eigen advies", "no advice of its own"),
    "steps_text": (
        (
            "Iedere vraag heeft hier een nummer en een korte naam. Met die naam komt zij terug in de regels. Slaat u "
            "een stap over, leg dan vast waarom. Een vraag met een voorwaarde valt alleen weg als zeker is dat die "
            "voorwaarde niet klopt."
        ),
        (
            "Every question has a number and a short name here. By that name it returns in the rules. If you skip "
            "a step, record why. A question with a condition is left out only when it is certain that the condition "
            "does not hold."
        ),
    ),
    "step_number": ("Stap {number}.", "Step {number}."),
    "question_number": ("Vraag {number}.", "Question {number}."),
    "tasks": ("Wat u hier doet", "What you do here"),
    "meanwhile": ("Als u na deze stap pauzeert", "When you pause after this step"),
    "asked_here_too": ("Ook hier gevraagd, en elders uitgelegd:", "Also asked here, and explained elsewhere:"),
    "type_choice": ("Kies één antwoord.", "Choose one answer."),
    "type_multi": ("Kruis aan wat past. Niets mag ook.", "Tick what fits. Nothing is an answer too."),
    "type_signals": (
        "Kruis aan wat u zag of hoorde, en schrijf erbij wat, wanneer en hoe u het weet.",
        "Tick what you saw or heard, and add what, when and how you know.",
    ),
    "type_people": (
        "Noem mensen bij hun rol en leeftijd, zonder namen.",
        "List people by role and age, without names.",
    ),
    "type_text": ("Schrijf in eigen woorden.", "Write in your own words."),
    "type_date": ("Geef een datum.", "Give a date."),
    "type_number": ("Geef een getal.", "Give a number."),
    "required": ("Een antwoord is nodig.", "An answer is needed."),
    "optional": ("U mag deze vraag overslaan.", "You may skip this question."),
    "asked_if": ("Alleen gevraagd als {condition}.", "Only asked if {condition}."),
    "waits_if": ("Deze vraag wacht als {condition}.", "This question waits if {condition}."),
    "waits_until": ("Zij wacht dan tot de datum bij “{date}”.", "It then waits until the date given at “{date}”."),
    "locked": (
        "Deze vraag ligt vast: lokaal kan er alleen uitleg bij.",
        "This question is locked: locally only an explanation can be added.",
    ),
    "question_help": ("Uitleg", "Explanation"),
    "local_help": ("Lokale uitleg van {owner}", "Local explanation by {owner}"),
    "why": ("Waarom deze vraag", "Why this question"),
    "see_definitions": ("Begrippen", "Terms"),
    "see_lists": ("Lijsten met signalen", "Lists of signals"),
    "client": ("Om wie het gaat, als u niemand aanwijst", "Who it is about, when you point out nobody"),
    "examples": ("Voorbeelden", "Examples"),
    "rules_text": (
        (
            "Een regel geldt als klopt wat na “Als” staat. Een antwoord dat er nog niet is, telt daarbij nooit als het "
            "veiligste antwoord. Dat geldt ook voor “dat weet ik niet”. Van alle regels die gelden, bepaalt de meest "
            "dringende het advies. Op een andere weg kan een advies iets anders vragen. Dan staat dat erbij."
        ),
        (
            "A rule holds when what stands after “If” is true. An answer that is not there yet never counts as the "
            "safest answer. Nor does “I do not know”. Of all the rules that hold, the most urgent decides the advice. "
            "On another route advice can ask something else. Then that is shown."
        ),
    ),
    "rules_without_level": (
        "Regels die alleen zeggen wat u doet of vertelt",
        "Rules that only say what to do or tell",
    ),
    "if": ("Als", "If"),
    "then": ("Dan:", "Then:"),
    "call": ("Wie u belt:", "Whom to call:"),
    "action_tell": ("Over vertellen:", "On telling:"),
    "action_duty": ("Uw taak blijft:", "Your task remains:"),
    "only_if": ("(Alleen als {condition}.)", "(Only if {condition}.)"),
    "flags_text": (
        "Een aandachtspunt gaat over hoe de stappen zijn gezet. Het zegt niets over schuld.",
        "A point of attention is about how the steps were taken. It says nothing about guilt.",
    ),
    "flag_step": ("Hoort bij:", "Belongs to:"),
    "route_if": ("Deze weg geldt als", "This route applies if"),
    "route_levels": ("Op deze weg betekenen deze adviezen iets anders:", "On this route these mean something else:"),
    "route_flow": ("Welk antwoord hier tot welk advies leidt:", "Which answer leads to which advice here:"),
    "talk": ("Een gesprek", "A talk"),
    "talk_ja": ("Een gesprek kan in de regel.", "A talk is possible as a rule."),
    "talk_nee": (
        "Voer geen gesprek: dat kan levensgevaarlijk zijn.",
        "Do not hold a talk: it can put lives in danger.",
    ),
    "talk_na_overleg": (
        "Voer pas een gesprek na advies van Veilig Thuis of een deskundige.",
        "Hold a talk only after advice from Veilig Thuis or an expert.",
    ),
    "consult": ("Advies vragen", "Asking advice"),
    "consult_required": ("Vraag hier altijd een deskundige.", "Always ask an expert here."),
    "consult_free": ("Een deskundige vragen mag.", "You may ask an expert."),
    "theme_lists": ("Signalen", "Signals"),
    "theme_weigh": ("Deze signalen weegt u apart", "These signals you weigh separately"),
    "signals_text": (
        (
            "Eén signaal bewijst niets, en ook zonder signaal van de lijst kan er iets zijn. Een lijst is geen score. "
            "“Eigen inschatting” betekent dat de zwaarte niet uit een bron komt."
        ),
        (
            "One signal proves nothing, and without a signal from the list something may be wrong too. A list is not a "
            "score. “Our own grading” means that the weight does not come from a source."
        ),
    ),
    "signals_caption": (
        "{title}: ieder signaal met zijn zwaarte, wie die gaf, en de bron",
        "{title}: each signal with its weight, who gave it, and the source",
    ),
    "column_signal": ("Signaal", "Signal"),
    "column_weight": ("Zwaarte", "Weight"),
    "column_source": ("Bron", "Source"),
    "weight_context": ("alleen context", "context only"),
    "weight_laag": ("laag", "low"),
    "weight_midden": ("midden", "medium"),
    "weight_hoog": ("hoog", "high"),
    "weight_acuut": ("acuut", "acute"),
    "graded_bron": ("volgens de bron", "by the source"),
    "graded_eigen": ("eigen inschatting", "our own grading"),
    "source_number": ("Bron {number}:", "Source {number}:"),
    "source_short": ("bron {number}", "source {number}"),
    "source": ("Bron", "Source"),
    "unverified": ("NIET NAGEKEKEN", "NOT VERIFIED"),
    "contact_use": ("Wanneer", "When"),
    "contact_who": ("Voor wie", "For whom"),
    "contact_hours": ("Openingstijden", "Opening hours"),
    "contact_cost": ("Kosten", "Cost"),
    "contact_channel": ("Ook bereikbaar", "Other ways"),
    "contact_site": ("Webadres", "Web address"),
    "contact_note": ("Let op", "Please note"),
    "contact_themes": ("Over", "About"),
    "ages": ("Leeftijd", "Age"),
    "ages_from": ("vanaf {first} jaar", "from {first} years"),
    "ages_to": ("{first} tot en met {last} jaar", "{first} up to and including {last} years"),
    "help_levels": ("Hoe goed iets is onderbouwd", "How well something is founded"),
    "help_aim": ("Doel", "Aim"),
    "aim_stoppen": ("het geweld stoppen", "stopping the violence"),
    "aim_herstel": ("herstel", "recovery"),
    "aim_pleger": ("hulp voor wie geweld gebruikt", "help for the one who uses violence"),
    "aim_preventie": ("voorkomen", "prevention"),
    "aim_weerbaarheid": ("weerbaar maken", "strengthening"),
    "aim_hulpmiddel": ("hulpmiddel voor de professional", "aid for the professional"),
    "help_for": ("Voor wie", "For whom"),
    "help_with": ("Bij:", "With:"),
    "unborn_too": ("ook voor de geboorte", "before birth too"),
    "help_refer": ("Hoe u die krijgt", "How to get it"),
    "help_founded": ("Oordeel", "Judgement"),
    "help_unsafe": ("Niet veilig bij", "Not safe with"),
    "at_hand": (
        "Wat u bij de hand hebt als u Veilig Thuis belt",
        "What to have at hand when you call Veilig Thuis",
    ),
    "due": ("Wat wanneer aan de beurt is", "What is due when"),
    "due_what": ("Wat:", "What:"),
    "due_days": ("{days} dagen na de datum bij “{start}”.", "{days} days after the date given at “{start}”."),
    "due_working": (
        "{days} werkdagen na de datum bij “{start}”.",
        "{days} working days after the date given at “{start}”.",
    ),
    "retention": ("Hoe lang u het dossier bewaart", "How long you keep the record"),
    "sources_text": (
        (
            "De nummers zijn die van de verwijzingen in dit handboek. Achter iedere bron staat de dag waarop iemand "
            "van ons die het laatst las. Wat niet is nagekeken, staat er als niet nagekeken."
        ),
        (
            "The numbers are those of the references in this handbook. Each source has the day on which one of us last "
            "read it. What was not verified is shown as not verified."
        ),
    ),
    "adapted": (
        "Lokaal aangepast door {owner} ({overlay} {version}, {digest}).",
        "Adapted locally by {owner} ({overlay} {version}, {digest}).",
    ),
    "adapted_for": ("Voor: {where}.", "For: {where}."),
    "changes_text": (
        (
            "Een lokale aanpassing mag iets toevoegen, een regel strenger maken, en weglaten waar niets op rust. Zij "
            "kan het advies nooit lager maken. In de tekst staat bij wat is veranderd door wie."
        ),
        (
            "A local adaptation may add something, make a rule stricter, and leave out what nothing rests on. It can "
            "never lower the advice. In the text whatever was changed says by whom."
        ),
    ),
    "did_add": ("toegevoegd door", "added by"),
    "did_change": ("gewijzigd door", "changed by"),
    "did_hide": ("weggelaten door", "left out by"),
    "did_tighten": ("strenger gemaakt door", "made stricter by"),
    "change_done": ("Wat is gedaan:", "What was done:"),
    "change_keys": ("Wat is gegeven:", "What was given:"),
    "change_origin": ("Staat in:", "Stands in:"),
    "kind_action": ("Actie:", "Action:"),
    "kind_contact": ("Contactpunt:", "Contact:"),
    "kind_example": ("Voorbeeld:", "Example:"),
    "kind_flag": ("Aandachtspunt:", "Point of attention:"),
    "kind_intervention": ("Hulp:", "Help:"),
    "kind_offer": ("Scholing:", "Training:"),
    "kind_question": ("Vraag:", "Question:"),
    "kind_role": ("Rol:", "Role:"),
    "kind_rule": ("Regel:", "Rule:"),
    "kind_signal": ("Signaal:", "Signal:"),
    "kind_step": ("Stap:", "Step:"),
    "kind_task": ("Taak:", "Task:"),
    "kind_term": ("Woord:", "Word:"),
    "key_actions": ("acties", "actions"),
    "key_after": ("plaats", "place"),
    "key_aim": ("doel", "aim"),
    "key_ages": ("leeftijden", "ages"),
    "key_ask": ("de vraag", "the question"),
    "key_because": ("de reden", "the reason"),
    "key_before": ("plaats", "place"),
    "key_channel": ("hoe bereikbaar", "how to reach them"),
    "key_contacts": ("contacten", "contacts"),
    "key_cost": ("kosten", "cost"),
    "key_definition": ("bij welk begrip", "with which term"),
    "key_fits": ("voor wie", "for whom"),
    "key_guidance": ("toelichting", "guidance"),
    "key_help": ("uitleg", "explanation"),
    "key_hints": ("uitleg bij antwoorden", "explanation of options"),
    "key_hours": ("openingstijden", "opening hours"),
    "key_judged_by": ("wie oordeelde", "who judged"),
    "key_judged_on": ("dag van het oordeel", "day of the judgement"),
    "key_kind": ("soort", "kind"),
    "key_label": ("korte naam", "short name"),
    "key_level": ("advies", "advice"),
    "key_list": ("lijst", "list"),
    "key_meanwhile": ("tekst bij een pauze", "text for a pause"),
    "key_name": ("naam", "name"),
    "key_note": ("opmerking", "note"),
    "key_options": ("antwoorden", "options"),
    "key_phone": ("telefoonnummer", "telephone number"),
    "key_purpose": ("doel", "purpose"),
    "key_questions": ("vragen", "questions"),
    "key_refer": ("hoe u die krijgt", "how to get it"),
    "key_required": ("of zij mag worden overgeslagen", "whether it may be skipped"),
    "key_rules": ("regels", "rules"),
    "key_severity": ("zwaarte", "weight"),
    "key_source": ("bron", "source"),
    "key_step": ("stap", "step"),
    "key_tasks": ("taken", "tasks"),
    "key_text": ("tekst", "text"),
    "key_themes": ("bijzondere vormen", "special forms"),
    "key_title": ("titel", "title"),
    "key_type": ("soort", "kind"),
    "key_unsafe_with": ("waarbij niet veilig", "with what not safe"),
    "key_unverified": ("waarom niet nagekeken", "why not verified"),
    "key_urgency": ("volgorde", "order"),
    "key_url": ("webadres", "web address"),
    "key_use": ("wanneer bellen", "when to call"),
    "key_verified": ("dag van nakijken", "day of checking"),
    "key_what": ("wat het is", "what it is"),
    "key_when": ("voorwaarde", "condition"),
    "key_who": ("voor wie", "for whom"),
    "key_why": ("waarom deze vraag", "why this question"),
    "graph_title": ("Protocol {title}, versie {version}", "Protocol {title}, version {version}"),
    "graph_about": (
        "De stappen met hun vragen, de regels die een advies geven, en de adviezen",
        "The steps with their questions, the rules that give advice, and the advice",
    ),
    "graph_levels": ("Advies", "Advice"),
    "graph_rules": ("Regels die een advies geven", "Rules that give advice"),
    "graph_step": ("Stap {number}, {title}", "Step {number}, {title}"),
    "graph_if": ("als {condition}", "if {condition}"),
}
