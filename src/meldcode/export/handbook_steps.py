"""The steps of the handbook: what each is for, what to do, and its questions with their explanation."""

from collections.abc import Iterator

from meldcode.export.handbook_words import Chapter, Part, Words
from meldcode.export.html import NOTHING, Html, element, escaped, joined, listed, terms
from meldcode.protocol.model import EVERY_ROUTE, HOME_ROUTE, Item, Question, Step
from meldcode.text.answers import role


def steps(words: Words) -> Chapter:
    """Return the chapter on the steps of the domestic circle."""
    chosen = [step for step in words.protocol.steps if step.route in (EVERY_ROUTE, HOME_ROUTE)]
    parts = tuple(Part(f"stap-{step.id}", step_title(words, step)) for step in chosen)
    intro = element("p", words.say("steps_text"))
    return Chapter("steps", joined((intro, *(step_written(words, step, 3) for step in chosen))), parts)


def definitions(words: Words) -> Chapter:
    """Return the chapter on what terms mean."""
    return Chapter("definitions", joined(_definitions(words)))


def step_title(words: Words, step: Step) -> Html:
    """Return the title of a step with its number in the law, where it has one."""
    title = words.text(step.title)
    return joined((words.say("step_number", number=str(step.number)), title), " ") if step.number else title


def step_written(words: Words, step: Step, depth: int) -> Html:
    """Return a step whose heading has this depth; its questions stand one deeper.

    A question that stands in several steps is written out in the first.
    """
    place = f"stap-{step.id}"
    here = [name for name in step.questions if _first_step(words, name) == step.id]
    elsewhere = [name for name in step.questions if name not in here]
    tasks = (joined((words.text(task.text), words.mark("task", f"{step.id}.{task.id}"))) for task in step.tasks)
    inside = (
        element(f"h{depth}", step_title(words, step), words.mark("step", step.id)),
        words.paragraphs(step.purpose, class_="lead"),
        words.paragraphs(step.guidance),
        _titled(words, "tasks", listed(tasks, class_="tasks")),
        _titled(words, "meanwhile", words.paragraphs(step.meanwhile)),
        words.sourced(step.source),
        joined(_question(words, words.protocol.questions[name], depth + 1) for name in here),
        words.labelled("asked_here_too", joined((words.question(name) for name in elsewhere), ", ")),
    )
    return element("section", *inside, class_="step", id=place)


def _first_step(words: Words, question: str) -> str:
    return next(step.id for step in words.protocol.steps if question in step.questions)


def _titled(words: Words, key: str, said: Html) -> Html:
    return element("div", element("p", words.say(key), class_="label"), said, class_="box") if said else NOTHING


def _question(words: Words, question: Question, depth: int) -> Html:
    place = f"vraag-{question.id}"
    number = words.say("question_number", number=words.numbers[question.id])
    number = element("span", number, class_="number")
    inside = (
        element(
            f"h{depth}",
            number,
            Html(" "),
            words.text(question.label),
            words.mark("question", question.id),
        ),
        words.paragraphs(question.ask, class_="ask"),
        element("p", joined(_kind(words, question), " "), class_="kind"),
        _options(words, question),
        terms(_explained(words, question), class_="explained"),
        words.sourced(question.source),
    )
    return element("section", *inside, class_="question", id=place)


def _kind(words: Words, question: Question) -> Iterator[Html]:
    yield words.say(f"type_{question.type}")
    yield words.say("required" if question.required else "optional")
    yield words.only_if(question.when, "asked_if")
    if question.waits:
        until = words.protocol.questions[question.waits.until].label
        yield words.only_if(question.waits.when, "waits_if")
        yield words.say("waits_until", date=words.plain(until))
    if question.locked:
        yield words.say("locked")


def _options(words: Words, question: Question) -> Html:
    themes = words.protocol.themes if question.id == "thema" else {}
    options = (
        joined((words.themes([each.id]) if each.id in themes else words.text(each.text), _hint(words, each)))
        for each in question.options
    )
    return listed(options, class_="options")


def _hint(words: Words, option: Item) -> Html:
    return element("span", Html(" "), words.text(option.hint), class_="hint") if option.hint.nl else NOTHING


def _explained(words: Words, question: Question) -> Iterator[tuple[Html, Html]]:
    yield words.say("question_help"), words.paragraphs(question.help)
    for local in words.protocol.local_help.get(question.id, ()):
        yield words.say("local_help", owner=words.plain(local.hint)), words.paragraphs(local.text)
    yield words.say("why"), words.paragraphs(question.why)
    known = (words.protocol.definitions[name] for name in question.definitions)
    named = (element("a", words.text(each.term), href=f"#begrip-{each.id}") for each in known)
    yield words.say("see_definitions"), joined(named, ", ")
    yield words.say("see_lists"), words.lists(question.lists)
    if question.client:
        client = role(words.language, question.client, words.protocol.client_word(words.language))
        yield words.say("client"), escaped(client)


def _definitions(words: Words) -> Iterator[Html]:
    for each in words.protocol.definitions.values():
        place = f"begrip-{each.id}"
        examples = (
            joined((words.text(item.text), words.mark("example", f"{each.id}.{item.id}"))) for item in each.examples
        )
        yield element(
            "section",
            element("h3", words.text(each.term)),
            words.paragraphs(each.text),
            _titled(words, "examples", listed(examples)),
            words.sourced(each.source),
            class_="definition",
            id=place,
        )
