"""Dated law that ships with the program and is kept up by staff and by GOV.UK's list: bank holidays and exemptions."""

from __future__ import annotations

from django.db import models
from simple_history.models import HistoricalRecords

from requests_app.core.states import Regime


class BankHoliday(models.Model):
    """One bank holiday in one of the three GOV.UK divisions (Banking and Financial Dealings Act 1971)."""

    class Division(models.TextChoices):
        """The divisions of the GOV.UK list."""

        ENGLAND_AND_WALES = "england-and-wales", "England and Wales"
        SCOTLAND = "scotland", "Scotland"
        NORTHERN_IRELAND = "northern-ireland", "Northern Ireland"

    on = models.DateField()
    division = models.CharField(max_length=20, choices=Division.choices)
    title = models.CharField(max_length=120)
    source = models.CharField(max_length=200, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["on", "division"]
        constraints = [models.UniqueConstraint(fields=["on", "division"], name="a_holiday_once")]

    def __str__(self) -> str:
        return f"{self.on} {self.title} ({self.get_division_display()})"


class HolidayRefresh(models.Model):
    """One comparison of our bank holidays with GOV.UK's list, so that silence of the list can be seen."""

    at = models.DateTimeField()
    ok = models.BooleanField("succeeded", help_text="The list could be read and was believed.")
    source = models.CharField(max_length=300, help_text="The address or the file.")
    sentence = models.CharField(max_length=500, help_text="What came of it.")

    class Meta:
        ordering = ["-at", "-pk"]
        get_latest_by = ["at", "pk"]
        verbose_name = "bank holiday refresh"
        verbose_name_plural = "bank holiday refreshes"

    def __str__(self) -> str:
        return self.sentence


class Exemption(models.Model):
    """An exemption, exception or procedural ground, and what can be answered to it (RULES.md section 5)."""

    key = models.SlugField(max_length=40, unique=True)
    regime = models.CharField(max_length=10, choices=Regime.choices)
    section = models.CharField(max_length=20)
    title = models.CharField(max_length=250)
    basis = models.CharField(max_length=120)
    status = models.CharField(max_length=250, help_text="Absolute, qualified or procedural.")
    public_interest_test = models.CharField(max_length=250, blank=True)
    ncnd = models.CharField("neither confirm nor deny", max_length=250, blank=True)
    must_show = models.JSONField(default=list, blank=True, help_text="What the authority must show.")
    counter_arguments = models.JSONField(default=list, blank=True)
    practice = models.TextField(blank=True)
    notes = models.TextField(blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["regime", "pk"]
        constraints = [models.UniqueConstraint(fields=["regime", "section"], name="a_section_once")]

    def __str__(self) -> str:
        return f"{self.regime} {self.section} {self.title}"
