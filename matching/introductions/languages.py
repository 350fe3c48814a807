"""In which language somebody wrote, as far as the letters tell."""

ARABIC = range(0x0600, 0x0700)


def language_of(text: str, otherwise: str) -> str:
    """ "ar" where most letters are Arabic; else `otherwise`, or "en" where that is Arabic."""
    letters = [ord(letter) for letter in text if letter.isalpha()]
    arabic = sum(letter in ARABIC for letter in letters)
    if 2 * arabic > len(letters):
        return "ar"
    return "en" if otherwise == "ar" and letters else otherwise
