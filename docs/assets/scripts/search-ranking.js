/* Orders pages by how much of a query they answer: by the words they hold, each as telling as it is rare, by how like the
   query a title, a summary or one of the words for search is, and by words that stand side by side. */
(() => {
  "use strict";
  const hb = (window.handbookSearch = window.handbookSearch || {});

  const TUNING = {
    title: 2.6,
    alias: 3,
    summary: 1.8,
    body: 0.9,
    length: { title: 0.25, alias: 0.3, summary: 0.1, body: 0.5 }, // how much less a hit counts in a long text
    apart: 0.4, // what words of a phrase count that stand apart in a text
    level: 2, // how soon more hits of one word stop counting
    phrase: 0.7, // what a group of words counts beside its single words
    alike: { title: 1.0, alias: 1.3, summary: 0.7 }, // what it counts that a whole text is like the query
    pair: 0.25, // what two words of the query count that stand side by side
    coverage: 0.8, // how much it counts to hold every word of the query
    kinds: { Situation: 1.15, Source: 0.8, Meeting: 0.7, Correction: 0.8 },
  };

  /* For one term: the share of its full value that each page has, the roots it was found by, and how telling it is. */
  const ofTerm = (index, forms, tuning) => {
    const values = new Map();
    const shares = new Map();
    const words = new Map();
    for (const [form, share] of forms) {
      const parts = hb.rootsIn(form);
      if (!parts.length) continue;
      if (parts.length === 1) words.set(parts[0], Math.max(words.get(parts[0]) || 0, share));
      for (const page of index.pages(parts)) {
        const weight = index.weight(parts, page, tuning);
        const value = share * weight / (weight + tuning.level);
        if (value > (values.get(page) || 0)) values.set(page, value);
        shares.set(page, Math.max(shares.get(page) || 0, share));
      }
    }
    const count = [...shares.values()].reduce((before, share) => before + share, 0);
    return { values, words, telling: values.size ? index.rarity(count) : 0 };
  };

  /* How like the query a text is: the share of both that they have in common, from 0 to 1. */
  const likeness = (index, terms, whole, { telling }) => {
    let common = 0;
    let own = 0;
    for (const word of telling) own += index.rarityOf(word);
    for (const term of terms) {
      let best = 0;
      for (const word of telling) best = Math.max(best, term.words.get(word) || 0);
      common += best * term.telling;
    }
    return own && whole ? common / Math.sqrt(whole * Math.max(own, common)) : 0;
  };

  const alike = (index, terms, whole, page, tuning) => {
    let best = 0;
    for (const [name, texts] of Object.entries(index.fields[page])) {
      for (const text of texts) best = Math.max(best, tuning.alike[name] * likeness(index, terms, whole, text) ** 2);
    }
    return best * whole;
  };

  const pairs = (words, skipped) =>
    words.slice(1).map((word, at) => [words[at], word]).filter((pair) => !pair.every((word) => skipped.has(word)));

  /* What each page gains by words of the query that stand side by side on it. */
  const sideBySide = async (engine, words, read, tuning) => {
    const gains = new Map();
    for (const pair of pairs(read.words, words.skipped)) {
      const text = hb.padded(pair.map(hb.rootOf));
      const found = new Set((await engine.find(pair.join(" "), true)).keys());
      engine.index.fields.forEach((fields, page) => {
        if (Object.values(fields).some((texts) => texts.some((field) => field.text.includes(text)))) found.add(page);
      });
      const telling = tuning.pair * engine.index.rarity(found.size);
      for (const page of found) gains.set(page, (gains.get(page) || 0) + telling);
    }
    return gains;
  };

  /* Numbers of pages with their scores, best first, for a query as `Words.read` gives it. */
  hb.rank = async (engine, words, read, tuning = TUNING) => {
    const { pages, filters } = engine.catalogue;
    const index = (engine.index = engine.index || new hb.Index(engine.catalogue));
    const terms = [];
    const total = new Map();
    const held = new Map();
    for (const [term, { forms, phrase }] of read.terms) {
      const found = ofTerm(index, forms, tuning);
      const parts = phrase ? term.split(" ") : [term];
      terms.push({ ...found, term, phrase });
      for (const [page, value] of found.values) {
        total.set(page, (total.get(page) || 0) + found.telling * value * (phrase ? tuning.phrase : 1));
        if (!held.has(page)) held.set(page, new Set());
        for (const part of parts) held.get(page).add(part);
      }
    }
    const single = terms.filter(({ phrase }) => !phrase);
    const whole = single.reduce((before, { telling }) => before + telling, 0);
    const gains = await sideBySide(engine, words, read, tuning);
    const final = [...total].map(([page, score]) => {
      const covered = single.reduce((before, { term, telling }) => before + (held.get(page).has(term) ? telling : 0), 0);
      const share = whole ? covered / whole : 1;
      const value = (score + (gains.get(page) || 0)) * share ** tuning.coverage + alike(index, single, whole, page, tuning);
      return [page, value * (tuning.kinds[filters.kind[pages[page].kind]] || 1)];
    });
    return final.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  };
  hb.TUNING = TUNING;
})();
