"""The public record, by metric and year, with its sources, and what FOI replies disclosed beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from requests_app.models import DataTable, Figure, FoiRequest, Source

ENOUGH_FOR_A_CHART = 4
"""Years of one metric from which a picture says more than its rows."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One thing that was counted, by whom and when; ``figures`` in the order of years, unknown ones last."""

    name: str
    figures: list[Figure] = field(default_factory=list)

    @property
    def disagrees(self) -> str:
        """``100 and 44`` where sources give different numbers for the same year, else empty."""
        by_year: dict[int | None, set[str]] = {}
        sources: dict[int | None, set[int]] = {}
        for figure in self.figures:
            by_year.setdefault(figure.year, set()).add(figure.shown)
            sources.setdefault(figure.year, set()).add(figure.source_id)
        years = [year for year, shown in by_year.items() if len(shown) > 1 and len(sources[year]) > 1]
        return " and ".join(figure.shown for figure in self.figures if figure.year in years)

    @property
    def has_chart(self) -> bool:
        """Whether there are years enough for a picture."""
        return len({figure.year for figure in self.figures if figure.year}) >= ENOUGH_FOR_A_CHART


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything the page shows."""

    metrics: list[Metric]
    sources: list[Source]
    disclosed: list[DataTable]

    @property
    def charts(self) -> list[Metric]:
        """The metrics worth a picture, the one with most years first."""
        return sorted((each for each in self.metrics if each.has_chart), key=lambda each: -len(each.figures))


def evidence() -> Evidence:
    """All metrics with their figures, all sources, and the tables of public replies. Three queries."""
    figures = Figure.objects.select_related("source").order_by("metric")
    metrics = [
        Metric(name, sorted(group, key=lambda each: (each.year is None, each.year or 0, each.pk)))
        for name, group in groupby(figures, key=lambda figure: figure.metric)
    ]
    tables = DataTable.objects.filter(response__foi_request__in=FoiRequest.objects.public()).select_related(
        "response__foi_request__authority"
    )
    return Evidence(metrics, list(Source.objects.all()), list(tables.order_by("-pk")[:50]))
