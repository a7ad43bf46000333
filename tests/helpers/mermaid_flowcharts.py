"""Flowcharts and user journeys as people write them, and what is wrong with some."""

from __future__ import annotations

FLOWCHARTS = (
    "graph TD;\na-->b;b-->c",
    "flowchart LR\n  a[Menu] --> b(Order) --> c{Paid?}\n  c -->|yes 90%| d\n  c -- no --> e",
    "flowchart\na & b --> c & d\nc --> d --> a",
    'flowchart TB\na["a (b) | c"] -->|"p | q"| b\nb["x<br/>y<br>z"]',
    "flowchart TB\na --- b -.-> c ==> d --x e --o f ---- g",
    "flowchart TB\na---oB\na---xC\nd --> e",
    "flowchart TB\na <--> b\nc <-- both ways --> d\nb o--o c\nc x--x d",
    "flowchart TB\na ~~~ b\nb --> c",
    "flowchart TB\na == thick text ==> b\nb -. dotted .-> c\nc -- plain --- d",
    "flowchart TB\nsubgraph one\na --> b\nend\nsubgraph two [Second stage]\nc\nend\nb --> c",
    "flowchart TB\nsubgraph outer\nsubgraph inner\na --> b\nend\nc\nend\nb --> c",
    'flowchart TB\nsubgraph "One two"\ndirection LR\na\nend\nsubgraph s2["T & t"]\nb\nend\na-->b',
    "flowchart TB\nsubgraph s\na\nend\nb --> s\ns --> c\na --> c",
    "flowchart LR\nпоиск[Поиск такси] --> поездка((Поездка))\nпоездка --> конец",
    "flowchart LR\na:::hot --> b[B]:::cold\nclassDef hot fill:#f00,stroke:#333;\nclass b,c hot",
    "flowchart LR\nstyle a fill:#f9f,stroke-width:4px\na --> b\nlinkStyle 0 stroke:#ff3",
    'flowchart LR\na --> b\nclick a href "https://a.org/?x=1;y#z" "tip; this" _blank\nclick b f',
    'flowchart LR\na@{ shape: rect, label: "New; label" } --> b@{shape: circle}\nc@{ label: "x" }',
    "flowchart LR\na e1@--> b\ne1@{ animate: true }\nb e2@==> c",
    "flowchart LR\na([s]) --> b[[sub]] --> c[(db)] --> d((c)) --> e(((d))) --> f{{h}}",
    "flowchart LR\na[/p/] --> b[\\p\\] --> c[/t\\] --> d[\\t/] --> e>f]",
    "%%{init: {'theme':'base',\n 'x': 1}}%%\nflowchart LR\n%% a comment\na --> b\n%%x\nb --> c",
    "---\ntitle: Named\nconfig:\n  theme: dark\n---\nflowchart LR\na --> b",
    "flowchart LR\n  accTitle: About it\n  accDescr {\n all\n of it }\n  a --> b",
    "flowchart LR\na[one #58; two #quot;x#quot; #9829; &amp;] --> b",
    "flowchart LR\n\ta\t-->\tb\n\n\n   b   -->   c   \n",
    "flowchart LR\r\na --> b\r\nb --> c\r\n",
    "flowchart LR\na\n--> b\n--> c",
    "flowchart LR\na-b --> c.d --> e_f --> 1 --> 2a",
    "flowchart LR\na -->|0.9| b\na -->|10 %| c\na --> d",
    'flowchart LR\na["`**bold** _it_`"] --> b["line\nnext"]',
    "flowchart LR; a --> b; b --> c;",
    "flowchart LR\nend1 --> ending --> send",
    "flowchart LR\na --> a\na --> b\na --> b",
    "flowchart-elk LR\na --> b",
    "graph LR\n subgraph a1\n w-->y\n end\n subgraph a2\n y-->z\n end",
    "flowchart LR\na-->b & c-->d",
    "flowchart LR\na[[x]]\nb[/Text with, comma: and colon/]\nc>flag]",
    "flowchart LR\nA[Hard edge] -->|Link| B(Round edge)\nB --> C{Decision}\nC -->|One| D[One]",
    "flowchart LR\na --text--> b\na --text---b\na== x ==>b\na-.y.->b",
    'flowchart LR\na["x" y] --> b\na -->|"x" y| b\na -- "x" y --> b',
    'flowchart LR\na@{\n label: "x y"\n shape: rect\n}\na --> b:::c@{shape: rect} --> default',
    "flowchart LR\na[ spaced ] --> b[x-y--z]\nb --> c",
    "flowchart TD\n  A:::x\n  A --> B:::y & C\n",
)
"""What Mermaid draws."""

WRONG_FLOWCHARTS = (
    ("flowchart LR\na --> end", (2, 7)),
    ("flowchart LR\na[open\nb --> c", (2, 2)),
    ("flowchart LR\na[x (y)] --> b", (2, 5)),
    ("flowchart LR\na --> ", (2, 7)),
    ("flowchart LR\na b", (2, 3)),
    ("flowchart LR\nsubgraph s\na", (2, 1)),
    ("flowchart LR\na\nend", (3, 1)),
    ("flowchart LR\na -- text", (2, 3)),
    ("flowchart LR\na --> b[]", (2, 9)),
    ('flowchart LR\na[y "x"]', (2, 5)),
    ("flowchart LR\na-->x-->y", (2, 5)),
    ("flowchart LR\na --> b:::c:::d", (2, 12)),
    ("flowchart LR\ncall --> b", (2, 1)),
    ("flowchart LR\na --> b --> [x]", (2, 13)),
    ("flowchart LR\na@{ shape: circle", (2, 2)),
    ("flowchart LR\na -->|x b", (2, 6)),
    ("flowchart LR a --> b", (1, 14)),
    ("flowchart LR\na --> b)", (2, 8)),
    ("flowchart LR\na & --> b", (2, 5)),
)
"""What Mermaid refuses, and where cjm says so."""

USER_JOURNEYS = (
    "journey\n  title My working day\n  section Go to work\n    Make tea: 5: Me\n"
    "    Go upstairs: 3: Me\n    Do work: 1: Me, Cat\n  section Go home\n    Sit down: 5: Me",
    "journey\nx: 5",
    "journey title Q\nx: 5",
    "journey\nTITLE Foo\nSection s\nx:5:a,b",
    "journey\nx: five\ny: 1e1:a\nz: 2.5\nw: -1: a",
    "journey\n#35;x: 3\n a#59;b: 3 # comment\n# another\n%% third",
    "journey\r\n title T\r\n x: 5: a\r\n",
    "---\ntitle: F\n---\njourney\nx: 3",
    "%%{init: {'a':1}}%%\njourney\nx: 3\ny: 4: a,, b ,a",
    "journey\nTime 10#58;30 tea: 5: Me: more\n",
    "journey\naccTitle: hey; you\naccDescr { a\n b}\nx: 5",
    "journey\ntitle A: b # c\nsection B # c\nx: 3",
    "journey\nsection a\nx: 1\nsection b\ny: 2\nsection a\nz: 3",
)
"""What Mermaid draws."""

WRONG_USER_JOURNEYS = (
    ("journey\nx", (2, 2)),
    ("journey\nx: 5;\ny: 3", (2, 5)),
    ("journey\nsection A: b\nx: 5", (2, 10)),
    ("journey\nsection A\n x #c: 5", (3, 4)),
    ("journey\n:x: 4\n", (2, 1)),
    ("journey\naccDescr { a\nx: 5", (2, 10)),
    ("journey;\nx: 3", (1, 8)),
    ("journey\n  section\nx:1", (2, 3)),
)
"""What Mermaid refuses, and where cjm says so."""
