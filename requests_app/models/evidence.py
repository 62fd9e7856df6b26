"""The public record: who said what, when, in figures. Printed beside what FOI replies disclosed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class SourceManager(models.Manager["Source"]):
    """Finds sources by their natural key."""

    def get_by_natural_key(self, slug: str) -> Source:
        """Find a source by slug."""
        return self.get(slug=slug)


class Source(models.Model):
    """A published document."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=200)
    author = models.CharField(max_length=200, blank=True)
    published_on = models.DateField(null=True, blank=True, help_text="Empty: no date is printed.")
    note = models.TextField(blank=True)
    text = models.TextField(blank=True)

    objects: ClassVar[SourceManager] = SourceManager()

    class Meta:
        ordering = ["published_on", "title"]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        """The slug."""
        return (self.slug,)


class Figure(models.Model):
    """One figure out of one source. ``value`` is the number printed; ``quote`` is where it stands."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="figures")
    position = models.PositiveSmallIntegerField()
    metric = models.CharField(max_length=120)
    value = models.DecimalField(max_digits=14, decimal_places=2)
    is_approximate = models.BooleanField(default=False, help_text='Printed with "around" or the like.')
    unit = models.CharField(max_length=60)
    place = models.CharField(max_length=120, blank=True)
    period = models.CharField(max_length=60, blank=True, help_text="As printed, such as 2009-10.")
    year = models.PositiveSmallIntegerField(null=True, blank=True, help_text="For putting it in order.")
    quote = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["metric", "year", "position"]
        constraints = [models.UniqueConstraint(fields=["source", "position"], name="one_figure_a_place")]

    def __str__(self) -> str:
        return f"{self.metric} {self.period}: {self.value}"

    @property
    def shown(self) -> str:
        """The number as it is read: whole where it is whole, with commas."""
        return f"{self.value:,.0f}" if self.value == self.value.to_integral_value() else f"{self.value:,.2f}"
