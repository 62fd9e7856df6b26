"""Finding authorities by the names people know them by."""

from __future__ import annotations

from django.db.models import Q

from requests_app.models import Authority, AuthorityAlias


def authority_choices() -> list[str]:
    """Every name an authority goes by, official names first: what the name field suggests. Two queries."""
    official = list(Authority.objects.order_by("official_name").values_list("official_name", flat=True))
    known = {name.lower() for name in official}
    others = AuthorityAlias.objects.order_by("name").values_list("name", flat=True)
    return official + [name for name in others if name.lower() not in known]


def find_authorities(name: str, *, limit: int = 12) -> list[Authority]:
    """Authorities called this: exactly (officially, in short or by an alias), else whose names contain it.

    One exact match is a list of one. At most two queries.
    """
    name = " ".join(name.replace("\x00", " ").split())  # PostgreSQL holds no NUL
    if not name:
        return []
    exact = Q(official_name__iexact=name) | Q(short_name__iexact=name) | Q(aliases__name__iexact=name)
    found = list(Authority.objects.filter(exact).select_related("successor").distinct()[:limit])
    if found:
        return found
    words = Q()
    for word in name.split():
        words &= (
            Q(official_name__icontains=word)
            | Q(short_name__icontains=word)
            | Q(aliases__name__icontains=word)
        )
    return list(Authority.objects.filter(words).select_related("successor").distinct()[:limit])
