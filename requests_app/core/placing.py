"""To which request a mail belongs: facts in, verdict with its reasons out. A guess is never a verdict (promise 5).

In this order: the token of its address, the thread it answers, the authority's reference together with its domain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_GUESSES = 5
_SHARED = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "hotmail.co.uk",
        "live.com",
        "live.co.uk",
        "msn.com",
        "yahoo.com",
        "yahoo.co.uk",
        "icloud.com",
        "me.com",
        "aol.com",
        "btinternet.com",
        "proton.me",
        "protonmail.com",
        "gmx.com",
        "whatdotheyknow.com",
        "sky.com",
        "talktalk.net",
    ]
)
"""Domains at which anybody has an address: they say nothing about who writes."""
_SUFFIXES = frozenset(
    [
        "uk",
        "co.uk",
        "gov.uk",
        "org.uk",
        "police.uk",
        "nhs.uk",
        "ac.uk",
        "sch.uk",
        "me.uk",
        "net.uk",
        "ltd.uk",
        "plc.uk",
        "mod.uk",
        "com",
        "org",
        "net",
        "scot",
        "gov.scot",
        "nhs.scot",
        "wales",
        "gov.wales",
        "llyw.cymru",
        "cymru",
        "london",
        "info",
        "eu",
        "ie",
        "nhs.net",
    ]
)
_WRAPPED = (".cjsm.net",)
"""Secure mail puts its own name behind the sender's."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A request a mail may belong to, by its key, with what is known of it here."""

    key: int
    reference: str
    their_reference: str = ""
    title: str = ""
    domains: tuple[str, ...] = ()
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one mail: the candidates that its token, its thread and its words name, and those whose
    authority's domain it comes from. Our own reference names the candidates of ``by_ours``.
    """

    subject: str
    text: str
    sender_domain: str
    by_token: Sequence[Candidate] = ()
    has_unknown_token: bool = False
    by_thread: Sequence[Candidate] = ()
    by_reference: Sequence[Candidate] = ()
    by_ours: Sequence[Candidate] = ()
    by_domain: Sequence[Candidate] = ()


@dataclass(frozen=True, slots=True)
class Guess:
    """A request it may belong to, and why."""

    key: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """``key`` is the request it belongs to, None where it goes to the tray with its guesses. ``from_elsewhere``: its
    sender's domain is not the authority's, or nobody knows whether it is.
    """

    key: int | None
    reasons: tuple[str, ...]
    guesses: tuple[Guess, ...] = ()
    from_elsewhere: bool = False


def place(facts: Facts) -> Verdict:
    """Say where a mail belongs."""
    for certain in (_by_token, _by_thread, _by_reference):
        found = certain(facts)
        if found is not None:
            return found
    return _tray(facts)


def _by_token(facts: Facts) -> Verdict | None:
    if len({each.key for each in facts.by_token}) != 1:
        return None
    return _placed(facts, facts.by_token[0], "It was sent to the address of this request.")


def _by_thread(facts: Facts) -> Verdict | None:
    if facts.by_token or len({each.key for each in facts.by_thread}) != 1:
        return None
    return _placed(facts, facts.by_thread[0], "It answers a message of this request.")


def _by_reference(facts: Facts) -> Verdict | None:
    """One request whose reference, as the authority gave it, it names; sent from that authority's domain."""
    if facts.by_token or facts.by_thread:
        return None
    named = [
        each
        for each in facts.by_reference
        if is_telling(each.their_reference) and is_from(facts.sender_domain, each.domains)
    ]
    in_subject = [each for each in named if names_reference(facts.subject, each.their_reference)]
    chosen = in_subject or named
    if len({each.key for each in chosen}) != 1:
        return None
    only = chosen[0]
    where = "Its subject" if in_subject else "Its text"
    return _placed(
        facts, only, f"{where} has their reference {only.their_reference}, and it comes from their domain."
    )


def _placed(facts: Facts, candidate: Candidate, reason: str) -> Verdict:
    elsewhere = not is_from(facts.sender_domain, candidate.domains)
    return Verdict(candidate.key, (reason,), (), elsewhere)


def _tray(facts: Facts) -> Verdict:
    """Nothing certain: every request that something speaks for, what speaks for it, and why that was not enough."""
    found: dict[int, tuple[Candidate, list[tuple[float, str]]]] = {}
    for weight, candidate, why in _speaking(facts):
        found.setdefault(candidate.key, (candidate, []))[1].append((weight, why))
    for candidate, reasons in found.values():
        shared = _shared_words(facts.subject, candidate.title)
        if len(shared) >= 2:
            words = ", ".join(shared[:4])
            reasons.append((0.5 * len(shared), f"Its subject shares words with the title: {words}."))
    ordered = sorted(found.values(), key=_rank)
    guesses = tuple(
        Guess(each.key, tuple(dict.fromkeys(why for _, why in reasons)))
        for each, reasons in ordered[:MOST_GUESSES]
    )
    return Verdict(None, tuple(_doubts(facts, guesses)), guesses)


def _rank(found: tuple[Candidate, list[tuple[float, str]]]) -> tuple[float, bool, int]:
    candidate, reasons = found
    return -sum(weight for weight, _ in reasons), not candidate.is_open, -candidate.key


def _speaking(facts: Facts) -> Iterator[tuple[float, Candidate, str]]:
    """What speaks for each candidate, and how much it weighs."""
    for each in facts.by_token:
        yield 8.0, each, "It was sent to the address of this request."
    for each in facts.by_thread:
        yield 6.0, each, "It answers a message of this request."
    for each in facts.by_reference:
        yield 4.0, each, f"It names their reference {each.their_reference}."
    for each in facts.by_ours:
        yield 4.0, each, f"It names our reference {each.reference}."
    for each in facts.by_domain:
        yield 1.0, each, "It comes from the domain of this authority."


def _doubts(facts: Facts, guesses: Sequence[Guess]) -> list[str]:
    """Why it is not placed."""
    said = []
    if len(facts.by_token) > 1:
        said.append("It was sent to the addresses of several requests.")
    elif facts.has_unknown_token:
        said.append("The address it was sent to is made like a request's, and belongs to none.")
    if len(facts.by_thread) > 1:
        said.append("It answers messages of several requests.")
    if facts.by_reference and not facts.by_token and not facts.by_thread:
        elsewhere = [each for each in facts.by_reference if not is_from(facts.sender_domain, each.domains)]
        if elsewhere:
            said.append("It names a reference, but does not come from the domain of that authority.")
        elif len(facts.by_reference) > 1:
            said.append("It names references of several requests.")
        else:
            said.append("It names a reference too short to be certain of.")
    return said or (
        ["Nothing in it is certain: choose the request."] if guesses else ["Nothing in it names a request."]
    )


def is_telling(reference: str) -> bool:
    """Whether a reference is long and odd enough to be nobody else's."""
    bare = re.sub(r"[^0-9A-Za-z]", "", reference)
    return len(bare) >= 5 and sum(ch.isdigit() for ch in bare) >= 3


def names_reference(text: str, reference: str) -> bool:
    """Whether a text has a reference, however it is spaced and in whatever case."""
    pieces = re.findall(r"[0-9A-Za-z]+", reference)
    if not pieces:
        return False
    pattern = r"(?<![0-9A-Za-z])" + r"[\s/\-_.:#]{0,3}".join(map(re.escape, pieces)) + r"(?![0-9A-Za-z])"
    return re.search(pattern, text, re.IGNORECASE) is not None


def bare_domain(address: str) -> str:
    """The domain of an address, or of a web page's, without what hides whose it is."""
    domain = re.sub(r"^\w+://", "", address.strip()).partition("/")[0].rpartition("@")[2].lower().strip(". >")
    for wrapper in _WRAPPED:
        domain = domain.removesuffix(wrapper)
    return domain.removeprefix("www.").partition(":")[0]


def is_from(sender_domain: str, domains: Sequence[str]) -> bool:
    """Whether a sender's domain is one of these, lies below one, or is what one lies below."""
    sender = bare_domain(sender_domain)
    if not _says_whose(sender):
        return sender in domains and sender not in _SUFFIXES and sender != ""
    return any(
        sender == own or sender.endswith(f".{own}") or own.endswith(f".{sender}")
        for own in map(bare_domain, domains)
        if _says_whose(own)
    )


def _says_whose(domain: str) -> bool:
    return bool(domain) and "." in domain and domain not in _SUFFIXES and domain not in _SHARED


_COMMON = frozenset(
    [
        "the",
        "and",
        "for",
        "from",
        "with",
        "your",
        "you",
        "our",
        "request",
        "information",
        "freedom",
        "foi",
        "foia",
        "eir",
        "response",
        "reply",
        "act",
        "ref",
        "reference",
        "about",
        "regarding",
        "under",
        "2000",
        "2004",
        "email",
        "mail",
        "letter",
    ]
)


def _shared_words(subject: str, title: str) -> list[str]:
    theirs = {word for word in re.findall(r"[a-z0-9]{3,}", subject[:500].lower()) if word not in _COMMON}
    return [word for word in dict.fromkeys(re.findall(r"[a-z0-9]{3,}", title.lower())) if word in theirs]
