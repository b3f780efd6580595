/* The engine for a copy that is opened from a folder: lunr, which the theme ships inside its search worker. A page opened
   from a folder may start no worker, so that script runs in a frame of its own, and lunr is taken from there. */
(() => {
  "use strict";
  const hb = (window.handbookSearch = window.handbookSearch || {});
  const WEIGHTS = { title: 10, aliases: 8, summary: 4, names: 1, body: 1 };

  const lunrFrom = (address) => new Promise((resolve, reject) => {
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "Search engine";
    document.body.append(frame);
    const script = frame.contentDocument.createElement("script");
    script.addEventListener("load", () => resolve(frame.contentWindow.lunr));
    script.addEventListener("error", () => reject(new Error(address)));
    script.src = address;
    frame.contentDocument.head.append(script);
  });

  class Offline {
    static async open(base) {
      await hb.script("assets/search/records.js");
      return new Offline(hb.records, await lunrFrom(new URL(hb.records.engine, base).href));
    }

    constructor({ catalogue, names, texts }, lunr) {
      this.catalogue = catalogue;
      this.texts = texts;
      this.lunr = lunr;
      this.index = lunr(function build() {
        this.pipeline.remove(lunr.stopWordFilter);
        this.ref("number");
        for (const [name, boost] of Object.entries(WEIGHTS)) this.field(name, { boost });
        catalogue.pages.forEach(({ title, aliases = [], summary }, number) => {
          const page = { number, title, aliases: aliases.join(" "), summary, names: names[number], body: texts[number] };
          for (const name of Object.keys(WEIGHTS)) page[name] = hb.fold(page[name]);
          this.add(page);
        });
      });
      this.asked = new Map();
      this.whole = catalogue.pages.map(({ title, aliases = [], summary }, number) =>
        ` ${hb.splitWords([title, ...aliases, summary, texts[number]].join(" ")).map(hb.rootOf).join(" ")} `);
    }

    /* Numbers of pages with their scores for one word or phrase; several words must all be on the page. */
    async find(words, exact) {
      const key = exact ? `"${words}"` : words;
      if (!this.asked.has(key)) this.asked.set(key, exact ? this.phrase(words) : this.all(words));
      return this.asked.get(key);
    }

    all(words) {
      const { REQUIRED } = this.lunr.Query.presence;
      const found = this.index.query((query) => {
        for (const word of hb.splitWords(words)) query.term(this.lunr.tokenizer(word), { presence: REQUIRED });
      });
      return new Map(found.map(({ ref, score }) => [Number(ref), score]));
    }

    phrase(words) {
      const wanted = ` ${hb.splitWords(words).map(hb.rootOf).join(" ")} `;
      return new Map(this.whole.flatMap((text, number) => (text.includes(wanted) ? [[number, 1]] : [])));
    }

    /* The text of a page. */
    async text(number) {
      return this.texts[number];
    }
  }

  hb.Offline = Offline;
})();
