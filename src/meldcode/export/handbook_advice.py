"""The advice of the handbook: the weighing drawn as a flow, what levels ask, the rules, the flags, other routes."""

from collections.abc import Iterable

from meldcode.case.path import FLOOR
from meldcode.export.flow import Branch, Node, routes_of, weighing
from meldcode.export.handbook_steps import step_title, step_written
from meldcode.export.handbook_words import Chapter, Part, Words
from meldcode.export.html import NOTHING, Html, element, joined, listed, terms
from meldcode.protocol.model import HOME_ROUTE, LEVELS, Action, Flag, LevelText, Route, Rule

URGENT_FIRST = tuple(reversed(LEVELS))


def levels(words: Words) -> Chapter:
    """Return the chapter on what each level asks, the most urgent first."""
    pairs = ((words.protocol.levels[level], level) for level in URGENT_FIRST)
    body = (element("p", words.say("levels_text")), joined(_level(words, text, level) for text, level in pairs))
    return Chapter("levels", joined(body))


def flow(words: Words) -> Chapter:
    """Return the chapter with the weighing drawn as a flow."""
    nodes = weighing(words.protocol)
    floor = words.plain(words.protocol.levels[FLOOR].title)
    notes = (words.say("flow_text"), words.say("flow_highest"), words.say("flow_open", level=floor))
    intro = joined(element("p", note) for note in notes)
    return Chapter("flow", joined((intro, _drawn(words, nodes, HOME_ROUTE))) if nodes else NOTHING)


def rules(words: Words) -> Chapter:
    """Return the chapter on the rules by level, the most urgent first; those that give no level come last."""
    groups = [(level, [rule for rule in words.protocol.rules if rule.level == level]) for level in (*URGENT_FIRST, "")]
    filled = [(level, of_it) for level, of_it in groups if of_it]
    parts = tuple(Part(f"regels-{level or 'geen'}", _group_title(words, level)) for level, _ in filled)
    body = (_group(words, part, of_it) for part, (_, of_it) in zip(parts, filled, strict=True))
    return Chapter("rules", joined((element("p", words.say("rules_text")), *body)), parts)


def flags(words: Words) -> Chapter:
    """Return the chapter on findings about the process."""
    items = listed((_flag(words, flag) for flag in words.protocol.flags), class_="rules")
    return Chapter("flags", joined((element("p", words.say("flags_text")), items)) if items else NOTHING)


def routes(words: Words) -> Chapter:
    """Return the chapter on the other routes, each with its own steps."""
    found = words.protocol.routes
    parts = tuple(Part(f"route-{route.id}", words.text(route.title)) for route in found)
    return Chapter("routes", joined(_route(words, route) for route in found), parts)


def _level(words: Words, text: LevelText, level: str) -> Html:
    title = element("h3", element("span", words.text(text.title), class_=f"level {level}"))
    inside = (title, words.paragraphs(text.text))
    return element("section", *inside, class_="leveltext", id=f"advies-{level}")


# -- the flow ---------------------------------------------------------------------------------------------------------


def _drawn(words: Words, nodes: Iterable[Node], route: str) -> Html:
    return listed((_node(words, node, route) for node in nodes), "ol", class_="flow")


def _node(words: Words, node: Node, route: str) -> Html:
    question = node.question
    asked = (element("p", words.question(question.id), class_="label"), words.paragraphs(question.ask, class_="asked"))
    branches = listed((_branch(words, branch, route) for branch in node.branches), class_="branches")
    return element("div", element("div", *asked, class_="box"), branches, class_="node")


def _branch(words: Words, branch: Branch, route: str) -> Html:
    level = words.level(branch.level, route) if branch.level else NOTHING
    onward = _onward(words, branch)
    parts = (
        element("span", words.text(branch.option.text), class_="answer"),
        element("span", Html("→"), class_="arrow", aria_hidden="true"),
        element("span", joined((level, element("span", onward, class_="onward") if onward else NOTHING), " ")),
    )
    return joined(parts, " ")


def _onward(words: Words, branch: Branch) -> Html:
    if branch.next:
        label = words.plain(words.protocol.questions[branch.next].label)
        return words.say("flow_then" if branch.level else "flow_on", label=label)
    return NOTHING if branch.level else words.say("flow_no_level")


# -- rules ------------------------------------------------------------------------------------------------------------


def _group_title(words: Words, level: str) -> Html:
    return words.text(words.protocol.levels[level].title) if level else words.say("rules_without_level")


def _group(words: Words, part: Part, of_it: list[Rule]) -> Html:
    items = listed((_rule(words, rule) for rule in of_it), class_="rules")
    return element("section", element("h3", part.title), items, id=part.id)


def _rule(words: Words, rule: Rule) -> Html:
    actions = (_action(words, words.protocol.actions[name]) for name in rule.actions)
    inside = (
        element("p", words.text(rule.because), words.mark("rule", rule.id), class_="because"),
        words.labelled("if", words.condition(rule.when)),
        words.labelled("then", _outcome(words, rule)),
        listed(actions, class_="actions"),
        words.labelled("call", words.contacts(rule.contacts)),
        words.sourced(rule.source),
    )
    return element("div", *inside, id=f"regel-{rule.id}")


def _outcome(words: Words, rule: Rule) -> Html:
    """Return what the level asks in the routes of the rule; where it asks the same, once."""
    if not rule.level:
        return NOTHING
    return joined(dict.fromkeys(words.level(rule.level, route) for route in routes_of(words.protocol, rule)), " ")


def _action(words: Words, action: Action) -> Html:
    kind = NOTHING if action.kind == "do" else element("em", words.say(f"action_{action.kind}"), Html(" "))
    condition = words.only_if(action.when)
    limit = element("span", Html(" "), condition, class_="hint") if condition else NOTHING
    source = words.protocol.sources.get(action.source)
    doubt = (
        NOTHING
        if source is None or source.verified
        else element("span", Html(" "), words.source(source.id), class_="hint")
    )
    return joined((kind, words.text(action.text), limit, doubt, words.mark("action", action.id)))


def _flag(words: Words, flag: Flag) -> Html:
    step = next((step for step in words.protocol.steps if step.id == flag.step), None)
    link = element("a", step_title(words, step), href=f"#stap-{step.id}") if step else NOTHING
    inside = (
        element("p", words.text(flag.text), words.mark("flag", flag.id), class_="because"),
        words.labelled("if", words.condition(flag.when)),
        words.labelled("flag_step", link),
        words.sourced(flag.source),
    )
    return element("div", *inside, id=f"aandachtspunt-{flag.id}")


# -- other routes -----------------------------------------------------------------------------------------------------


def _route(words: Words, route: Route) -> Html:
    place = f"route-{route.id}"
    meanings = (
        (words.level(level, route.id), words.text(route.levels[level].text))
        for level in URGENT_FIRST
        if level in route.levels
    )
    nodes = weighing(words.protocol, route.id)
    own = (step for step in words.protocol.steps if step.route == route.id)
    inside = (
        element("h3", words.text(route.title)),
        words.paragraphs(route.text, class_="lead"),
        words.labelled("route_if", words.condition(route.when)),
        element("p", words.say("route_levels")) if route.levels else NOTHING,
        terms(meanings, class_="meanings"),
        element("p", words.say("route_flow")) if nodes else NOTHING,
        _drawn(words, nodes, route.id),
        joined(step_written(words, step, 4) for step in own),
    )
    return element("section", *inside, class_="route", id=place)
