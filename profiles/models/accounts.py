from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from profiles.zones import check_zone

SESSION_SALT = "profiles.models.accounts.session"


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """An account: it logs in by e-mail and may own several profiles and be a member of firms.

    notices: when mail tells of what happened; unread_notices is kept by `ledger.telling`
    """

    class Notices(models.TextChoices):
        USUAL = "usual", _("Requests and answers at once, everything else once a day")
        AT_ONCE = "at_once", _("Everything at once")
        DAILY = "daily", _("Everything once a day, in the morning")
        NEVER = "never", _("No mail: I look here myself")

    email = models.EmailField(_("e-mail"), unique=True)
    language = models.CharField(
        _("language"), max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    time_zone = models.CharField(
        _("time zone"), max_length=50, default="Asia/Hebron", validators=[check_zone]
    )
    is_staff = models.BooleanField(_("programme staff"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)
    session_epoch = models.PositiveIntegerField(default=0, editable=False)
    notices = models.CharField(
        _("mail about what happens"), max_length=7, choices=Notices.choices, default=Notices.USUAL
    )
    unread_notices = models.PositiveIntegerField(default=0, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="email_is_in_lower_case"
            ),
        ]

    def __str__(self) -> str:
        return f"Account {self.pk}"

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """A later epoch ends every session that was opened in an earlier one, at once."""
        signed = f"{self.password}:{self.session_epoch}"
        return salted_hmac(SESSION_SALT, signed, secret=secret, algorithm="sha256").hexdigest()
