"""The public record, by metric and year, with its sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from requests_app.models import Figure, Source


@dataclass(frozen=True, slots=True)
class Metric:
    """One thing that was counted, by whom and when."""

    name: str
    figures: list[Figure] = field(default_factory=list)

    @property
    def years(self) -> list[tuple[int | None, list[Figure]]]:
        """The figures by year, those without a year last."""
        ordered = sorted(
            self.figures, key=lambda figure: (figure.year is None, figure.year or 0, figure.position)
        )
        return [(year, list(group)) for year, group in groupby(ordered, key=lambda figure: figure.year)]


def evidence() -> tuple[list[Metric], list[Source]]:
    """All metrics with their figures, and all sources. Two queries."""
    figures = Figure.objects.select_related("source").order_by("metric", "year", "position")
    metrics = [
        Metric(name, list(group)) for name, group in groupby(figures, key=lambda figure: figure.metric)
    ]
    return metrics, list(Source.objects.all())
