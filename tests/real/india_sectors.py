"""The free sector text of India's funding rounds in the sectors of the taxonomy."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from profiles.folding import fold
from tests.real.spellings import Spellings

# Words of this set that are no synonyms of a sector anywhere else.
WORDS = {
    "agriculture": "agri agro agre farm farmers crop",
    "ai-data": "ai chatbot predictive",
    "e-commerce": "etailer etailers tailer tailers eretailer ecommece fashion apparel furniture "
    "jewellery eyewear lingerie classifieds merchandize shop store stores shopping grocery "
    "groceries gifting accessories beauty",
    "education": "learning edtech ed-tech edutech eduisation test preparation tutoring tuition "
    "coaching school schools student students educational skill higher certification",
    "energy": "clean solar electric waste recycling",
    "enterprise software": "crm sme smes erp cloud",
    "fintech": "financial fin-tech lending loan loans wallet wallets payment credit financing "
    "investment investments wealth tax pos mpos money mutual trading forex remittance nbfc bank",
    "food": "restaurant grocery groceries qsr tea coffee meat milk beverage snacks kitchen "
    "chef foods tiffin catering dining cafe brewery beer bakery",
    "gaming": "game gamified esports fantasy",
    "health": "medical medicine medicines doctor doctors pharmacy hospital hospitals clinic "
    "clinics wellness fitness diagnostic diagnostics patient dental genomics ambulance "
    "caregiver healthcaretech yoga gym",
    "hr": "hiring job jobs talent employee recruiters career freelancers manpower staffing",
    "iot": "wearable wearables drone drones robot robotic manufacturer device devices",
    "logistics": "cab cabs taxi taxis bike bikes car cars auto automobile automobiles automotive "
    "vehicle vehicles truck trucks trucking carpooling scooter scooters bus parking courier "
    "warehouse shipping fleet ride carsharing",
    "marketing": "ad ads advertisement advertisers engagement loyalty brand branding coupons",
    "media": "content video videos social networking messaging dating photo photography "
    "storytelling blog books celebrity matrimony",
    "real estate": "realty rent rental rentals homes housing apartment apartments co-working "
    "coworking co-living interior interiors property properties",
    "telecom": "wifi wi-fi sim",
    "travel": "hotel trip trips holiday holidays ticketing flight flights homestay tours",
    "cybersecurity": "cyber authentication biometric fraud",
    "public-civic": "legal lawyers ngo charity govt crowdfunding",
}
NOT_WORDS = re.compile(r"[^\w&+]+")


@dataclass
class SectorText:
    """Finds every sector that a text names; `unmapped` counts the texts that name none."""

    known: Spellings
    unmapped: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        own = {
            word: self._slug(sector) for sector, words in WORDS.items() for word in words.split()
        }
        spelled = {**own, **self.known.slugs}
        self.phrases = {_plain(phrase): slug for phrase, slug in spelled.items()}
        self.longest = max(len(phrase.split()) for phrase in self.phrases)

    def find(self, *texts: str) -> list[str]:
        """Slugs in the order of the text, each once."""
        found = list(dict.fromkeys(slug for text in texts for slug in self._named(_plain(text))))
        if not found:
            self.unmapped[" / ".join(filter(None, texts))] += 1
        return found

    def _named(self, text: str) -> Iterator[str]:
        """The longest phrase at each word, then on behind it."""
        words, place = text.split(), 0
        while place < len(words):
            for length in range(self.longest, 0, -1):
                slug = self.phrases.get(" ".join(words[place : place + length]))
                if slug:
                    yield slug
                    break
            place += length

    def _slug(self, sector: str) -> str:
        return self.known.slugs[fold(sector)]


def _plain(text: str) -> str:
    """Folded words alone: "E-Commerce & M-Commerce" is "e commerce & m commerce"."""
    return " ".join(NOT_WORDS.split(fold(text))).strip()
