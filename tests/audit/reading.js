/* What a page does when it is tabbed through, enlarged or stripped of motion: measured in the page itself. */

/* What has the focus: where it is, whether it can be seen, and whether it is marked. Nothing at the end of the page. */
function stop() {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const boxes = [...here.getClientRects()].filter(box => box.width && box.height);
  const box = boxes[0] || here.getBoundingClientRect();
  const shown = here.matches(".md-option") ? here.nextElementSibling : here;
  const at = boxes.length ? box : shown.getBoundingClientRect();
  const top = Math.max(at.top, 0), bottom = Math.min(at.bottom, innerHeight);
  const corners = [[.5, .5], [.1, .5], [.9, .5], [.5, .2], [.5, .8]].map(([x, y]) =>
    document.elementFromPoint(at.left + at.width * x, top + (bottom - top) * y));
  const seen = corners.some(one => one && (shown.contains(one) || one.contains(shown) && !one.closest(".md-header, .md-top, .hb-popover")));
  const style = getComputedStyle(here), parent = getComputedStyle(shown);
  const body = here.querySelector ? here.querySelector(".hb-stool__body") : null;
  const marked = [style, parent].some(each => each.outlineStyle !== "none" && parseFloat(each.outlineWidth) >= 1)
    || (body && parseFloat(getComputedStyle(body).strokeWidth) >= 3);
  return {
    what: `${here.tagName.toLowerCase()} “${(here.getAttribute("aria-label") || here.textContent || "").trim().replace(/\s+/g, " ").slice(0, 50)}”`,
    top: Math.round(at.top), bottom: Math.round(at.bottom), height: innerHeight, seen, marked };
}

/* Targets below 24 pixels that are neither in a line of text nor have room around them (WCAG 2.5.8). */
function small() {
  const inline = element => {
    let around = element.parentElement;
    while (around && getComputedStyle(around).display === "inline") around = around.parentElement;
    return getComputedStyle(element).display === "inline" && around
      && around.textContent.replace(/\s+/g, "").length > element.textContent.replace(/\s+/g, "").length;
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
}

/* What makes a page wider than its window. */
function sideways() {
  const wide = [...document.querySelectorAll("body *")].filter(each => each.getBoundingClientRect().right > innerWidth + 1
    && each.checkVisibility() && !each.closest(".hb-scroll, pre, [hidden]"));
  return document.documentElement.scrollWidth > innerWidth ? wide.slice(-3).map(each => each.outerHTML.slice(0, 120)) : [];
}

/* Text that is cut off or lies on other text; the header's copy of the page's title may be cut. */
function clipped() {
  const said = each => `${each.tagName.toLowerCase()}.${each.className} “${each.textContent.trim().slice(0, 40)}”`;
  const unseen = each => each && (getComputedStyle(each).clipPath !== "none" || unseen(each.parentElement));
  const texts = [...document.querySelectorAll("main *, footer *, header *, .md-tabs *")].filter(each => each.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !each.closest("[data-md-component='header-topic']") && !unseen(each) && [...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()));
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
}

/* What still moves. */
function moving() {
  return [...document.querySelectorAll("*")].flatMap(each => ["", "::before", "::after"].map(part => [each, part, getComputedStyle(each, part || null)]))
  .filter(([, , style]) => [...style.transitionDuration.split(","), ...style.animationDuration.split(",")].some(time => parseFloat(time) > .0001)
    || style.scrollBehavior === "smooth")
  .map(([each, part]) => `${each.tagName.toLowerCase()}.${each.className}${part}`);
}
