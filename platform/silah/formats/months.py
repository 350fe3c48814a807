"""Months by their Levantine names, which our catalogue sets over those of Django.

Django asks for each month by its English name; that name stands here so that the catalogue keeps it.
"""

from django.utils.translation import gettext_lazy as _

MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)
