/* Orders pages by how much of a query they answer: by the words they hold, each as telling as it is rare, by how like the
   query a title, a summary or one of the words for search is, and by words that stand side by side. */
(() => {
  "use strict";
  const hb = (window.handbookSearch = window.handbookSearch || {});

  const TUNING = {
    title: 3.2,
    alias: 4.4,
    summary: 2.8,
    body: 1.8,
    length: { title: 0.25, alias: 0.35, summary: 0.1, body: 0.65 }, // how much less a hit counts in a long text
    apart: 0.5, // what words of a phrase count that stand apart in a text
    level: 1.9, // how soon more hits of one word stop counting
    typed: 0.5, // whether a word is as telling as itself (1) or as all that means the same (0)
    phrase: 2, // what a phrase with other words for it counts
    instead: 0.7, // how far a phrase stands in the place of its single words
    alike: { title: 1.4, alias: 0.9, summary: 0.5 }, // what it counts that a whole text is like the query
    ofQuery: 0.5, // whether likeness is the share of the query (1) or of the text (0) that both have in common
    exact: 1, // what it counts that a whole text is the query, word for word
    meaning: 1, // what it counts beside, where that text names a term: the reader may ask what it means
    sharp: 2, // how much more a close likeness counts than a loose one
    pair: 0.25, // what two words of the query count that stand side by side
    coverage: 0.5, // how much it counts to hold every word of the query
    kinds: { Situation: 1.2, Source: 0.75, Meeting: 0.7, Correction: 0.8 },
  };

  /* For one term: the share of its full value that each page has, the roots it was found by, and how telling it is:
     between the word as it was typed and all that means the same. */
  const ofTerm = (index, forms, tuning) => {
    const values = new Map();
    const shares = new Map();
    const words = new Map();
    let typed = 0;
    for (const [form, share] of forms) {
      const parts = hb.rootsIn(form);
      if (!parts.length) continue;
      if (parts.length === 1) words.set(parts[0], Math.max(words.get(parts[0]) || 0, share));
      const pages = index.pages(parts);
      if (pages.length && !typed) typed = index.rarity(pages.length);
      for (const page of pages) {
        const weight = index.weight(parts, page, tuning);
        const value = share * weight / (weight + tuning.level);
        if (value > (values.get(page) || 0)) values.set(page, value);
        shares.set(page, Math.max(shares.get(page) || 0, share));
      }
    }
    const count = [...shares.values()].reduce((before, share) => before + share, 0);
    const telling = values.size ? tuning.typed * typed + (1 - tuning.typed) * index.rarity(count) : 0;
    return { values, words, telling };
  };

  /* How like the query a text is: the share of both that they have in common, from 0 to 1. */
  const likeness = (index, terms, whole, { telling }, tuning) => {
    let common = 0;
    let own = 0;
    for (const word of telling) own += index.rarityOf(word);
    for (const term of terms) {
      let best = 0;
      for (const word of telling) best = Math.max(best, term.words.get(word) || 0);
      common += best * term.telling;
    }
    return common ? common / (whole ** tuning.ofQuery * Math.max(own, common) ** (1 - tuning.ofQuery)) : 0;
  };

  const alike = (index, terms, whole, page, query, exactly, tuning) => {
    let best = 0;
    for (const [name, texts] of Object.entries(index.fields[page])) {
      for (const text of texts) {
        const exact = text.text === query ? exactly : 0;
        best = Math.max(best, tuning.alike[name] * likeness(index, terms, whole, text, tuning) ** tuning.sharp + exact);
      }
    }
    return best * whole;
  };

  const pairs = (words, skipped) =>
    words.slice(1).map((word, at) => [words[at], word]).filter((pair) => !pair.every((word) => skipped.has(word)));

  /* What each page gains by words of the query that stand side by side in its title, summary or words for search. */
  const sideBySide = (index, words, read, tuning) => {
    const gains = new Map();
    for (const pair of pairs(read.words, words.skipped)) {
      const text = hb.padded(pair.map(hb.rootOf));
      const found = new Set();
      index.fields.forEach((fields, page) => {
        if (Object.values(fields).some((texts) => texts.some((field) => field.text.includes(text)))) found.add(page);
      });
      const telling = tuning.pair * index.rarity(found.size);
      for (const page of found) gains.set(page, (gains.get(page) || 0) + telling);
    }
    return gains;
  };

  /* Numbers of pages with their scores, best first, for a query as `Words.read` gives it. */
  hb.rank = (engine, words, read, tuning = TUNING) => {
    const { pages, filters } = engine.catalogue;
    const index = (engine.index = engine.index || new hb.Index(engine.catalogue));
    const terms = [];
    const total = new Map();
    const held = new Map();
    for (const [term, { forms, phrase }] of read.terms) {
      const parts = phrase ? [...new Set(term.split(" "))] : [term];
      const own = ofTerm(index, forms, tuning);
      terms.push({ ...own, term, phrase });
      for (const [page, value] of own.values) {
        if (!held.has(page)) held.set(page, new Map());
        const words = held.get(page);
        const before = phrase ? parts.reduce((sum, part) => sum + (words.get(part) || 0), 0) : 0;
        const gain = own.telling * value * (phrase ? tuning.phrase : 1) - before * (phrase ? tuning.instead : 0);
        if (gain > 0) total.set(page, (total.get(page) || 0) + gain);
        for (const part of parts) words.set(part, words.get(part) || (phrase ? Number.MIN_VALUE : gain));
      }
    }
    const single = terms.filter(({ phrase }) => !phrase);
    const whole = single.reduce((before, { telling }) => before + telling, 0);
    const query = hb.padded(read.words.map(hb.rootOf));
    const gains = sideBySide(index, words, read, tuning);
    const final = [...total].map(([page, score]) => {
      const covered = single.reduce((before, { term, telling }) => before + (held.get(page).has(term) ? telling : 0), 0);
      const kind = filters.kind[pages[page].kind];
      const exactly = tuning.exact + (kind === "Term" ? tuning.meaning : 0);
      const share = whole ? covered / whole : 1;
      const value = (score + (gains.get(page) || 0)) * share ** tuning.coverage + alike(index, single, whole, page, query, exactly, tuning);
      return [page, value * (tuning.kinds[kind] || 1)];
    });
    return final.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  };
  hb.TUNING = TUNING;
})();
