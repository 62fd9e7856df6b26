"""Public authorities, the names people call them by, and where they can be written to."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from requests_app.core.states import AuthorityKind, Channel, Nation, Regime


class CostLimitClass(models.TextChoices):
    """Which appropriate limit applies (Fees Regs 2004 reg 3; SSI 2004/467)."""

    NONE = "", "None"
    CENTRAL = "600", "£600: government departments, Parliament, armed forces"
    OTHER = "450", "£450: all other authorities under FOIA"
    SCOTLAND = "600_scot", "£600 at up to £15 an hour: Scottish authorities"


class AuthorityManager(models.Manager["Authority"]):
    """Finds authorities by their natural key."""

    def get_by_natural_key(self, slug: str) -> Authority:
        """Find an authority by slug."""
        return self.get(slug=slug)


class Authority(models.Model):
    """A body that can be asked. One without a regime is outside every access law and gets no clock."""

    slug = models.SlugField(max_length=80, unique=True)
    official_name = models.CharField(max_length=250)
    short_name = models.CharField(max_length=120)
    kind = models.CharField(max_length=30, choices=AuthorityKind.choices, default=AuthorityKind.OTHER.value)
    nation = models.CharField(max_length=20, choices=Nation.choices)
    regime = models.CharField(
        max_length=10,
        choices=[(r.value, r.label) for r in (Regime.FOIA, Regime.FOISA)],
        blank=True,
        help_text="Empty for a body outside every access law.",
    )
    environmental_regime = models.CharField(
        max_length=10, choices=[(r.value, r.label) for r in (Regime.EIR, Regime.EISR)], blank=True
    )
    cost_limit_class = models.CharField(max_length=10, choices=CostLimitClass.choices, blank=True)
    website = models.URLField(blank=True)
    mail_limit_mb = models.PositiveSmallIntegerField(
        "largest mail it takes, in MB", null=True, blank=True, help_text="Empty where nobody knows."
    )
    notes = models.TextField(blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True, help_text="The last day on which the body existed.")
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors"
    )
    history = HistoricalRecords()

    objects: ClassVar[AuthorityManager] = AuthorityManager()

    class Meta:
        ordering = ["official_name"]
        verbose_name_plural = "authorities"
        indexes = [models.Index(Lower("official_name"), name="authority_by_name")]

    def __str__(self) -> str:
        return self.official_name

    def natural_key(self) -> tuple[str]:
        """The slug."""
        return (self.slug,)


class AuthorityAlias(models.Model):
    """Another name that people know an authority by."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "authority aliases"
        constraints = [models.UniqueConstraint(Lower("name"), "authority", name="an_alias_once")]

    def __str__(self) -> str:
        return self.name


class AuthorityAddress(models.Model):
    """Where an authority takes requests. One nobody checked is never mailed without a person saying so."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="addresses")
    channel = models.CharField(max_length=20, choices=Channel.choices, default=Channel.EMAIL.value)
    address = models.TextField()
    source = models.TextField(blank=True, help_text="Where the address was found.")
    checked_on = models.DateField(null=True, blank=True, help_text="Empty: nobody has checked it.")
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    bad_since = models.DateTimeField(
        null=True, blank=True, help_text="When mail to it came back for good. Empty: none has."
    )
    bad_because = models.TextField(blank=True, help_text="What the mail server said.")
    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "authority addresses"
        constraints = [
            models.UniqueConstraint(fields=["authority", "channel", "address"], name="an_address_once"),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | Q(checked_on__isnull=False), name="a_check_has_its_day"
            ),
        ]

    def __str__(self) -> str:
        return self.address if self.checked_on else f"{self.address} (not checked)"

    @property
    def may_be_mailed(self) -> bool:
        """Whether letters may go there: somebody checked it, and none came back since."""
        return self.channel == Channel.EMAIL and self.checked_on is not None and self.bad_since is None
