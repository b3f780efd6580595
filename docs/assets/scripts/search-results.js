/* Draws what was found: how many, each page with its kind and its summary, and what to try when there is nothing. */
(() => {
  "use strict";
  const hb = (window.handbookSearch = window.handbookSearch || {});
  const AROUND = 130;

  const make = (name, given = {}, ...children) => {
    const { className, ...rest } = given;
    const element = document.createElement(name);
    if (className) element.className = className;
    for (const [key, value] of Object.entries(rest)) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== ""));
    return element;
  };

  /* The roots of every word that counts as a hit. */
  const wanted = ({ terms }) => {
    const found = new Set();
    for (const { forms } of terms.values()) {
      for (const form of forms.keys()) if (!/[ -]/.test(form)) found.add(hb.rootOf(form));
    }
    for (const term of terms.keys()) for (const word of term.split(" ")) found.add(hb.rootOf(word));
    return found;
  };

  const WORD = /[\p{L}\p{N}]+(?:[.'\u2019][\p{L}\p{N}]+)*/gu;
  const hits = (text, roots) => [...text.matchAll(WORD)].filter(([word]) => roots.has(hb.rootOf(hb.fold(word))));

  /* A text with the words that were looked for marked. */
  const marked = (text, roots) => {
    const parts = [];
    let last = 0;
    for (const match of hits(text, roots)) {
      parts.push(text.slice(last, match.index), make("mark", {}, match[0]));
      last = match.index + match[0].length;
    }
    return [...parts, text.slice(last)];
  };

  /* The sentence that holds most of the words, cut to a length that can be taken in at a glance. */
  const excerpt = (text, roots) => {
    let best = ["", 0];
    for (const sentence of text.split(/(?<=[.?!])\s+/)) {
      const count = new Set(hits(sentence, roots).map(([word]) => hb.rootOf(hb.fold(word)))).size;
      if (count > best[1]) best = [sentence, count];
    }
    const [sentence, count] = best;
    if (!count || sentence.length <= 2 * AROUND) return sentence;
    const at = hits(sentence, roots)[0].index;
    const from = at > AROUND ? sentence.indexOf(" ", at - AROUND) + 1 : 0;
    const cut = sentence.slice(from, from + 2 * AROUND).replace(/\s+\S*$/, "");
    return `${from ? "\u2026 " : ""}${cut} \u2026`;
  };

  const hit = async (engine, number, roots) => {
    const { catalogue } = engine;
    const page = catalogue.pages[number];
    const kind = catalogue.filters.kind[page.kind];
    const sure = page.grade ? ` \u00b7 how sure: ${page.grade}` : "";
    const link = make(
      "a",
      { className: "hb-hit__link", href: hb.base + page.url },
      make("span", { className: "hb-hit__kind" }, kind, sure),
      " ",
      make("span", { className: "hb-hit__title" }, ...marked(page.title, roots)),
    );
    const item = make("li", { className: "hb-hit" }, link);
    item.append(make("p", { className: "hb-hit__text" }, ...marked(page.summary, roots)));
    if (!hits(page.title, roots).length && !hits(page.summary, roots).length) {
      const typed = (page.aliases || []).find((alias) => hits(alias, roots).length);
      const more = typed ? `Also found as: ${typed}` : excerpt(await engine.text(number), roots);
      if (more) item.append(make("p", { className: "hb-hit__more" }, ...marked(more, roots)));
    }
    return item;
  };

  /* List items for pages, in the same order. */
  hb.draw = (engine, numbers, read) => {
    const roots = wanted(read);
    return Promise.all(numbers.map((number) => hit(engine, number, roots)));
  };

  /* What is said of the number of results, and of words that were taken for others. */
  hb.counted = (count, query, mended) => {
    const results = count === 1 ? "1 result" : `${count} results`;
    const changed = [...mended].map(([typed, taken]) => `\u201c${taken}\u201d for \u201c${typed}\u201d`);
    const note = changed.length ? ` Read as ${changed.join(", ")}.` : "";
    return `${count ? results : "No result"} for \u201c${query}\u201d.${note}`;
  };

  /* Ways on, where nothing was found. */
  hb.waysOn = (links) => [
    make("p", {}, "Try fewer words, or the plainest word for it: trust, meetings, time, turnover."),
    make("p", {}, "Or look in a list:"),
    make("ul", {}, ...links.map(([title, url]) => make("li", {}, make("a", { href: hb.base + url }, title)))),
  ];

  hb.make = make;
})();
