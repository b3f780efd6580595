"""What a page does when it is tabbed through, enlarged or stripped of motion: measured in the page itself."""

from typing import Any

STOP = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const boxes = [...here.getClientRects()].filter(box => box.width && box.height);
  const box = boxes[0] || here.getBoundingClientRect();
  const shown = here.matches(".md-option") ? here.nextElementSibling : here;
  const at = boxes.length ? box : shown.getBoundingClientRect();
  const corners = [[.5, .5], [.1, .5], [.9, .5], [.5, .2], [.5, .8]].map(([x, y]) =>
    document.elementFromPoint(at.left + at.width * x, at.top + at.height * y));
  const seen = corners.some(one => one && (shown.contains(one) || one.contains(shown) && !one.closest(".md-header, .md-top, .hb-popover")));
  const style = getComputedStyle(here), parent = getComputedStyle(shown);
  const body = here.querySelector ? here.querySelector(".hb-stool__body") : null;
  const marked = [style, parent].some(each => each.outlineStyle !== "none" && parseFloat(each.outlineWidth) >= 1)
    || (body && parseFloat(getComputedStyle(body).strokeWidth) >= 3);
  return {
    what: `${here.tagName.toLowerCase()} “${(here.getAttribute("aria-label") || here.textContent || "").trim().replace(/\\s+/g, " ").slice(0, 50)}”`,
    top: Math.round(at.top), bottom: Math.round(at.bottom), height: innerHeight, seen, marked };
}"""
"""What has the focus: where it is, whether it can be seen, and whether it is marked. None at the end of the page."""

SMALL = """() => {
  const inline = element => {
    const around = element.closest("p, li, dd, dt, td, th, summary, .hb-reference, .csl-entry");
    return getComputedStyle(element).display === "inline" && around
      && around.textContent.replace(/\\s+/g, "").length > element.textContent.replace(/\\s+/g, "").length;
  };
  const targets = [...document.querySelectorAll("a[href], button, select, input, summary, [tabindex='0']")]
    .filter(each => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && each.getBoundingClientRect().width > 1
      && !each.matches(".md-option") && !each.closest(".md-skip"));
  const boxes = targets.map(each => each.getBoundingClientRect());
  const near = (box, other) => {
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
    return Math.hypot(dx, dy) < 12;
  };
  return targets.filter((each, at) => {
    const box = boxes[at];
    if (Math.round(box.width) >= 24 && Math.round(box.height) >= 24 || inline(each)) return false;
    return boxes.some((other, one) => one !== at && !targets[one].contains(each) && !each.contains(targets[one]) && near(box, other));
  }).map(each => `${each.tagName.toLowerCase()} “${each.textContent.trim().slice(0, 40)}” ${Math.round(each.getBoundingClientRect().width)} x ${Math.round(each.getBoundingClientRect().height)}`);
}"""
"""Targets below 24 pixels that are neither in a line of text nor have room around them (WCAG 2.5.8)."""

SIDEWAYS = """() => {
  const wide = [...document.querySelectorAll("body *")].filter(each => each.getBoundingClientRect().right > innerWidth + 1
    && each.checkVisibility() && !each.closest(".hb-scroll, pre, [hidden]"));
  return document.documentElement.scrollWidth > innerWidth ? wide.slice(-3).map(each => each.outerHTML.slice(0, 120)) : [];
}"""
"""What makes a page wider than its window."""

CLIPPED = """() => {
  const said = each => `${each.tagName.toLowerCase()}.${each.className} “${each.textContent.trim().slice(0, 40)}”`;
  const texts = [...document.querySelectorAll("main *, footer *, header *, .md-tabs *")].filter(each => each.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !each.closest("[data-md-component='header-topic']") && [...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()));
  const cut = texts.filter(each => {
    const style = getComputedStyle(each);
    const hides = /hidden|clip/.test(style.overflowX + style.overflowY) && style.clipPath === "none" && each.getBoundingClientRect().width > 2;
    return hides && (each.scrollWidth > each.clientWidth + 2 || each.scrollHeight > each.clientHeight + 3);
  }).map(said);
  const blocks = texts.filter(each => getComputedStyle(each).display !== "inline" && getComputedStyle(each).position !== "absolute" && !each.closest("svg, .hb-popover, header, .md-top"));
  const rects = blocks.map(each => { const range = document.createRange(); range.selectNodeContents(each); return range.getBoundingClientRect(); });
  const over = [];
  for (let one = 0; one < blocks.length; one++)
    for (let two = one + 1; two < Math.min(one + 12, blocks.length); two++) {
      if (blocks[one].contains(blocks[two]) || blocks[two].contains(blocks[one])) continue;
      const a = rects[one], b = rects[two];
      const x = Math.min(a.right, b.right) - Math.max(a.left, b.left), y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (x > 4 && y > 6 && a.width && b.width) over.push(`${said(blocks[one])} over ${said(blocks[two])}`);
    }
  return [...cut.map(each => "cut: " + each), ...over];
}"""
"""Text that is cut off or lies on other text; the header's copy of the page's title may be cut."""

SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
"""The spacing that a reader may ask for (WCAG 1.4.12)."""

MOVING = """() => [...document.querySelectorAll("*")].flatMap(each => ["", "::before", "::after"].map(part => [each, part, getComputedStyle(each, part || null)]))
  .filter(([, , style]) => [...style.transitionDuration.split(","), ...style.animationDuration.split(",")].some(time => parseFloat(time) > .0001)
    || style.scrollBehavior === "smooth")
  .map(([each, part]) => `${each.tagName.toLowerCase()}.${each.className}${part}`)"""
"""What still moves."""


def faults_of(stop: dict[str, Any]) -> list[str]:
    """Return what is wrong with one stop of the focus."""
    inside = stop["bottom"] > 0 and stop["top"] < stop["height"]
    where = f"{stop['what']} at {stop['top']} to {stop['bottom']}"
    return [
        f"{where} {what}"
        for what, wrong in (
            ("is out of the window", not inside),
            ("is covered", inside and not stop["seen"]),
            ("has no mark of the focus", not stop["marked"]),
        )
        if wrong
    ]
