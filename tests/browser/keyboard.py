"""What a page owes to those who use it by keyboard alone, or at a zoom of 400 %.

Each check takes a tab with the page just loaded, and gives its troubles: (what, where).
"""

from collections.abc import Callable

from playwright.sync_api import Page as Tab
from playwright.sync_api import ViewportSize

# 400 % of a window of 1280 by 900 leaves so many pixels of CSS.
ZOOMED: ViewportSize = {"width": 320, "height": 225}

# Controls in the order of the page: what is shown, one of a group of radio buttons.
CONTROLS = """() => {
  const all = [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')];
  const takes = each => !each.disabled && each.checkVisibility({visibilityProperty: true});
  const group = each => [...document.getElementsByName(each.name)].filter(
    other => other.type === "radio" && other.form === each.form);
  const chosen = each => group(each).find(other => other.checked) || group(each)[0];
  const stop = each => each.type !== "radio" || chosen(each) === each;
  window.controls = all.filter(each => takes(each) && stop(each));
  return window.controls.map(each => each.outerHTML.slice(0, 160));
}"""
# Where the focus is: its place among the controls, and whether it can be seen.
FOCUS = """() => {
  const at = document.activeElement;
  const near = [at, at.parentElement, at.closest("label"), ...(at.labels || [])].filter(Boolean);
  const ring = near.map(each => getComputedStyle(each)).some(style =>
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
    || style.boxShadow !== "none");
  const box = at.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const covered = box.height < innerHeight && box.width > 1
    && !(top && near.some(each => each.contains(top) || top.contains(each)));
  return [window.controls.indexOf(at), ring, covered];
}"""
PARTS_OF_A_TIME = 8
"""Day, month, year, hour, minute, half of the day, the picker's button, and the way out."""

Trouble = tuple[str, str]
Check = Callable[[Tab], list[Trouble]]


def tab_order(tab: Tab) -> list[Trouble]:
    """Press Tab until the end: every control in order, its focus seen and not covered."""
    controls = tab.evaluate(CONTROLS)
    found = []
    for place, control in enumerate(controls):
        reached, ring, covered = _next_stop(tab, place - 1)
        if reached != place:
            return [*found, (f"the focus is at {reached}, not at {place}", control)]
        found += [] if ring else [("no ring", control)]
        found += [("covered", control)] if covered else []
    return found


def _next_stop(tab: Tab, here: int) -> tuple[int, bool, bool]:
    """Press Tab until the focus leaves a control: a date has a stop for each part."""
    for _part in range(PARTS_OF_A_TIME):
        tab.keyboard.press("Tab")
        reached, ring, covered = tab.evaluate(FOCUS)
        if reached != here or here < 0:
            break
    return reached, ring, covered


def skip_link(tab: Tab) -> list[Trouble]:
    """The first stop, and it leads to the content."""
    found = []
    for key, there in (("Tab", "a.skip"), ("Enter", "main")):
        tab.keyboard.press(key)
        if not tab.evaluate("there => document.activeElement.matches(there)", there):
            found.append((f"{key} does not lead there", there))
    return found


def details(tab: Tab) -> list[Trouble]:
    """Everything that opens does so with Enter, and closes with it."""
    found = []
    for summary in tab.locator("summary:visible").all():
        was = summary.evaluate("each => each.parentElement.open")
        summary.focus()
        tab.keyboard.press("Enter")
        if summary.evaluate("each => each.parentElement.open") == was:
            found.append(("Enter does nothing", summary.inner_text()))
    return found


def zoom(tab: Tab) -> list[Trouble]:
    """At 400 % nothing is cut off, and Tab leads through everything."""
    tab.set_viewport_size(ZOOMED)
    width = tab.evaluate("document.documentElement.scrollWidth")
    wide = [(f"{width} wide", tab.url)] if width > ZOOMED["width"] else []
    return [*wide, *tab_order(tab)]


CHECKS: tuple[Check, ...] = (tab_order, skip_link, details, zoom)
