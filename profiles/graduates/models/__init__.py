"""What only a graduate has: studies, a proved university address, a CV."""

from profiles.graduates.models.cv import CV
from profiles.graduates.models.graduate import Graduate
from profiles.graduates.models.university_mail import UniversityMail

__all__ = ["CV", "Graduate", "UniversityMail"]
