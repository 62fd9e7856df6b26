"""Titles, letters and replies of made-up correspondence: sentences put together until a text is long enough."""

from __future__ import annotations

import random
from dataclasses import dataclass

LABELS = ("a", "b", "c")

TOPICS = (
    "Stop and search",
    "Officers placed in schools",
    "Use of body-worn cameras",
    "Pupils excluded for more than five days",
    "Air quality near primary schools",
    "Empty council homes",
    "Spending on agency staff",
    "Complaints about bailiffs",
    "Waiting times for home adaptations",
    "Facial recognition trials",
    "Parking fines cancelled on appeal",
    "Children referred to youth services",
    "Repairs to lifts in tower blocks",
    "Contracts for school meals",
    "Use of force on under-eighteens",
    "Libraries closed or handed over",
    "Bus routes withdrawn",
    "Translators hired for interviews",
    "Sewage spills reported",
    "Fees paid to consultants",
    "Data protection complaints",
    "Trees felled on streets",
    "Emergency accommodation for families",
    "Safer neighbourhood panels",
)
PERIODS = ("2019 to 2024", "the last five years", "since April 2021", "by month, 2023", "the current year")

ASKED = (
    "How many cases were recorded in each of the last five financial years?",
    "What was the total cost, and how much of it was paid to outside contractors?",
    "Please provide a copy of the policy that applies, and of the one it replaced.",
    "How many members of staff work on this, by grade?",
    "Which groups were consulted before the decision was taken, and when?",
    "How many complaints were received, and how many of them were upheld?",
    "Please give the figures by ward, or by the smallest area for which you hold them.",
    "Was an equality impact assessment carried out? If so, please provide it.",
    "What training is given, how often, and who provides it?",
    "Please provide the minutes of any meeting at which this was discussed.",
    "What is the longest time that anyone has waited, and what is the median?",
    "Are there plans to change the arrangements in the next financial year?",
)
PARTS = ("by age group", "by ethnicity as recorded", "by outcome", "by month", "by site", "by grade")

OPENINGS = (
    "Under the access law that applies to you I would like the following information about {topic}.",
    "I am writing to ask for information that you hold about {topic}.",
)
REQUESTER = (
    "If some of it would take too long to find, please tell me which part, so that I can narrow the request.",
    "I would like the figures as a spreadsheet, with one row for each year.",
    "By area I mean the smallest one for which figures are kept, whatever it is called.",
    "I do not want any names, nor anything from which a person could be known.",
    "If you hold part of it only, please send that part and say what is missing.",
    "An answer by e-mail is best, but paper is fine where that is how you keep it.",
    "Thank you for your help so far; I know that requests like this come on top of other work.",
    "I have looked at your publication scheme and disclosure log and did not find it there.",
    "Where you rely on an exemption, please say which, and how you weighed the public interest.",
    "The matter was raised at the open meeting in March, and nobody could say what the figures were.",
    "I write on behalf of a small group of residents; we publish what we receive.",
    "Please treat each numbered question as a request of its own if that helps you.",
)
AUTHORITY = (
    "Thank you for your request, which has been passed to the department that keeps these records.",
    "We can confirm that the information you ask for is held, in part, on our case system.",
    "The figures below were taken from a live system on {number} different days and may change as records are corrected.",
    "In the year to March there were {number} entries, of which {fewer} were closed without further action.",
    "Records before that year were kept on paper by each office and were not moved to the present system.",
    "Some entries carry more than one code, so that the rows do not always add up to the whole.",
    "To look through every file by hand would take {number} hours, since each has to be opened and read.",
    "Figures below five are not given where a person could be known from them.",
    "The policy in force was agreed in the spring and is reviewed every second year.",
    "The panel met {fewer} times; its notes are kept by the secretary and are attached where they could be found.",
    "Our finance team has given the total as £{number},{three}, without value added tax.",
    "We have considered whether it would be in the public interest to disclose the rest.",
    "The service was put out to tender, and the contract runs for four years with a possible further two.",
    "A small number of records could not be read because they were damaged in a flood.",
    "Training is given when a person starts and once a year after that, for half a day.",
    "Should you want to narrow your request, we suggest a single year or a single area.",
    "Where a cell is empty, no information is recorded; it does not mean that nothing happened.",
    "The area team was asked on three occasions and has now confirmed that nothing further is held.",
    "You are free to use the information for your own purposes, including any research that is not for gain.",
    "If you are unhappy with how your request was handled you may ask for an internal review within 40 working days.",
    "After that you have the right to complain to the regulator, whose address is on our website.",
    "Please quote the reference at the head of this letter whenever you write to us.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a letter; ``parts`` are pairs of label and text."""

    label: str
    text: str
    parts: tuple[tuple[str, str], ...]


def title(dice: random.Random, place: str) -> str:
    """What a request is about, with the place and the years: not unique, as in life."""
    return f"{dice.choice(TOPICS)} in {place}, {dice.choice(PERIODS)}"


def questions(dice: random.Random) -> list[Asked]:
    """One to eight numbered questions, every third or so in parts."""
    texts = dice.sample(ASKED, dice.choice((1, 2, 3, 3, 4, 4, 5, 6, 8)))
    asked = []
    for number, text in enumerate(texts, start=1):
        parts = dice.sample(PARTS, dice.choice((0, 0, 0, 2, 3)))
        asked.append(Asked(str(number), text, tuple(zip(LABELS, parts, strict=False))))
    return asked


def letter(dice: random.Random, about: str, asked: list[Asked]) -> str:
    """A request with its questions, about 500 to 2,500 characters."""
    lines = [dice.choice(OPENINGS).format(topic=about[:1].lower() + about[1:]), ""]
    for question in asked:
        lines.append(f"{question.label}. {question.text}")
        lines += [f"({label}) {text}" for label, text in question.parts]
    return "\n".join([*lines, "", prose(dice, REQUESTER, dice.randrange(300, 1200))])


def prose(dice: random.Random, sentences: tuple[str, ...], length: int) -> str:
    """Paragraphs of these sentences, at least ``length`` characters in all."""
    paragraphs: list[str] = []
    written = 0
    while written < length:
        chosen = dice.sample(sentences, min(4, len(sentences)))
        number, fewer, three = dice.randrange(20, 999), dice.randrange(2, 19), dice.randrange(100, 999)
        paragraph = " ".join(chosen).format(number=number, fewer=fewer, three=three)
        paragraphs.append(paragraph)
        written += len(paragraph) + 2
    return "\n\n".join(paragraphs)


def body(dice: random.Random, *, theirs: bool) -> str:
    """One message of the thread, 500 to 4,000 characters; most are nearer the shorter end."""
    length = int(dice.triangular(500, 4000, 900))
    return prose(dice, AUTHORITY if theirs else REQUESTER, length)[:length].rstrip()


def table(dice: random.Random, place: str) -> tuple[list[str], list[list[str]], list[str]]:
    """Columns, rows and the total row of a table of counts, whose totals agree."""
    columns = ["Area", *(str(year) for year in range(2020, 2024)), "Total"]
    rows = []
    for number in range(1, dice.randrange(5, 13)):
        counts = [dice.randrange(0, 90) for _ in columns[1:-1]]
        rows.append([f"{place} {number}", *(str(count) for count in counts), str(sum(counts))])
    totals = [str(sum(int(row[place]) for row in rows)) for place in range(1, len(columns))]
    return columns, rows, ["Total", *totals]
