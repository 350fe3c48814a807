from tests.browser.test_axe import *  # noqa: F403
from tests.browser.test_axe import violations
MINE = ("my-openings", "opening-begun", "consent", "opening-about", "opening-skills", "opening-place", "opening-pay", "opening-fit", "opening-closing", "opening-in", "opening-ch", "opening-to")
del test_axe_finds_no_violation, test_no_page_scrolls_sideways_on_the_narrowest_phone, test_console_stays_clean  # noqa: F821
def test_mine(scene, open_context, live_server):
    found = []
    for width, scheme, language in ((360, "dark", "ar"), (1280, "light", "en"), (320, "light", "en"), (320, "dark", "ar")):
        for reader in ("recruiter", "graduate"):
            context = open_context(width=width, scheme=scheme)
            scene.log_in(context, reader, live_server.url)
            tab = context.new_page()
            said = []
            tab.on("console", lambda message: said.append(message.text))
            for page in scene.pages:
                if page.reader == reader and page.name.startswith(MINE):
                    tab.goto(page.path_in(language))
                    found += violations(tab) if width > 320 else []
                    w = tab.evaluate("document.documentElement.scrollWidth")
                    found += [(tab.url, w)] if w > width else []
            found += said
    assert found == []
