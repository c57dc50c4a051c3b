"""What exercises say around the wizard."""

TEXTS = {
    "place": ("OEFENING", "EXERCISE"),
    "about": ("Over: {form}. Reken op {minutes} minuten.", "About: {form}. Allow {minutes} minutes."),
    "goals": ("Wat u hier oefent:", "What you practise here:"),
    "look_again": (
        "Wilt u het verhaal teruglezen? Kies bij een vraag voor uitleg (F1, of :uitleg).",
        "Want to read the case again? Choose explanation at a question (F1, or :explain).",
    ),
    "story_so_far": ("Het verhaal tot nu toe:", "The case so far:"),
    "fact": ("U hoort iets nieuws", "You hear something new"),
    "turn": ("Er zijn nieuwe feiten", "There are new facts"),
    "turn_weigh": (
        "Nieuwe feiten vragen om een nieuwe weging. U beantwoordt de vragen over de weging opnieuw.",
        "New facts ask for a new weighing. You answer the questions of the weighing again.",
    ),
    "feedback": ("Terugkijken op de oefening", "Looking back on the exercise"),
    "feedback_step": ("Terugkijken op deze stap", "Looking back on this step"),
    "hands_ask": (
        "Tel de handen. Typ de aantallen in deze volgorde, met spaties ertussen. Leeg laten mag.",
        "Count the hands. Type the numbers in this order, with spaces between. You may leave it empty.",
    ),
    "hands_refused": (
        "Typ {count} hele getallen met spaties ertussen, of laat het leeg.",
        "Type {count} whole numbers with spaces between, or leave it empty.",
    ),
    "hands": ("Handen: {count}", "Hands: {count}"),
    "done": ("Klaar", "Done"),
    "write_text": ("Terugkijken schrijven naar een tekstbestand", "Write the looking back to a text file"),
    "write_md": ("Terugkijken schrijven naar een Markdown-bestand", "Write the looking back to a Markdown file"),
    "feedback_file": ("oefening-{exercise}", "exercise-{exercise}"),
    "paused": (
        "Gestopt. Verder gaan: meldcode train run {exercise} --result {path}",
        "Stopped. To go on: meldcode train run {exercise} --result {path}",
    ),
    "paused_nowhere": ("Oefening gestopt. Er is niets bewaard.", "Exercise stopped. Nothing was kept."),
    "finished": ("De oefening staat in {path}.", "The exercise is in {path}."),
    "finished_nowhere": ("Einde van de oefening. Er is niets bewaard.", "End of the exercise. Nothing was kept."),
    "feedback_heading": ("OEFENING: terugkijken op {title}", "EXERCISE: looking back on {title}"),
    "was_finished": ("{exercise}: al afgerond.", "{exercise}: finished already."),
    "set_paused": (
        "Nog te doen: {count}. Verder gaan met de reeks: dezelfde opdracht, met --name {name}",
        "Still to do: {count}. To go on with the set: the same command, with --name {name}",
    ),
    "not_kept": (
        "Het laatste antwoord is niet bewaard in {path} ({reason}). Wat er al in stond, is er nog.",
        "The last answer was not kept in {path} ({reason}). What was in it before is still there.",
    ),
    "bad_name": (
        "Gebruik bij --name een korte schuilnaam met letters en cijfers, geen echte naam.",
        "Use a short pseudonym of letters and digits for --name, no real name.",
    ),
    "other_mode": (
        "{path} is begonnen met --mode {mode}. Ga zo verder, of kies een ander bestand.",
        "{path} was begun with --mode {mode}. Go on like that, or choose another file.",
    ),
    "empty_folder": ("In {path} staat geen oefening.", "There is no exercise in {path}."),
    "mode_leren": ("leren", "learning"),
    "mode_toets": ("toets", "test"),
    "mode_klas": ("klas", "class"),
    "basis": ("basis", "basic"),
    "gevorderd": ("gevorderd", "advanced"),
    "lastig": ("lastig", "hard"),
    "list_none": ("Er is geen oefening die daarbij past.", "There is no exercise that fits."),
    "list_line": (
        "{form} · {sector} · {difficulty} · {minutes} minuten",
        "{form} · {sector} · {difficulty} · {minutes} minutes",
    ),
    "no_terminal": (
        "Oefenen gaat in een terminal. Voor een antwoordenbestand is er meldcode advise.",
        "Practising needs a terminal. For an answers file there is meldcode advise.",
    ),
    "which": (
        "Noem een oefening of een sector. Welke er zijn, toont meldcode train list.",
        "Name an exercise or a sector. Which there are, meldcode train list shows.",
    ),
    "none_for_sector": (
        "Voor {sector} is er nog geen oefening. Welke er zijn, toont meldcode train list.",
        "There is no exercise for {sector} yet. Which there are, meldcode train list shows.",
    ),
    "unknown": (
        "De oefening '{given}' is er niet. Bedoelt u: {meant}? Welke er zijn, toont meldcode train list.",
        "There is no exercise '{given}'. Do you mean: {meant}? Which there are, meldcode train list shows.",
    ),
    "folder_needed": (
        "Bij meer oefeningen is --result een map die er al is; {path} is dat niet.",
        "With several exercises --result is a folder that exists; {path} is not.",
    ),
    "other_exercise": (
        "In {path} staat een andere oefening ({exercise}). Kies een ander bestand.",
        "{path} holds another exercise ({exercise}). Choose another file.",
    ),
    "other_version": (
        "In {path} staat een andere versie van de oefening ({exercise}). Kies een ander bestand.",
        "{path} holds another version of the exercise ({exercise}). Choose another file.",
    ),
    "other_events": (
        "Wat in {path} staat, kan niet in deze oefening gebeurd zijn. Er is niets veranderd.",
        "What {path} holds can't have happened in this exercise. Nothing was changed.",
    ),
    "other_protocol": (
        "{path} hoort bij een andere versie van het protocol. Kies een ander bestand.",
        "{path} belongs to another version of the protocol. Choose another file.",
    ),
    "bad_not_exercise": (
        "{path} is geen bestand met een oefening. Een echte zaak kan nooit een oefening zijn.",
        "{path} is no file of an exercise. A real case can never be an exercise.",
    ),
    "bad_newer": (
        "{path} is gemaakt door een nieuwere versie van meldcode.",
        "{path} was made by a newer version of meldcode.",
    ),
    "bad_size": ("{path} is te groot voor een oefening.", "{path} is too large for an exercise."),
    "bad_line": (
        "{path} is beschadigd op regel {line}. Er is niets veranderd.",
        "{path} is damaged at line {line}. Nothing was changed.",
    ),
    "no_such": ("{path} bestaat niet.", "{path} does not exist."),
    "no_exercises": ("{path} is geen map met oefeningen.", "{path} is no folder of exercises."),
}
