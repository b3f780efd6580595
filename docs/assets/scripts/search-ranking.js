/* Orders pages by how much of a query they answer, and where: in the title, in the words people search for, in the
   summary, or somewhere in the text, of which an engine tells. */
(() => {
  "use strict";
  const hb = (window.handbookSearch = window.handbookSearch || {});

  const TUNING = {
    title: 0.8,
    alias: 1.9,
    summary: 0.4,
    text: 1.35,
    length: 0.35, // how much less a hit counts in a long title or alias
    phrase: 1, // what a group of words counts beside its single words
    pair: 0.45, // what two words of the query count that stand side by side
    named: 1.1, // what it counts that a whole title or alias stands in the query
    rarity: 0.7, // how much more a rare word counts than a common one
    coverage: 1.1, // how much it counts to hold every word of the query
    kinds: { Situation: 1.25, Source: 0.75, Meeting: 0.7, Correction: 0.8 },
  };

  const roots = (text) => hb.splitWords(text).map(hb.rootOf);
  const padded = (words) => ` ${words.join(" ")} `;

  /* What of each page is in the catalogue, as roots of words. */
  class Fields {
    constructor(pages) {
      this.pages = pages.map(({ title, aliases = [], summary }) => ({
        title: [roots(title)],
        alias: aliases.map(roots),
        summary: [roots(summary)],
      }));
      for (const page of this.pages) {
        for (const [name, texts] of Object.entries(page)) {
          page[name] = texts.map((words) => ({ text: padded(words), size: Math.max(1, words.length) }));
        }
      }
    }

    /* What a form of a term counts on a page, by the fields that hold it. */
    value(page, form, tuning) {
      let value = 0;
      for (const name of ["title", "alias", "summary"]) {
        let best = 0;
        for (const { text, size } of this.pages[page][name]) {
          if (text.includes(form)) best = Math.max(best, name === "summary" ? 1 : size ** -tuning.length);
        }
        value += best * tuning[name];
      }
      return value;
    }

    /* The longest title or alias of a page that stands in the query whole, as words. */
    named(page, query) {
      let longest = [];
      for (const name of ["title", "alias"]) {
        for (const { text, size } of this.pages[page][name]) {
          if (size > longest.length && query.includes(text)) longest = text.trim().split(" ");
        }
      }
      return longest;
    }
  }

  /* How telling a word is that stands on `count` of `all` pages. */
  const weight = (count, all) => Math.log(1 + (all - count + 0.5) / (count + 0.5));

  /* The value of each page for one term, and how telling the term is. */
  const ofTerm = async (engine, fields, forms, tuning) => {
    const found = new Map();
    let telling = 0;
    for (const [form, share] of forms) {
      const hits = await engine.find(form, false);
      const top = Math.max(...hits.values());
      const words = padded(roots(form));
      if (hits.size) telling = Math.max(telling, share * weight(hits.size, fields.pages.length) ** tuning.rarity);
      for (const [page, score] of hits) {
        const value = share * (tuning.text * score / top + fields.value(page, words, tuning));
        found.set(page, Math.max(found.get(page) || 0, value));
      }
    }
    return { pages: found, telling };
  };

  const pairs = (words, skipped) =>
    words.slice(1).map((word, at) => [words[at], word]).filter((pair) => !pair.every((word) => skipped.has(word)));

  /* Numbers of pages with their scores, best first, for a query as `Words.read` gives it. */
  hb.rank = async (engine, words, read, tuning = TUNING) => {
    const { pages, filters } = engine.catalogue;
    const fields = (engine.fields = engine.fields || new Fields(pages));
    const total = new Map();
    const held = new Map();
    const telling = new Map();
    for (const [term, { forms, phrase }] of read.terms) {
      const found = await ofTerm(engine, fields, forms, tuning);
      if (!phrase) telling.set(term, found.telling);
      for (const [page, value] of found.pages) {
        total.set(page, (total.get(page) || 0) + found.telling * value * (phrase ? tuning.phrase : 1));
        if (!held.has(page)) held.set(page, new Set());
        for (const word of phrase ? term.split(" ") : [term]) held.get(page).add(word);
      }
    }
    const byRoot = new Map([...telling].map(([term, value]) => [hb.rootOf(term), value]));
    const sum = (terms) => [...terms].reduce((before, term) => before + (telling.get(term) || 0), 0);
    const whole = sum(telling.keys());
    for (const pair of pairs(read.words, words.skipped)) {
      const hits = await engine.find(pair.join(" "), true);
      const telling = tuning.pair * weight(hits.size, pages.length);
      const text = padded(pair.map(hb.rootOf));
      for (const page of hits.keys()) {
        if (total.has(page)) total.set(page, total.get(page) + telling * (1 + fields.value(page, text, tuning)));
      }
    }
    const query = padded(read.words.map(hb.rootOf));
    const final = [...total].map(([page, score]) => {
      const share = whole ? sum(held.get(page)) / whole : 1;
      const bonus = tuning.named * fields.named(page, query).reduce((before, word) => before + (byRoot.get(word) || 0), 0);
      return [page, (score * share ** tuning.coverage + bonus) * (tuning.kinds[filters.kind[pages[page].kind]] || 1)];
    });
    return final.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  };
  hb.TUNING = TUNING;
})();
