"""Made-up replies of about 5,000 words, ten pages: how families of authorities lay theirs out, with questions of all sorts.

Nothing is copied from a real letter. A piece of each is drawn anew, so that no two are the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import count

from benchmarks.made import words

WORDS = 5000  # ten pages
REPORTS = (
    "The team that keeps the register went through it line by line and compared it with the returns of each area.",
    "An entry is made when a case is opened; it is not taken out again when the case turns out to be something else.",
    "The rise in the second year follows a change in what has to be recorded, and not a change in what happens.",
    "Where a person was counted under two headings, the heading that was entered first has been used.",
    "A meeting was held with the contractor, at which it was agreed that returns would be made every quarter.",
    "The scheme is paid for out of the general budget; no separate account is kept for it.",
    "Between April {year} and March {later} the post was vacant for {fewer} months, and some returns were made late.",
    "The guidance says that a supervisor looks at every case within {fewer} days and signs the form.",
    "The figure of {number} includes repeat visits, which are not marked as such before {year}.",
    "Costs are given to the nearest pound and without value added tax, unless the heading says otherwise.",
    "Staff may ask for a further session; {fewer} did so in {year} and none has been refused.",
    "The board looked at this on 14 March {year} and asked for a further report, which is due in the autumn.",
    "The data have been taken from a live system on 3 June {later} and are subject to change.",
    "The area office keeps its own list, which is destroyed after {fewer} years under the retention schedule.",
    "See the note below the table for how an outcome is counted.",
    "Such a case is first looked at by the duty team, which decides whether it is passed on.",
)
HELD = (
    "We hold this information and it is set out in the table below.",
    "There were {number} in {year} and {fewer} in {later}.",
    "No information held.",
    "The policy is attached as Appendix {fewer}. It has been in force since {year}.",
    "This information is already published at https://www.example.org/reports/{year}, so section 21 applies.",
    "We do not record this in a form that can be searched. Each file would have to be opened by hand.",
    "Yes. It was carried out in {year} and a copy is attached, from which names have been redacted under section 40(2).",
    "We hold the names of those who attended, but they are exempt under section 40(2) of the Act.",
    "A total of £{number},{three} was paid in the financial year {year}/{short}.",
)
LAW = (
    "Section 31(1)(a) provides that information is exempt if its disclosure would, or would be likely to, prejudice the prevention or detection of crime.",
    "This is a qualified exemption, and I am required to consider the public interest in disclosure and in withholding.",
    "Factors favouring disclosure: the public would be better informed about how money is spent and how decisions are reached.",
    "Factors favouring non-disclosure: those who mean to break the law could work out where few officers are on duty.",
    "Releasing the number for a single small area would allow individuals to be identified by people who know the place.",
    "Disclosure under the Act is disclosure to the world, and no condition can be placed on how it is used afterwards.",
    "Having weighed these I find that the balance lies in favour of maintaining the exemption for this part of the request.",
    "To find what is left would take more than 18 hours: {number} files at {fewer} minutes each.",
    "Section 40(2) is absolute where one of the data protection principles would be broken, so that no test is needed.",
    "Public safety is of the highest importance, and nothing that would put officers or residents at risk will be released.",
)
RIGHTS = (
    "If you are unhappy with this response you may ask for an internal review within 40 working days of the date of this letter.",
    "A request for a review should be sent to foi@example.org and quote the reference above.",
    "If you are still dissatisfied after the review you have the right to complain to the Information Commissioner.",
    "The Commissioner can be reached at Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF, or at www.ico.org.uk.",
    "The information supplied remains subject to copyright, and you must ask before you publish it for gain.",
)
FOOTER = (
    "This e-mail and any attachments are confidential and intended for the addressee only. If you have received it in error, please delete it.",
    "Please consider the environment before printing this e-mail.",
)


def _filled(dice: random.Random, sentence: str) -> str:
    year = dice.randrange(2015, 2025)
    return sentence.format(
        number=dice.randrange(20, 999),
        fewer=dice.randrange(2, 19),
        three=dice.randrange(100, 999),
        year=year,
        later=year + 1,
        short=f"{(year + 1) % 100:02}",
    )


def _prose(dice: random.Random, sentences: tuple[str, ...], paragraphs: int) -> list[str]:
    """Paragraphs of three to six sentences with an empty line after each."""
    out: list[str] = []
    for _ in range(paragraphs):
        chosen = dice.sample(sentences, min(len(sentences), dice.randrange(3, 7)))
        out += [" ".join(_filled(dice, each) for each in chosen), ""]
    return out


def _table(dice: random.Random, *, bars: bool) -> list[str]:
    """A table by year with a total row, in bars or in columns of spaces."""
    years = [f"{year}/{(year + 1) % 100:02}" for year in range(2018, 2018 + dice.randrange(3, 6))]
    names = dice.sample(
        ("North", "South", "East", "West", "Central", "Riverside", "Harbour", "Not stated"), 5
    )
    body = [[dice.randrange(0, 400) for _ in years] for _ in names]
    total = [sum(column) for column in zip(*body, strict=True)]
    rows = [["Area", *years], *([name, *map(str, row)] for name, row in zip(names, body, strict=True))]
    rows.append(["Total", *map(str, total)])
    if bars:
        return [f"| {' | '.join(row)} |" for row in rows] + [""]
    return [row[0].ljust(14) + "".join(cell.rjust(12) for cell in row[1:]) for row in rows] + [""]


def _asked(dice: random.Random) -> list[words.Asked]:
    """Six to ten questions, some in parts."""
    texts = dice.sample(words.ASKED, dice.randrange(6, 11))
    out = []
    for number, text in enumerate(texts, 1):
        parts = dice.sample(words.PARTS, dice.choice((0, 0, 2, 3)))
        out.append(words.Asked(str(number), text, tuple(zip(words.LABELS, parts, strict=False))))
    return out


def _questions(asked: list[words.Asked], label: str = "{}.") -> list[str]:
    lines: list[str] = []
    for each in asked:
        lines.append(f"{label.format(each.label)} {each.text}")
        lines += [f"   {part}) {text}" for part, text in each.parts]
    return [*lines, ""]


def _answer(dice: random.Random) -> Iterator[str]:
    """One answer: a formula, what explains it, a table in every second."""
    yield _filled(dice, dice.choice(HELD))
    yield ""
    yield from _prose(dice, REPORTS, 1)
    if dice.random() < 0.5:
        yield from _table(dice, bars=dice.random() < 0.5)


def _long_enough(lines: list[str], length: int, more: Callable[[], list[str]]) -> list[str]:
    """The lines with as much more as makes a letter of ``length`` words."""
    missing = length - sum(len(line.split()) for line in lines)
    while missing > 0:
        added = more()
        missing -= sum(len(line.split()) for line in added)
        lines += added
    return lines


def _wrapped(lines: list[str], width: int = 100) -> list[str]:
    """Long lines broken as a PDF or a mail program breaks them."""
    out: list[str] = []
    for line in lines:
        while len(line) > width and "|" not in line and (cut := line.rfind(" ", 0, width)) > 0:
            out.append(line[:cut])
            line = line[cut + 1 :]
        out.append(line)
    return out


def police_letter(dice: random.Random, asked: list[words.Asked], length: int) -> str:
    """Questions quoted at the head, answered by number with tables, a refusal of part, rights; with page numbers."""
    head = [
        "Anyshire Police",
        f"Our reference: FOI {dice.randrange(100, 3000)}/25",
        "13 October 2025",
        "",
        "Dear Ms Smith,",
        "",
        "I write in connection with your request for information received on 15 September 2025, in which you asked for the following:",
        "",
    ]
    body = ["DECISION", "", "I have today decided to disclose the located information to you in part.", ""]
    for each in asked:
        body += [f"Question {each.label}", "", *_answer(dice)]
    body = _long_enough(body, length, lambda: _prose(dice, REPORTS + LAW, 2))
    tail = [
        "Legal annex",
        "",
        *_prose(dice, RIGHTS, 2),
        "Yours sincerely,",
        "",
        "A Jones",
        "Disclosure officer",
    ]
    lines = _wrapped([*head, *_questions(asked), *body, *tail])
    pages = count(1)
    return "\n".join(
        line
        for place, one in enumerate(lines)
        for line in ((f"Page {next(pages)} of 10", one) if place % 55 == 54 else (one,))
    )


def council_thread(dice: random.Random, asked: list[words.Asked], length: int) -> str:
    """An e-mail that answers each question below its text, with boilerplate and the requester's mail quoted below it."""
    head = [
        "From: Information Team <foi@example.org>",
        "Sent: 3 November 2025 10:12",
        "To: Jo Smith",
        f"Subject: FOI {dice.randrange(100000, 999999)} - {dice.choice(words.TOPICS)}",
        "",
        "Dear Jo Smith,",
        "",
        "Thank you for your request. Please find our response to each of your questions below.",
        "",
    ]
    body: list[str] = []
    for each in asked:
        body += [*_questions([each], "Q{}."), *_answer(dice)]
    body = _long_enough(body, length, lambda: _prose(dice, REPORTS, 2))
    tail = [*_prose(dice, RIGHTS, 1), "Kind regards", "", "Information Team", "", *FOOTER, ""]
    mail = [
        "-----Original Message-----",
        "From: Jo Smith",
        "Sent: 6 October 2025 09:00",
        "To: FOI",
        "Subject: Request",
        "",
    ]
    quoted = [*_questions(asked), *_prose(dice, words.REQUESTER, 8), "Yours faithfully,", "Jo Smith"]
    return "\n".join([*head, *body, *tail, *mail, *(f"> {line}" for line in _wrapped(quoted, 75))])


def refusal(dice: random.Random, asked: list[words.Asked], length: int) -> str:
    """A refusal of a request in prose, mostly law and the public interest."""
    wishes = " ".join(each.text for each in asked[:4])
    head = [
        "Department of Examples",
        f"Ref: FOI2025/{dice.randrange(10000, 99999)}",
        "3 November 2025",
        "",
        "Dear Ms Smith",
        "",
        "Thank you for your email of 6 October 2025, in which you asked for the following information:",
        "",
        f'"{wishes}"',
        "",
        "We have dealt with your request under the Freedom of Information Act 2000.",
        "",
        "I can confirm that the department holds the information you requested, but it is exempt from disclosure under section 31(1)(a) of the Act.",
        "",
    ]
    body = _long_enough(head, length, lambda: _prose(dice, LAW + REPORTS[:4], 3))
    return "\n".join([*body, *_prose(dice, RIGHTS, 2), "Yours sincerely", "", "Information Rights Team"])


def trust_table(dice: random.Random, asked: list[words.Asked], length: int) -> str:
    """A trust that answers by the same numbers below a heading, with a table to each answer, and little prose."""
    head = [
        "FREEDOM OF INFORMATION REQUEST",
        f"FOI Ref: {dice.randrange(1000, 9999)}",
        "Date: 3 November 2025",
        "",
    ]
    body = ["Request", "", *_questions(asked), "Response", ""]
    for each in asked:
        body += [f"{each.label}. {_filled(dice, dice.choice(HELD))}", "", *_table(dice, bars=False)]
    more = ["Appendix 1", ""]

    def rows() -> list[str]:
        return [*_prose(dice, REPORTS, 1), *_table(dice, bars=True), *_table(dice, bars=False)]

    return "\n".join([*head, *_long_enough([*body, *more], length, rows), *_prose(dice, RIGHTS, 1)])


Family = Callable[[random.Random, list[words.Asked], int], str]
FAMILIES: dict[str, Family] = {
    "police letter": police_letter,
    "council thread": council_thread,
    "refusal": refusal,
    "trust tables": trust_table,
}


def replies(seed: int, each: int, length: int = WORDS) -> Iterator[tuple[str, list[words.Asked], str]]:
    """``each`` replies of every family, of about ``length`` words: its name, what was asked and the text."""
    dice = random.Random(seed)
    for name, make in FAMILIES.items():
        for _ in range(each):
            asked = _asked(dice)
            yield name, asked, make(dice, asked, length)
