/* Opens a citation or a claim in place. Without this script the links lead to the same text further down the page. */
(() => {
  "use strict";
  const LINKS = "a.cite[href*='#'], a.claim-ref[href*='#']";
  let box = null;
  let opener = null;

  const target = (link) => {
    const hash = decodeURIComponent(link.hash.slice(1));
    return link.pathname === location.pathname && hash ? document.getElementById(hash) : null;
  };

  const name = (link) => (link.matches(".claim-ref") ? "Claim and evidence" : "Source");

  /* A copy of the text without ids, which must stay unique on the page; a folded claim is shown unfolded. */
  const copy = (source) => {
    const part = document.createElement("div");
    if (source.matches("details")) {
      const head = document.createElement("div");
      head.append(...[...source.querySelector("summary").childNodes].map((node) => node.cloneNode(true)));
      part.append(head);
    }
    for (const node of source.childNodes) if (node.nodeName !== "SUMMARY") part.append(node.cloneNode(true));
    for (const node of part.querySelectorAll("[id]")) node.removeAttribute("id");
    for (const node of part.querySelectorAll(".headerlink")) node.remove();
    return part;
  };

  const close = (refocus) => {
    if (!box) return;
    box.remove();
    box = null;
    if (opener) {
      opener.setAttribute("aria-expanded", "false");
      if (refocus) opener.focus();
    }
    opener = null;
  };

  /* On the side of the link with more room. A narrow screen shows a sheet at the bottom instead (see the stylesheet): there the
     page moves up until the link stands above the sheet. */
  const place = () => {
    const at = opener.getClientRects()[0] || opener.getBoundingClientRect();
    if (getComputedStyle(box).position === "fixed") {
      const hidden = at.bottom + 24 - box.getBoundingClientRect().top;
      if (hidden > 0) scrollBy(0, hidden);
      return;
    }
    const gap = 6;
    const header = 96;
    const under = innerHeight - at.bottom - 2 * gap;
    const over = at.top - header - gap;
    box.style.maxHeight = `${Math.min(480, Math.max(under, over, 160))}px`;
    const below = under >= Math.min(box.offsetHeight, 480) || under >= over;
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8));
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${(below ? at.bottom + gap : at.top - gap - box.offsetHeight) + scrollY}px`;
  };

  const build = (link, source) => {
    const made = document.createElement("div");
    made.className = "hb-popover md-typeset";
    made.tabIndex = -1;
    made.setAttribute("role", "dialog");
    made.setAttribute("aria-label", name(link));
    const shut = document.createElement("button");
    shut.type = "button";
    shut.className = "hb-popover__close";
    shut.setAttribute("aria-label", "Close");
    shut.textContent = "\u00d7";
    shut.addEventListener("click", () => close(true));
    const title = document.createElement("p");
    title.className = "hb-popover__title";
    title.textContent = name(link);
    made.append(shut, title, copy(source));
    return made;
  };

  const open = (link, source) => {
    const from = box && box.contains(link) ? opener : link;
    close(false);
    opener = from;
    box = build(link, source);
    document.body.append(box);
    opener.setAttribute("aria-expanded", "true");
    place();
    box.focus({ preventScroll: true });
  };

  /* Tab past the end goes on from the link in the text, not from the end of the page, where the box stands in the markup. */
  const leave = (event) => {
    const stops = [...box.querySelectorAll("a[href], button, summary")];
    const last = !event.shiftKey && document.activeElement === stops[stops.length - 1];
    const first = event.shiftKey && (document.activeElement === stops[0] || document.activeElement === box);
    if (!last && !first) return;
    if (first) event.preventDefault();
    close(true);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(LINKS);
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button)) {
      const source = target(link);
      if (!source) return;
      event.preventDefault();
      event.stopPropagation();
      if (link === opener) close(true);
      else open(link, source);
      return;
    }
    if (box && !box.contains(event.target)) close(false);
  }, true);

  document.addEventListener("keydown", (event) => {
    if (!box) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close(true);
    } else if (event.key === "Tab" && box.contains(document.activeElement)) leave(event);
  }, true);

  addEventListener("resize", () => { if (box) place(); });

  /* A folded claim opens when an address leads to it. */
  const unfold = () => {
    const part = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = part && part.closest("details");
    if (fold) fold.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

  for (const link of document.querySelectorAll(LINKS)) {
    if (!target(link)) continue;
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
  }
})();
