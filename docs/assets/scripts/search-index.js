/* What the catalogue tells of each page, by the roots of words: where a word stands, how telling it is, and how much a
   word in a field counts. After Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and beyond". */
(() => {
  "use strict";
  const hb = (window.handbookSearch = window.handbookSearch || {});
  const TIMES = [1, 2, 3.5, 6];

  const roots = (text) => hb.splitWords(text).map(hb.rootOf);
  const padded = (words) => ` ${words.join(" ")} `;

  class Index {
    constructor({ pages, vocabulary }) {
      this.size = pages.length;
      this.skipped = new Set(vocabulary.skip.split(" ").map(hb.rootOf));
      this.bodies = new Map();
      this.lengths = new Array(this.size).fill(0);
      this.unpack(vocabulary);
      this.mean = this.lengths.reduce((before, length) => before + length, 0) / this.size || 1;
      this.fields = pages.map(({ title, aliases = [], summary }) => ({
        title: [this.text(title)],
        alias: aliases.map((alias) => this.text(alias)),
        summary: [this.text(summary)],
      }));
      this.short = new Map();
      this.fields.forEach((fields, page) => {
        for (const texts of Object.values(fields)) {
          for (const { words } of texts) for (const word of words) this.add(this.short, word, page, 1);
        }
      });
    }

    /* How often each word stands in the text of each page; see macros/search/postings.py. */
    unpack({ known, pages }) {
      const packed = pages.split(",");
      known.split(" ").forEach((word, at) => {
        if (!packed[at]) return;
        const own = hb.rootOf(word);
        let page = -1;
        for (const given of packed[at].split(" ")) {
          const number = Number.parseInt(given, 36);
          page += number >> 2;
          this.add(this.bodies, own, page, TIMES[number & 3]);
          this.lengths[page] += TIMES[number & 3];
        }
      });
    }

    add(map, word, page, times) {
      if (!map.has(word)) map.set(word, new Map());
      const held = map.get(word);
      held.set(page, (held.get(page) || 0) + times);
    }

    text(text) {
      const words = roots(text);
      const telling = [...new Set(words.filter((word) => !this.skipped.has(word)))];
      return { text: padded(words), words: new Set(words), telling, size: Math.max(1, telling.length) };
    }

    /* The pages that hold all words of a form. */
    pages(words) {
      const [first, ...others] = words.map((word) =>
        new Set([...(this.short.get(word) || new Map()).keys(), ...(this.bodies.get(word) || new Map()).keys()]));
      return [...first].filter((page) => others.every((found) => found.has(page)));
    }

    /* What a form counts on a page: a sum over the fields, as BM25F has it, before it is made to level off. */
    weight(words, page, tuning) {
      const text = padded(words);
      const fields = this.fields[page];
      let sum = 0;
      for (const name of ["title", "alias", "summary"]) {
        let best = 0;
        for (const field of fields[name]) {
          if (field.text.includes(text)) best = Math.max(best, (words.length / field.size) ** tuning.length[name]);
        }
        sum += best * tuning[name];
      }
      const times = Math.min(...words.map((word) => this.bodies.get(word)?.get(page) || 0));
      const apart = words.length > 1 ? tuning.apart : 1;
      const long = 1 - tuning.length.body + tuning.length.body * this.lengths[page] / this.mean;
      return sum + apart * tuning.body * times / long;
    }

    /* How telling it is to stand on `count` pages. */
    rarity(count) {
      return Math.log(1 + (this.size - count + 0.5) / (count + 0.5));
    }

    rarityOf(word) {
      this.rarities = this.rarities || new Map();
      if (!this.rarities.has(word)) this.rarities.set(word, this.rarity(this.pages([word]).length));
      return this.rarities.get(word);
    }
  }

  Object.assign(hb, { Index, rootsIn: roots, padded });
})();
