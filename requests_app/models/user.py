"""People: the e-mail address is the login."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models.functions import Lower


class UserManager(BaseUserManager["User"]):
    """Makes people; addresses are compared without regard to case."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> User:
        """Make a person. Raises ValueError without an address."""
        if not email:
            raise ValueError("A person needs an e-mail address.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> User:
        """Make a person who may do everything in the admin."""
        return self.create_user(email, password, **{"is_staff": True, "is_superuser": True, **fields})

    def get_by_natural_key(self, username: str | None) -> User:
        """Find a person by e-mail address."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who works with the program."""

    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(
        max_length=200, blank=True, help_text="The real name that letters are signed with (FOIA s.8(1)(b))."
    )
    correspondence_address = models.TextField(
        blank=True, help_text="Where authorities may write to: an e-mail address is enough (FOIA s.8(1)(b))."
    )
    wants_reminders = models.BooleanField(
        "send me reminders", default=True, help_text="E-mail when a date is near and when it has passed."
    )
    undo_minutes = models.PositiveSmallIntegerField(
        "minutes to take a letter back",
        default=10,
        validators=[MaxValueValidator(1440)],
        help_text="A letter sent by e-mail waits this long before it goes. 0: it goes at once.",
    )
    is_staff = models.BooleanField("may use the admin", default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        constraints = [models.UniqueConstraint(Lower("email"), name="one_person_per_address")]

    def __str__(self) -> str:
        return self.name or self.email

    def natural_key(self) -> tuple[str]:
        """The address."""
        return (self.email,)

    def get_full_name(self) -> str:
        """The name, or the address where there is none."""
        return str(self)

    def get_short_name(self) -> str:
        """As the full name: nobody's first name is guessed."""
        return str(self)
