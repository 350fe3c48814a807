from matching.tenders.models.answers import Answer

__all__ = ["Answer"]
