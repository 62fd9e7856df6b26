"""Made-up authorities, people and campaigns, and how many requests each campaign has."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime

from requests_app.core.states import AuthorityKind, Channel, Nation, Regime
from requests_app.models import Authority, AuthorityAddress, AuthorityAlias, Campaign, Membership, User
from requests_app.models.campaign import Role, Visibility

AUTHORITIES = 420
TYPICAL, HEAVY, STAFF = "bench-typical@example.org", "bench-heavy@example.org", "bench-staff@example.org"
"""The people whose pages are measured: one with about 150 requests, one with 2,000, one who looks after the site."""

FIRST = ("North", "East", "Ash", "Brad", "Carl", "Dun", "Elm", "Fern", "Glen", "Hart", "Kirk", "Lang", "Mill")
SECOND = ("moor", "vale", "ford", "bridge", "wick", "combe", "mere", "stead", "worth", "holm", "leigh")
BODIES = (
    ("{} Borough Council", AuthorityKind.COUNCIL, Nation.ENGLAND, Regime.FOIA),
    ("{} Constabulary", AuthorityKind.POLICE_EW, Nation.ENGLAND, Regime.FOIA),
    ("University of {}", AuthorityKind.UNIVERSITY, Nation.WALES, Regime.FOIA),
    ("{} Hospitals NHS Trust", AuthorityKind.NHS, Nation.ENGLAND, Regime.FOIA),
    ("{} Islands Council", AuthorityKind.COUNCIL_SCOT, Nation.SCOTLAND, Regime.FOISA),
)
NAMES = (
    "Ada",
    "Bashir",
    "Carys",
    "Dele",
    "Esme",
    "Farah",
    "Gwen",
    "Hamish",
    "Imani",
    "Jonah",
    "Kit",
    "Leila",
)
SURNAMES = ("Abara", "Bevan", "Coyle", "Dhillon", "Ekwueme", "Firth", "Grier", "Haddad", "Iqbal", "Jessop")
AIMS = (
    "Find out how decisions were taken, what they cost, and who was asked.",
    "Gather the same figures from every authority and set them side by side.",
)


@dataclass(frozen=True, slots=True)
class Circle:
    """A campaign, who is in it, and how many requests it has."""

    campaign: Campaign
    members: list[User]
    size: int


@dataclass(frozen=True, slots=True)
class World:
    """Everything that stands before the first request."""

    authorities: list[Authority]
    circles: list[Circle]

    def circle_of(self, email: str) -> Circle:
        """The campaign of one of the people who are measured."""
        return next(circle for circle in self.circles if circle.members[0].email == email)


def make_world(dice: random.Random, *, people: int, campaigns: int, requests: int, now: datetime) -> World:
    """Put authorities, people and campaigns into the database, in a few bulk inserts."""
    return World(_authorities(dice, now=now), _circles(dice, _people(dice, people), campaigns, requests))


def _authorities(dice: random.Random, *, now: datetime) -> list[Authority]:
    made = []
    for number in range(AUTHORITIES):
        pattern, kind, nation, regime = BODIES[number % len(BODIES)]
        place = f"{FIRST[number % len(FIRST)]}{SECOND[number % len(SECOND)]}"
        beyond = number // (len(FIRST) * len(SECOND))
        name = pattern.format(f"{place} and {dice.choice(FIRST)}ton" if beyond else place)
        made.append(
            Authority(
                slug=f"bench-{number}",
                official_name=f"The Council of {name}" if number % 7 == 0 else name,
                short_name=name[:120],
                kind=kind,
                nation=nation,
                regime=regime,
                notes="Made up for measuring. " * 8,
            )
        )
    Authority.objects.bulk_create(made)
    AuthorityAlias.objects.bulk_create(
        AuthorityAlias(authority=each, name=f"{each.short_name.split()[place]} {each.pk}")
        for each in made
        for place in (0, 1)
    )
    AuthorityAddress.objects.bulk_create(
        AuthorityAddress(
            authority=each,
            channel=Channel.EMAIL,
            address=f"foi{each.pk}@example.org",
            checked_on=now.date() if each.pk % 2 else None,
        )
        for each in made
    )
    return made


def _people(dice: random.Random, number: int) -> list[User]:
    emails = [TYPICAL, HEAVY, STAFF, *(f"bench-{place}@example.org" for place in range(number - 3))]
    people = [
        User(
            email=email,
            name=f"{dice.choice(NAMES)} {dice.choice(SURNAMES)}",
            correspondence_address=email,
            is_staff=email == STAFF,
            is_superuser=email == STAFF,
        )
        for email in emails
    ]
    for person in people:
        person.set_unusable_password()
    return User.objects.bulk_create(people)


def _circles(dice: random.Random, people: list[User], number: int, requests: int) -> list[Circle]:
    """The first campaign is the typical one, the second the large one; the others share the rest unevenly.

    Every person also has a campaign of their own; every fifth request is in one of those.
    """
    sizes = _sizes(dice, number, requests)
    typical, heavy, _staff, *others = people
    circles = []
    for place, size in enumerate(sizes):
        owner = {0: typical, 1: heavy}.get(place) or dice.choice(others)
        members = [owner, *(each for each in dice.sample(others, min(6, len(others))) if each is not owner)]
        campaign = Campaign(slug=f"bench-{place}", name=f"Campaign {place}", aim=dice.choice(AIMS))
        campaign.visibility = Visibility.PRIVATE
        circles.append(Circle(campaign, members, size))
    alone = [0] * len(people)
    for _ in range(requests - sum(sizes)):
        alone[dice.randrange(2, len(people))] += 1
    for person, size in zip(people, alone, strict=True):
        own = Campaign(slug=f"bench-own-{person.pk}", name=f"{person}: own requests", personal_of=person)
        circles.append(Circle(own, [person], size))
    Campaign.objects.bulk_create(circle.campaign for circle in circles)
    Membership.objects.bulk_create(
        Membership(campaign=circle.campaign, user=member, role=_role(place))
        for circle in circles
        for place, member in enumerate(circle.members)
    )
    return circles


def _role(place: int) -> Role:
    return Role.OWNER if place == 0 else Role.EDITOR if place < 4 else Role.VIEWER


def _sizes(dice: random.Random, number: int, requests: int) -> list[int]:
    typical, heavy = min(150, requests // 8), min(2000, requests // 5)
    shared = requests - typical - heavy - requests // 5
    shares = [dice.paretovariate(1.2) for _ in range(number - 2)]
    return [typical, heavy, *(int(shared * share / sum(shares)) for share in shares)]
