"""What no reader should see on a page: another language, or more than fits its width."""

from playwright.sync_api import Page as Tab

ISOLATED = "bdi, [dir]:not(html), [lang]:not(html), script, textarea, select, .brand, .meta"
"""Names, people's own words and the facts of a card keep their language."""
FOREIGN = """isolated => {
  const found = [], all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const named = /\\u2068[^\\u2069]*\\u2069|\\S+@\\S+|\\b[A-Z][a-z]+\\/\\w+/g;
  while (all.nextNode()) {
    const text = all.currentNode;
    if (text.parentElement.closest(isolated)) continue;
    found.push(...(text.data.replace(named, "").match(/[A-Za-z]{3,}/g) || []));
  }
  const root = document.documentElement;
  return [root.lang, [...new Set(found)], root.scrollWidth - innerWidth];
}"""
"""Latin words beside e-mails, zones and what is isolated; how far the page sticks out."""
KNOWN = {"PDF", "DOCX", "Word", "docx", "JSON", "Resume", "React", "Python", "PostgreSQL"}
KNOWN |= {"SAFE", "Series", "Hebron", "UTC"}


def strange_in(tab: Tab, language: str) -> list[str]:
    """Sentences, each with the address."""
    spoken, latin, excess = tab.evaluate(FOREIGN, ISOLATED)
    found = [f"it is in {spoken}"] if spoken != language else []
    foreign = [word for word in latin if word not in KNOWN] if language == "ar" else []
    found += [f"it says {', '.join(foreign)}"] if foreign else []
    found += [f"it is {excess} px too wide"] if excess > 0 else []
    return [f"{tab.url}: {each}" for each in found]
