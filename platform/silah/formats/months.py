"""Months by their Levantine names, which our catalogue sets over those of Django.

Django asks for each month by its English name, so that name stands here for the catalogue to keep.
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
