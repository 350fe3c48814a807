"""Days as people type them, or as the field of a browser sends them."""

from typing import Any

from django import forms

ISO = "%Y-%m-%d"


class TypedDay(forms.DateField):
    """2026-12-31, 31/12/2026 or 31.12.2026."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            input_formats=[ISO, "%d/%m/%Y", "%d.%m.%Y"],
            widget=forms.DateInput(format=ISO, attrs={"type": "date"}),
            **options,
        )
