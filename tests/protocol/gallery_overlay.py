"""One overlay for each thing that can be wrong with one; `→` marks the place that must be shown."""

from tests.protocol.gallery_misleading import AFTER_HIDING, MISLEADING
from tests.protocol.lookalikes import LOOKALIKES, NEAR
from tests.protocol.small_overlay import CONTACT, HEAD, MARK, after, earlier, fault, headed, overlay, whole

FORMS = {
    "an operation without a verb": fault("O01", "→{id: bel, text: Bel}"),
    "an operation with two verbs": fault("O01", "→{add: task, change: step, id: x, step: wegen, text: X}"),
    "a verb that weakens": fault("O01", "→{remove: step, id: wegen}", given=""),
    "a step that is removed": fault("O01", "→{hide: step, id: wegen}", given="hide step"),
    "a rule that is hidden": fault("O01", "→{hide: rule, id: meld}"),
    "a flag that is hidden": fault("O01", "→{hide: flag, id: lager}"),
    "an action that is hidden": fault("O01", "→{hide: action, id: bel}"),
    "a rule that is changed": fault("O01", "→{change: rule, id: meld, because: Anders.}"),
    "a flag that is changed": fault("O01", "→{change: flag, id: lager, text: Anders.}"),
    "an action that is changed": fault("O01", "→{change: action, id: bel, text: Bel later.}"),
    "a level that is changed": fault("O01", "→{change: level, id: melden, text: Wacht.}"),
    "a definition that is changed": fault("O01", "→{change: definition, id: onveilig, text: Niets.}"),
    "a signal that is changed": fault("O01", "→{change: signal, id: kind.wond, severity: laag}"),
    "a theme that is changed": fault("O01", "→{change: theme, id: eer, title: X}"),
    "a question that is tightened": fault("O01", "→{tighten: question, id: gemeld, level: melden}"),
    "defaults": headed("S01", "base: 2.0.0\n", "base: 2.0.0\n→defaults: {veiligheid: nee}\n", key="defaults"),
    "a recovery key": headed("S01", "base: 2.0.0\n", "base: 2.0.0\n→recovery: age1abc\n", key="recovery"),
    "steps of its own": headed("S01", "base: 2.0.0\n", "base: 2.0.0\n→steps: []\n", key="steps"),
    "rules of its own": headed("S01", "base: 2.0.0\n", "base: 2.0.0\n→rules: []\n", key="rules"),
    "bound by no law": headed("S01", "base: 2.0.0\n", "base: 2.0.0\n→bound: false\n", key="bound"),
    "an overlay without operations": whole("S02", MARK + HEAD, key="operations"),
    "an overlay without an owner": headed(
        "S02", "overlay: stad\nversion: 1.0.0\nowner: Gemeente Stad\n", "→overlay: stad\nversion: 1.0.0\n", key="owner"
    ),
    "an owner of two lines": headed("S03", "owner: Gemeente Stad", 'owner: →"Gemeente\\nBel 030-1234567"', key="owner"),
    "a version in words": headed("S14", "version: 1.0.0", "version: →een", given="een"),
    "extends a path": headed("S08", "extends: school", "extends: →../../geheim/sector.yaml"),
    "extends a path of the machine": headed("S08", "extends: school", "extends: →/etc/passwd"),
    "extends a web address": headed("S08", "extends: school", 'extends: →"https://voorbeeld.nl/school.yaml"'),
    "extends a share": headed("S08", "extends: school", "extends: →\\\\server\\share\\school"),
    "extends a drive": headed("S08", "extends: school", 'extends: →"C:\\\\school.yaml"'),
    "extends a sector that is not there": headed("R15", "extends: school", "extends: →schol", meant="school"),
    "extends one that is there and one that is not": headed("R15", "extends: school", "extends: [school, →opvang]"),
    "extends itself": headed("O09", "overlay: stad", "overlay: →school", name="school"),
    "the name of a sector": headed("R11", "overlay: stad", "overlay: →algemeen", name="algemeen"),
    "the name of a national source": headed("R11", "overlay: stad", "overlay: →wet", name="wet"),
    "made for another major version": headed(
        "O11", HEAD, MARK + HEAD.replace("base: 2.0.0", "base: 1.9.0"), given="1.9.0", version="2.0.0"
    ),
    "too many operations": whole(
        "O12", MARK + overlay(*(f"{{add: role, id: r{n}, text: R}}" for n in range(501))), amount="501", limit="500"
    ),
    "ten thousand operations": whole(
        "Y11", overlay(*(f"{{add: {MARK if n == 2855 else ''}role, id: r{n}, text: R}}" for n in range(10_000)))
    ),
    "a truth value in Dutch": fault(
        "S05", "{add: question, after: gemeld, question: {id: x, ask: X?, type: text, required: →ja}}"
    ),
    "hours in words": fault("S13", f"{{{CONTACT}, hours: →overdag}}", given="overdag"),
    "a phone number with words": fault("S15", f"{{{CONTACT}, phone: →0800-2000 of beter 06-12345678}}"),
    "a phone number in letters": fault("S15", f"{{{CONTACT}, phone: →nul dertig}}"),
    "a phone number in other digits": fault("S15", f"{{{CONTACT}, phone: →１１２}}"),  # noqa: RUF001 - the trick
    "a link that runs": fault("S16", f'{{{CONTACT}, url: →"javascript:alert(1)"}}'),
    "a link with a space": fault("S16", f'{{{CONTACT}, url: →"https://a.nl b"}}'),
    "a link that reads as another site": fault("S16", f'{{{CONTACT}, url: →"https://veilig-thuis.nl@stad.example/"}}'),
    "a source with a link that runs": headed(
        "S16", "base: 2.0.0\n", 'base: 2.0.0\nsources: {x: {title: X, verified: 2026-01-02, url: →"file:///x"}}\n'
    ),
    "neither before nor after": fault("O15", "→{add: question, question: {id: x, ask: X?, type: text}}"),
    "before and after": fault(
        "O15", "→{add: step, before: wegen, after: overleg, step: {id: x, title: X, purpose: X, questions: []}}"
    ),
    "a contact that is checked and not checked": fault("S10", f"→{{{CONTACT}, unverified: nee}}"),
    "a question of persons": fault(
        "S04", "{add: question, after: gemeld, question: {id: x, ask: X?, type: →people}}", given="people"
    ),
    "a question with danger": fault(
        "S01", "{add: question, after: gemeld, question: {id: x, ask: X?, type: text, →danger: rising}}", key="danger"
    ),
    "a question that is locked": fault(
        "S01", "{add: question, after: gemeld, question: {id: x, ask: X?, type: text, →locked: true}}", key="locked"
    ),
    "a choice without options": fault(
        "S11", "{add: question, after: gemeld, question: →{id: x, ask: X?, type: choice}}", question="x"
    ),
    "a statutory step": fault(
        "S01",
        "{add: step, after: wegen, step: {id: x, title: X, purpose: X, →statutory: 5, questions: []}}",
        key="statutory",
    ),
    "a step in another route": fault(
        "S01", "{add: step, after: wegen, step: {id: x, title: X, purpose: X, →route: alle, questions: []}}"
    ),
    "an option that goes": fault("S03", "{change: question, id: gemeld, options: →[ja]}", expected="mapping"),
    "no longer required": fault("S01", "{change: question, id: gemeld, →required: false}", key="required"),
    "no longer locked": fault("S01", "{change: question, id: direct_gevaar, →locked: false}", key="locked"),
    "an order of options": fault("S01", "{change: question, id: veiligheid, →danger: none}", key="danger"),
    "a rule with another condition": fault(
        "S01", "{tighten: rule, id: meld, level: bel_112, →when: {gesprek: gevoerd}}", key="when"
    ),
}

PROTECTED = {
    "the words of a locked question turned round": fault(
        "O03", "→{change: question, id: direct_gevaar, ask: Is iedereen veilig?}", name="direct_gevaar"
    ),
    "the options of a locked question swapped": fault(
        "O03", "→{change: question, id: direct_gevaar, options: {ja: Nee, nee: Ja}}"
    ),
    "the label of a question that a rule reads": fault("O03", "→{change: question, id: veiligheid, label: Veilig}"),
    "a guard on a question that is read": fault("O03", "→{change: question, id: veiligheid, when: {gesprek: gevoerd}}"),
    "a guard on the question about persons, of whom a guard reads": fault(
        "O03", "→{change: question, id: betrokkenen, when: {direct_gevaar: ja}}"
    ),
    "the words of the date that a question waits for": fault("O03", "→{change: question, id: gesprek_datum, ask: X?}"),
    "the reason for doing less": fault("O03", "→{change: question, id: afwijking_reden, ask: Waarom niet?}"),
    "a question before danger": fault(
        "O03", "→{add: question, before: direct_gevaar, question: {id: x, ask: X?, type: text}}", name="direct_gevaar"
    ),
    "a step before the first": fault(
        "O03", "→{add: step, before: signalen, step: {id: x, title: X, purpose: X, questions: []}}", name="signalen"
    ),
    "another number for 112": fault("O03", "→{change: contact, id: alarm, phone: 030-1234567}", name="alarm"),
    "another number for Veilig Thuis": fault("O03", "→{change: contact, id: veilig_thuis, phone: 0800-2001}"),
    "other hours for Veilig Thuis": fault("O03", "→{change: contact, id: veilig_thuis, hours: ma-vr 9-17}"),
    "another name for Veilig Thuis": fault("O03", "→{change: contact, id: veilig_thuis, name: Wijkteam}"),
    "another number in a note at Veilig Thuis": fault(
        "O17", "→{change: contact, id: veilig_thuis, note: Dit nummer is vervallen. Bel 030-1234567.}"
    ),
    "another number in a note at 112": fault("O17", "→{change: contact, id: alarm, note: Of bel 144.}", number="144"),
    "an action that informs": fault("O04", "{add: action, action: →{id: x, text: Vertel het., informs: true}}"),
    "hiding danger": fault("O05", "→{hide: question, id: direct_gevaar}", name="direct_gevaar"),
    "hiding a question that a rule reads": fault(
        "O05", "→{hide: question, id: veiligheid}", readers="toelichting, meld"
    ),
    "hiding the persons, of whom a guard reads": fault(
        "O05", "→{hide: question, id: betrokkenen}", readers="toelichting"
    ),
    "hiding the reason for doing less": fault("O05", "→{hide: question, id: afwijking_reden}", readers="locked"),
    "hiding the date that a question waits for": fault(
        "O05", "→{hide: question, id: gesprek_datum}", readers="gesprek"
    ),
    "hiding 112": fault("O05", "→{hide: contact, id: alarm}", readers="112"),
    "hiding Veilig Thuis": fault("O05", "→{hide: contact, id: veilig_thuis}"),
    "hiding an acute signal": fault("O05", "→{hide: signal, id: kind.wond}", readers="acuut"),
    "a rule with a lower level": fault("O06", "→{tighten: rule, id: meld, level: volgen}", level="melden"),
    "a rule with the same level": fault("O06", "→{tighten: rule, id: meld, level: melden}"),
    "a low level for a rule without one": fault("O07", "→{tighten: rule, id: signaal, level: afsluiten}"),
    "an added rule below overleg": fault(
        "O07", "{add: rule, rule: →{id: x, when: {veiligheid: ja}, level: volgen, because: X.}}", given="volgen"
    ),
    "a question that means the same everywhere": fault(
        "O16", "{add: question, after: gemeld, question: {id: →vermoeden, ask: X?, type: text}}", name="vermoeden"
    ),
    "a question that takes the name of a fact": fault(
        "O16", "{add: question, after: gemeld, question: {id: →minderjarige, ask: X?, type: text}}"
    ),
    "a fixed question in a new step": fault(
        "O16",
        "{add: step, after: wegen, step: {id: x, title: X, purpose: X, questions: [{id: →hulp, ask: X?, type: text}]}}",
    ),
    "a national source that is taken over": headed(
        "R11", "base: 2.0.0\n", "base: 2.0.0\nsources: {wet: →{title: Onze wet, verified: 2026-01-02}}\n", name="wet"
    ),
    "English that turns a locked question round": fault(
        "T01", "{change: question, id: direct_gevaar, help: Kijk goed.}"
    )._replace(english="language: en\nquestions: {direct_gevaar: {ask: Is everyone safe?}}\n", line=2, column=1),
    "English for a rule of the country": fault("T01", "{tighten: rule, id: meld, level: bel_112}")._replace(
        english="language: en\noperations: {meld: {because: Wait.}}\n", line=2, column=21
    ),
}

REFERENCES = {
    "a rule of another sector": fault(
        "O02", "{tighten: rule, id: →zeden_bestuur, level: bel_112}", name="zeden_bestuur"
    ),
    "a question of another sector": fault("O02", "{change: question, id: →zeden, help: X.}"),
    "a contact of another sector": fault("O02", "{hide: contact, id: →vertrouwensinspecteur}"),
    "a contact that is not there": fault("O02", "{change: contact, id: →wijkteam, note: X.}"),
    "a role that is not there": fault("O02", "{change: role, id: →directie, text: X}"),
    "a term that is not there": fault("O02", "{change: term, id: →klant, text: X}"),
    "help that is not there": fault("O02", "{hide: intervention, id: →signs}"),
    "a step that is not there": fault("O02", "{change: step, id: →weeg, title: X}", meant="wegen"),
    "a place that is not there": fault(
        "O02", "{add: question, after: →gemelt, question: {id: x, ask: X?, type: text}}", meant="gemeld"
    ),
    "a contact at a rule that is not there": fault("O02", f"{{{CONTACT}, rules: [→melt]}}", meant="meld"),
    "a signal whose name is no id": fault("S08", "{hide: signal, id: →Kind}"),
    "a rule without a condition": fault("S02", "{add: rule, rule: →{id: x, because: X.}}", key="when"),
    "a flag without a condition": fault("S02", "{add: flag, flag: →{id: x, text: X.}}", key="when"),
    "a signal that is not there": fault("R14", "{hide: signal, id: →kind.blij}", name="kind.blij"),
    "a list that is not there": fault("R08", "{add: signal, list: →kat, signal: {id: x, text: X., severity: laag}}"),
    "a definition that is not there": fault("R07", "{add: example, definition: →veilig, id: x, text: X.}"),
    "a task in a step that is not there": fault("R03", "{add: task, step: →weeg, id: x, text: X.}", meant="wegen"),
    "a theme that is not there": fault("R16", f"{{{CONTACT}, themes: [→eerr]}}", meant="eer"),
    "a rule that shows an action that is not there": fault(
        "R09", "{add: rule, rule: {id: x, when: {veiligheid: ja}, because: X., actions: [→bell]}}", meant="bel"
    ),
    "a rule that names a contact that is not there": fault(
        "R05", "{add: rule, rule: {id: x, when: {veiligheid: ja}, because: X., contacts: [→alarmm]}}", meant="alarm"
    ),
    "a source that is not there": fault(
        "R04", "{add: rule, rule: {id: x, when: {veiligheid: ja}, because: X., source: →wett}}", meant="wet"
    ),
    "a rule about a question that is not there": fault(
        "R01", "{add: rule, rule: {id: x, when: {→veilig: ja}, because: X.}}", meant="veiligheid"
    ),
    "a rule about an answer that is not there": fault(
        "R02", "{add: rule, rule: {id: x, when: {veiligheid: →jaa}, because: X.}}", meant="ja"
    ),
    "a guard that reads a later question": fault(
        "R12",
        "{add: question, after: thema, question: →{id: x, ask: X?, type: text, when: {veiligheid: ja}}}",
    ),
    "a rule that is there already": fault(
        "R11", "{add: rule, rule: {id: →meld, when: {veiligheid: ja}, because: X.}}", name="meld"
    ),
    "a contact that is there already": fault(
        "R11", "{add: contact, id: →veilig_thuis, name: X, phone: 030-1234567, verified: 2026-01-02}"
    ),
    "a question that is there already": fault(
        "R11", "{add: question, after: gemeld, question: {id: →toelichting, ask: X?, type: text}}"
    ),
    "a step that is there already": fault(
        "R11", "{add: step, after: wegen, step: {id: →wegen, title: X, purpose: X, questions: []}}"
    ),
    "an action that is there already": fault("R11", "{add: action, action: {id: →bel, text: Bel.}}", name="bel"),
    "a flag that is there already": fault(
        "R11", "{add: flag, flag: {id: →lager, when: {veiligheid: ja}, text: X.}}", name="lager"
    ),
    "a signal that is there already": fault(
        "R11", "{add: signal, list: kind, signal: →{id: wond, text: X., severity: laag}}", name="kind.wond"
    ),
    "an example that is there already": fault("R11", "{add: example, definition: onveilig, id: →honger, text: X.}"),
    "a role that is there already": fault("R11", "{add: role, id: →ib, text: X}", name="ib"),
    "help that is there already": fault(
        "R11",
        "{add: intervention, intervention: {id: →huisbezoek, name: X, what: X., refer: X., aim: herstel, "
        "fits: {roles: [kind]}}}",
    ),
    "a flag about a question that is not there": fault(
        "R01", "{add: flag, flag: {id: x, when: {→veilig: ja}, text: X.}}", meant="veiligheid"
    ),
    "a question to hide that is not there": fault("O02", "{hide: question, id: →gemelt}", meant="gemeld"),
    "an action with an empty condition": fault("C01", "{add: action, action: {id: x, text: X., when: →{}}}"),
    "two conditions without all": fault(
        "C01", "{add: rule, rule: {id: x, when: →{veiligheid: ja, gesprek: gevoerd}, because: X.}}"
    ),
    "free text that steers": fault(
        "C04", "{add: rule, rule: {id: x, when: {→toelichting: ja}, because: X.}}", name="toelichting"
    ),
    "a rule that reads the advice": fault(
        "C05", "{add: rule, rule: →{id: x, when: {below_advice: besluit}, because: X.}}"
    ),
    "an action that reads the advice": fault(
        "C05", "{add: action, action: →{id: x, text: X., when: {not: {below_advice: besluit}}}}"
    ),
}

IMITATIONS = {
    **{
        f"a contact called {name}": fault(
            "O13", f'→{{add: contact, id: team, name: "{name}", phone: 030-1234567, verified: 2026-01-02}}', name=name
        )
        for name in LOOKALIKES
    },
    **{f"a contact with number {number}": fault("O13", f"→{{{CONTACT}, phone: {number}}}") for number in NEAR},
    "a contact with the site of Veilig Thuis": fault(
        "O13", f'→{{{CONTACT}, url: "https://veiligthuis.nl.stad.example/bel"}}'
    ),
    "a contact that is renamed": fault(
        "O13", f"{{{CONTACT}, phone: 030-1234567}}", "→{change: contact, id: team, name: Veilig Thuis}"
    ),
    "a contact that gets another number": fault(
        "O13",
        "{add: contact, id: team, name: Veilig Thuis Stad, phone: 0800-2000, verified: 2026-01-02}",
        "→{change: contact, id: team, phone: 030-1234567}",
    ),
    "help called Veilig Thuis": fault(
        "O13",
        "{add: intervention, intervention: →{id: x, name: Veilig Thuis, what: X., refer: X., aim: herstel, "
        "fits: {roles: [kind]}}}",
    ),
    "English that makes a contact Veilig Thuis": fault("O13", f"→{{{CONTACT}}}")._replace(
        english="language: en\noperations: {team: {name: Veilig Thuis}}\n"
    ),
    "another number for Veilig Thuis in an explanation": fault(
        "O17", "→{change: question, id: direct_gevaar, help: Bel Veilig Thuis op 030-1234567.}", number="030-1234567"
    ),
    "another number for 112 in a task": fault(
        "O17", '→{add: task, step: wegen, id: x, text: "112 is bezet, bel 088 123 45 67."}'
    ),
    "another number in the words of an action": fault(
        "O17", '{add: action, action: →{id: x, text: "Veilig Thuis: 0800-2001."}}', number="0800-2001"
    ),
    "another number in letters that look alike": fault(
        "O17",
        "→{change: step, id: wegen, guidance: Bel Vеilig Thuis op ０３０-１２３４５６７.}",  # noqa: RUF001
    ),
    "another number in the use of a contact": fault(
        "O17", f"→{{{CONTACT}, use: In plaats van Veilig Thuis. Bel 06-12345678.}}"
    ),
    "another number in the channel of what is rightly called Veilig Thuis": fault(
        "O17",
        "→{add: contact, id: x, name: Veilig Thuis Stad, phone: 0800-2000, channel: Of 06-12345678.,"
        " verified: 2026-01-02}",
    ),
    "a number to call in the name of the owner": fault(
        "O17", "{add: role, id: x, text: X}", head=MARK + HEAD.replace("Gemeente Stad", '"Stad, bel 030-1234567"')
    ),
    "another number in the article of a source": headed(
        "O17",
        "base: 2.0.0\n",
        "base: 2.0.0\nsources: {x: →{title: X, article: Veilig Thuis 030-1234567, verified: 2026-01-02}}\n",
    ),
    "another number in English only": fault("O17", "→{add: role, id: x, text: Bel Veilig Thuis.}")._replace(
        english="language: en\noperations: {x: {text: Call Veilig Thuis at 030-1234567.}}\n"
    ),
}

STACKED = {
    "two overlays that change the same": after(
        (earlier(1, "{change: role, id: ib, text: Anders}"),),
        fault("O08", "→{change: role, id: ib, text: Nog anders}", first="given/eerder0.yaml:7"),
    ),
    "two operations that change the same": fault(
        "O08", "{change: term, id: client, text: kind}", "→{change: term, id: client, text: cliënt}"
    ),
    "two overlays that tighten the same rule": after(
        (earlier(1, "{tighten: rule, id: signaal, level: overleg}"),),
        fault("O08", "→{tighten: rule, id: signaal, level: melden}"),
    ),
    "two operations that reword one question": fault(
        "O08", "{change: question, id: gemeld, ask: Zo?}", "→{change: question, id: gemeld, ask: Of zo?}"
    ),
    "a question that is reworded and then hidden": fault(
        "O08", "{change: question, id: gemeld, ask: Zo?}", "→{hide: question, id: gemeld}"
    ),
    "a contact that is changed and then hidden": fault(
        "O08", f"{{{CONTACT}}}", "{change: contact, id: team, note: Bel na negen.}", "→{hide: contact, id: team}"
    ),
    "two notes at one contact": fault(
        "O08", "{change: contact, id: alarm, note: Zo.}", "→{change: contact, id: alarm, note: Anders.}"
    ),
    "an overlay that is used twice": after(
        (overlay("{add: role, id: wie, text: Wie}"),),
        whole("O09", MARK + overlay("{add: role, id: wat, text: Wat}"), name="stad"),
    ),
    "a fourth overlay": after(
        tuple(earlier(number, f"{{add: role, id: r{number}, text: R}}") for number in (1, 2, 3)),
        whole("O14", MARK + overlay("{add: role, id: wie, text: Wie}"), limit="3"),
    ),
    "a contact that two overlays add": after(
        (earlier(1, f"{{{CONTACT}}}"),),
        fault("R11", f"{{{CONTACT.replace('id: team', 'id: →team')}}}", name="team"),
    ),
}

YAML = {
    "an anchor": fault("Y05", "{add: role, id: x, text: →&a Wie}"),
    "a merge key": fault("Y06", "{add: role, id: x, text: Wie, →<<: {a: b}}"),
    "a tag": fault("Y07", "{add: role, id: x, text: →!!python/name:os.system Wie}"),
    "a verb that stands twice": fault("Y04", "{add: role, id: x, text: Wie, →add: contact}"),
    "a level that stands twice": fault("Y04", "{tighten: rule, id: meld, level: bel_112, →level: volgen}"),
    "a zero-width character in a name": fault("Y14", f"{{add: contact, id: x, name: Veilig{MARK}\u200b Thuis}}"),
    "text that runs backwards": fault("Y14", f"{{add: role, id: x, text: {MARK}\u202e0002-0080}}"),
    "the loader's own key": fault("Y17", '{add: role, id: x, text: Wie, →"@place": x}'),
    "a second document": whole("Y09", overlay("{add: role, id: x, text: Wie}") + f"{MARK}---\na: b\n"),
    "nothing": whole("Y16", f"{MARK}# later\n"),
}

FAULTS = FORMS | PROTECTED | REFERENCES | IMITATIONS | MISLEADING | STACKED | AFTER_HIDING | YAML

EVERY_OPERATION = (
    *("add contact", "add question", "add step", "add rule", "add action", "add flag", "add signal", "add example"),
    *("add task", "add role", "add intervention", "add offer", "change question", "change step", "change contact"),
    *("change role", "change term", "hide question", "hide contact", "hide intervention", "hide signal"),
    "tighten rule",
)

RICH = (
    HEAD.replace("owner:", "format: 1\nmunicipalities: [Utrecht]\nowner:")
    + """\
reviewed: {date: 2026-01-02, before: 2027-01-02}
sources:
  afspraak: {title: Convenant, url: "https://stad.nl/convenant", verified: 2026-01-02}
operations:
  - {add: contact, id: team, name: Wijkteam, phone: 030-1234567, hours: "ma-vr 9-17", who: Voor iedereen.,
     use: "Voor hulp. Bij direct gevaar belt u 112.", channel: Ook per brief., url: "https://stad.nl", cost: gratis,
     note: "Bel bij zorgen Veilig Thuis, 0800-2000.", urgency: 1, themes: [eer], ages: {from: 0, to: 18},
     source: afspraak, verified: 2026-01-02, rules: [meld]}
  - {add: contact, id: bureau, name: Veilig Thuis Stad, phone: 0800-2000, unverified: nog niet gebeld}
  - {add: contact, id: loket, name: Loket, unverified: nog niet gebeld}
  - add: question
    after: gemeld
    question: {id: sisa, ask: Staat het in SISA?, type: choice, options: {ja: Ja, nee: Nee}, hints: {ja: Goed.},
               why: Om te weten wie meekijkt., help: Vraag het na., source: afspraak, when: {gemeld: ja}}
  - {add: question, before: toelichting, question: {id: hoelang, ask: Hoe lang al?, label: Duur, type: number}}
  - add: step
    after: wegen
    step: {id: team_stap, title: Het team, purpose: Samen verder., tasks: {bel: Bel het team.}, guidance: Kort.,
           questions: [{id: teamoverleg, ask: Is het team gebeld?, type: choice, options: {ja: Ja, nee: Nee}}]}
  - {add: action, action: {id: bel_team, text: Bel het wijkteam., kind: tell, when: {teamoverleg: nee}}}
  - {add: rule, rule: {id: team_eerst, when: {teamoverleg: nee}, level: overleg, because: Zo is het afgesproken.,
     actions: [bel_team], contacts: [team], source: afspraak}}
  - {add: rule, rule: {id: vertel_team, when: {sisa: ja}, because: Zij kijken mee.}}
  - {add: flag, flag: {id: geen_team, when: {teamoverleg: nee}, text: Het team weet nog van niets., step: team_stap}}
  - {add: signal, list: kind, signal: {id: zwerft, text: Zwerft rond., severity: hoog}}
  - {add: example, definition: onveilig, id: zwerven, text: Een kind zwerft rond.}
  - {add: task, step: wegen, id: team, text: Vraag het wijkteam mee te denken.}
  - {add: role, id: wie, text: De aandachtsfunctionaris is er op werkdagen.}
  - add: intervention
    intervention: {id: maatje, name: Maatje, what: Iemand kijkt mee., refer: Bel het wijkteam., aim: herstel,
                   fits: {roles: [kind]}, unsafe_with: [eer]}
  - {add: offer, offer: {id: middag, name: Middag, who: Voor leraren., what: Oefenen., forms: [groep], length: Kort.,
     price: Gratis., price_on: 2026-01-02, source: afspraak, verified: 2026-01-02}}
  - {change: question, id: direct_gevaar, help: "Twijfelt u? Bel 112."}
  - {change: question, id: deskundige, help: Bel het wijkteam.}
  - {change: question, id: hoelang, ask: Hoe lang is dit al zo?, label: Sinds, why: Voor later.}
  - {change: step, id: wegen, title: Wegen met het team, guidance: Neem de tijd.}
  - {change: contact, id: team, hours: "ma-za 9-17", verified: 2026-02-03}
  - {change: contact, id: veilig_thuis, note: "De regio heet hier Stad. Bel 0800-2000."}
  - {change: role, id: ib, text: De intern begeleider van de stad}
  - {change: term, id: client, text: kind}
  - {hide: question, id: toelichting}
  - {hide: contact, id: loket}
  - {hide: intervention, id: praten}
  - {hide: signal, id: kind.bang}
  - {tighten: rule, id: meld, level: bel_112}
  - {tighten: rule, id: signaal, level: overleg}
"""
)
"""Every operation, as someone with good intentions writes it."""
