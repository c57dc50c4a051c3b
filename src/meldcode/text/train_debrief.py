"""What a debrief of a group says: about answers and numbers, never about a person."""

TEXTS = {
    "heading": ("Nabespreking van een oefening", "Debrief of an exercise"),
    "exercise": ("OEFENING", "EXERCISE"),
    "exercise_long": (
        "OEFENING. Dit gaat over een bedacht verhaal en niet over een echte zaak.",
        "EXERCISE. This is about an invented case and not about a real one.",
    ),
    "contents": ("Inhoud", "Contents"),
    "skip": ("Naar de inhoud", "Skip to the content"),
    "page": ("Bladzijde", "Page"),
    "chapter.group": ("Over deze groep", "About this group"),
    "chapter.answers": ("Antwoorden per vraag", "Answers per question"),
    "chapter.turned": ("Antwoorden na de nieuwe feiten", "Answers after the new facts"),
    "chapter.hands": ("Handen in de klas", "Hands in the class"),
    "chapter.decision": ("Het besluit naast het advies", "The decision beside the advice"),
    "chapter.signals": ("Signalen", "Signals"),
    "chapter.process": ("De stappen en het opschrijven", "The steps and the recording"),
    "chapter.paths": ("Waar de wegen uiteengingen", "Where paths parted"),
    "chapter.time": ("Tijd per stap", "Time per step"),
    "chapter.agreement": ("Hoe eens de groep het was", "How much the group agreed"),
    "chapter.discussion": ("Om over door te praten", "To talk about"),
    "together": ("Alle oefeningen samen", "All exercises together"),
    "group": (
        (
            "Deelnemers: {size}. Met terugkijken na elke stap: {learning}. Met terugkijken aan het eind: {testing}. "
            "Het laatste antwoord op een vraag telt."
        ),
        (
            "Participants: {size}. With feedback after every step: {learning}. With feedback at the end: {testing}. "
            "The last answer to a question counts."
        ),
    ),
    "classes": (
        "Klassen waarin handen zijn geteld: {classes}. De meeste handen bij één vraag: {voters}.",
        "Classes in which hands were counted: {classes}. Most hands at one question: {voters}.",
    ),
    "few": (
        (
            "Deze groep is kleiner dan {few}. Iemand kan zichzelf of een ander herkennen. Laat dit alleen zien "
            "als iedereen "
            "dat goed vindt."
        ),
        (
            "This group is smaller than {few}. Someone may recognise themselves or another person. Show this only if "
            "everyone agrees."
        ),
    ),
    "unfinished": (
        "Zonder besluit in de laatste ronde: {count}. Zij stopten eerder of namen een weg zonder die vraag.",
        "Without a decision in the last round: {count}. They stopped earlier or took a path without that question.",
    ),
    "about_norm": (
        (
            "“Past bij de norm” betekent: de maker van de oefening vindt dit antwoord met de norm te verdedigen. "
            "Vaak zijn dat er meer dan één."
        ),
        (
            "“Fits the norm” means: the author of the exercise finds that this answer can be defended with the norm. "
            "Often there is more than one."
        ),
    ),
    "rare": (
        "Deze vragen kregen minder dan {few} deelnemers. Hun antwoorden staan hier niet: {questions}.",
        "Fewer than {few} participants came to these questions. Their answers are not shown: {questions}.",
    ),
    "option": ("Antwoord", "Answer"),
    "answered": ("Aantal deelnemers", "Number of participants"),
    "hands": ("Aantal handen", "Number of hands"),
    "hands_apart": (
        "Dit zijn handen in een klas. Ze tellen niet mee bij de antwoorden van deelnemers apart.",
        "These are hands in a class. They are not counted with the answers of separate participants.",
    ),
    "after_turn": ("{title} (na de nieuwe feiten)", "{title} (after the new facts)"),
    "fits": ("past bij de norm", "fits the norm"),
    "fits_not": ("buiten de norm", "outside the norm"),
    "count": ("{count} van {total}, {share}", "{count} of {total}, {share}"),
    "reach": ("{low} tot {high}", "{low} to {high}"),
    "within": (
        "Past bij de norm: {said}. Bij veel meer mensen zoals deze zou het waarschijnlijk {reach} zijn.",
        "Fits the norm: {said}. With many more people like these it would probably be {reach}.",
    ),
    "alike": (
        "Kies twee deelnemers. De kans dat zij hetzelfde kozen, is {share}.",
        "Pick two participants. The chance that they chose the same is {share}.",
    ),
    "several": ("Hier kon men meer dan één antwoord kiezen.", "Here one could choose more than one answer."),
    "no_answer": ("geen antwoord", "no answer"),
    "decision_first": ("Advies en besluit", "Advice and decision"),
    "decision_second": ("Advies en besluit na de nieuwe feiten", "Advice and decision after the new facts"),
    "advice": ("Advies bij de eigen antwoorden", "Advice for their own answers"),
    "number": ("Aantal", "Number"),
    "decided": ("Besloten", "Decided"),
    "signal": ("Signaal", "Signal"),
    "recorded": ("Genoteerd door", "Recorded by"),
    "missed": ("gemist door {count}", "missed by {count}"),
    "signals.shown": (
        "Signalen in het verhaal, de meest gemiste bovenaan",
        "Signals in the case, the most missed first",
    ),
    "signals.overclaimed": (
        "Genoteerd terwijl het verhaal het niet laat zien",
        "Recorded while the case does not show it",
    ),
    "signals.not_in_story": (
        "Ook genoteerd; de maker noemt deze niet",
        "Also recorded; the author does not name these",
    ),
    "faults": ("Wat vaker terugkwam", "What came back more often"),
    "found": ("Wat", "What"),
    "attempts": ("Aantal deelnemers", "Number of participants"),
    "no_faults": (
        "Bij de stappen en het opschrijven viel niets op.",
        "Nothing stood out about the steps and the recording.",
    ),
    "fault.second_hand_as_seen": (
        "Van een ander gehoord, genoteerd als zelf gezien",
        "Heard from someone else, recorded as seen oneself",
    ),
    "fault.interpretation_as_fact": (
        "Een duiding staat bij wat gezien is",
        "An interpretation stands with what was seen",
    ),
    "fault.no_fact": ("Er staat niet wat precies gezien is", "It does not say what exactly was seen"),
    "fault.no_date": ("De datum ontbreekt bij een signaal", "The date of a signal is missing"),
    "fault.no_how": ("Er staat niet van wie men het weet", "It does not say how one knows it"),
    "fault.told_unsafe_gesprek": (
        "Gesproken met de betrokkene terwijl dat gevaar kan geven",
        "Spoke with the person concerned while that can be dangerous",
    ),
    "fault.told_unsafe_aankondiging": (
        "De melding aangekondigd terwijl dat gevaar kan geven",
        "Announced the report while that can be dangerous",
    ),
    "about_paths": (
        "De weg van de maker is één goede weg. Een andere weg kan ook goed zijn.",
        "The author's path is one good path. Another path can be right as well.",
    ),
    "tree": (
        "Wie bleef op de weg van de maker, en wie ging waar anders",
        "Who kept to the author's path, and who left",
    ),
    "choice": ("Keuze op de weg van de maker", "Choice on the author's path"),
    "still": ("Nog op deze weg", "Still on this path"),
    "parted": ("Ging hier anders", "Left here"),
    "stopped": ("stopte hier", "stopped here"),
    "kept": (
        "De hele weg van de maker tot de nieuwe feiten of het eind: {said}.",
        "The author's whole path up to the new facts or the end: {said}.",
    ),
    "routes": ("De meest gekozen wegen", "The paths taken most"),
    "route": ("Keuzes", "Choices"),
    "other_paths": (
        "Deelnemers op andere wegen: {count}. Een weg van één deelnemer staat hier niet apart.",
        "Participants on other paths: {count}. A path of one participant is not shown apart.",
    ),
    "step": ("Stap", "Step"),
    "plot": ("Tijd", "Time"),
    "median": ("Middelste", "Middle one"),
    "quartiles": ("Middelste helft", "Middle half"),
    "time_first": ("Minuten en seconden per stap", "Minutes and seconds per step"),
    "time_second": (
        "Minuten en seconden per stap, na de nieuwe feiten",
        "Minutes and seconds per step, after the new facts",
    ),
    "about_time": (
        "De stip is de middelste deelnemer. De streep is de middelste helft van de groep. Lezen telt mee.",
        "The dot is the middle participant. The line is the middle half of the group. Reading is included.",
    ),
    "away": (
        "Pauzes van meer dan 30 minuten zijn niet meegeteld: {count}.",
        "Breaks of more than 30 minutes were left out: {count}.",
    ),
    "about_alpha": (
        (
            "Het getal (alfa van Krippendorff) zegt hoe eens de deelnemers het met elkaar waren. 1 is helemaal eens. "
            "0 is wat toeval ook geeft. Onder 0 waren zij het minder eens dan bij toeval."
        ),
        (
            "The number (Krippendorff's alpha) says how much the participants agreed with each other. 1 is full "
            "agreement. "
            "0 is what chance gives too. Below 0 they agreed less than by chance."
        ),
    ),
    "alpha_title": ("Overeenstemming tussen deelnemers", "Agreement among participants"),
    "about_what": ("Waarover", "About what"),
    "alpha": ("Alfa", "Alpha"),
    "interval": ("95%-interval", "95% interval"),
    "units": ("Vragen of signalen", "Questions or signals"),
    "scale.danger": ("Vragen over gevaar (oplopend)", "Questions about danger (rising)"),
    "scale.decision": ("Het besluit (oplopend)", "The decision (rising)"),
    "scale.signals": ("Signalen (wel of niet genoteerd)", "Signals (recorded or not)"),
    "scale.same_options": (
        "Vragen met dezelfde antwoorden: {questions}",
        "Questions with the same answers: {questions}",
    ),
    "one_unit": ("één vraag is te weinig", "one question is too few"),
    "no_difference": ("overal hetzelfde antwoord", "the same answer everywhere"),
    "too_few": ("minder dan {least} deelnemers", "fewer than {least} participants"),
    "alpha_nominal": (
        (
            "Vragen zonder volgorde: twee antwoorden zijn gelijk of verschillend. Alleen vragen met dezelfde "
            "antwoorden "
            "worden vergeleken."
        ),
        (
            "Questions without order: two answers are the same or different. Only questions with the same answers are "
            "compared."
        ),
    ),
    "alpha_ordinal": (
        (
            "Vragen over gevaar en het besluit: ja en nee liggen verder uit elkaar dan ja en twijfel. De "
            "volgorde is die van "
            "het protocol, van minst naar meest gevaar."
        ),
        (
            "Questions about danger and the decision: yes and no are further apart than yes and doubt. The "
            "order is that of "
            "the protocol, from least to most danger."
        ),
    ),
    "alpha_signals": (
        "Signalen: alleen die de maker noemt, elk wel of niet genoteerd.",
        "Signals: only those that the author names, each recorded or not.",
    ),
    "alpha_skewed": (
        (
            "Koos bijna iedereen overal hetzelfde? Dan kan alfa laag zijn terwijl de groep het eens is. Kijk "
            "dan naar de "
            "antwoorden per vraag."
        ),
        (
            "Did nearly everyone choose the same everywhere? Then alpha can be low while the group agrees. Look at the "
            "answers per question then."
        ),
    ),
    "bootstrap": (
        (
            "Het interval: {times} keer is met terugleggen een even grote groep uit deze deelnemers geloot "
            "(bootstrap met "
            "hele deelnemers; beginwaarde {seed}, dus steeds dezelfde uitkomst). De vragen blijven gelijk. "
            "Onder {least} "
            "deelnemers is er geen interval: zo weinig mensen zeggen te weinig."
        ),
        (
            "The interval: {times} times a group of the same size was drawn from these participants with replacement "
            "(bootstrap of whole participants; seed {seed}, so always the same outcome). The questions stay the "
            "same. Below "
            "{least} participants there is no interval: so few people say too little."
        ),
    ),
    "apart": (
        "Eens zijn met elkaar is iets anders dan passen bij de norm. Een groep kan samen iets missen.",
        "To agree with each other is not the same as to fit the norm. A group can miss something together.",
    ),
    "about_together": (
        "Dezelfde deelnemer wordt in verschillende oefeningen herkend aan de schuilnaam.",
        "The same participant is known in different exercises by the pseudonym.",
    ),
    "no_grade": (
        "Hier staat geen cijfer. Ook ervaren mensen wegen hetzelfde verhaal soms anders.",
        "There is no mark here. Experienced people too sometimes weigh the same case differently.",
    ),
    "names": ("Antwoorden per deelnemer", "Answers per participant"),
    "names_warning": (
        "Hier staan antwoorden per schuilnaam, omdat daarom is gevraagd. Laat dit niet aan de groep zien.",
        "Here are answers per pseudonym, because that was asked for. Do not show this to the group.",
    ),
    "participant": ("Schuilnaam", "Pseudonym"),
    "their_answers": ("Antwoorden", "Answers"),
    "left_out": ("Niet meegeteld:", "Left out:"),
    "left.not_exercise": ("{path}: geen bestand met een oefening", "{path}: no file of an exercise"),
    "left.newer": (
        "{path}: gemaakt door een nieuwere versie van meldcode",
        "{path}: made by a newer version of meldcode",
    ),
    "left.size": ("{path}: te groot voor een oefening", "{path}: too large for an exercise"),
    "left.line": ("{path}: beschadigd", "{path}: damaged"),
    "left.unreadable": ("{path}: niet te lezen", "{path}: can't be read"),
    "left.unknown": (
        "{path}: de oefening is er niet of heeft fouten; noem haar map met --exercises",
        "{path}: the exercise is not there or has faults; name its folder with --exercises",
    ),
    "left.other_version": (
        "{path}: van een andere versie van de oefening",
        "{path}: of another version of the exercise",
    ),
    "left.other_protocol": (
        "{path}: van een andere versie van het protocol",
        "{path}: of another version of the protocol",
    ),
    "left.unfit": ("{path}: de antwoorden passen niet bij de oefening", "{path}: the answers do not fit the exercise"),
    "left.empty": ("{path}: er staat nog geen antwoord in", "{path}: there is no answer in it yet"),
    "left.double": (
        "{path}: deze schuilnaam is er al bij deze oefening; de eerste poging telt",
        "{path}: this pseudonym is there already for this exercise; the first attempt counts",
    ),
    "nothing": (
        "Er is geen bestand dat meetelt. Noem de bestanden van meldcode train run --result, of hun map.",
        "There is no file that counts. Name the files of meldcode train run --result, or their folder.",
    ),
    "written": ("Geschreven: {path}", "Written: {path}"),
    "csv_note": (
        "In {path} staat per rij een antwoord van één deelnemer. Deel het niet met de groep.",
        "Each row of {path} is an answer of one participant. Do not share it with the group.",
    ),
}
