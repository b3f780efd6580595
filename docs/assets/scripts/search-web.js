/* The engine on the web: Pagefind, which loads the parts of its index that a query needs. */
(() => {
  "use strict";
  const hb = (window.handbookSearch = window.handbookSearch || {});
  const RANKING = { termFrequency: 1, termSaturation: 1.2, pageLength: 0.5, termSimilarity: 2 };
  const BODY_STARTS = "\u2016";

  /* Words and addresses are given as the site has them below `base`. */
  class Web {
    static async open(base) {
      const [catalogue, pagefind] = await Promise.all([
        fetch(`${base}pagefind/catalogue.json`).then((response) => response.json()),
        import(`${base}pagefind/pagefind.js`),
      ]);
      const instance = pagefind.createInstance({ basePath: new URL(`${base}pagefind/`, location.href).pathname, noWorker: true });
      await instance.init();
      await instance.options({ ranking: RANKING });
      return new Web(catalogue, instance);
    }

    constructor(catalogue, instance) {
      this.catalogue = catalogue;
      this.instance = instance;
      this.numbers = new Map(catalogue.pages.map((page, number) => [page.id, number]));
      this.found = new Map();
      this.asked = new Map();
    }

    /* Page numbers with their scores for one word or phrase; several words must all be on the page. */
    find(words, exact) {
      const key = exact ? `"${words}"` : words;
      if (!this.asked.has(key)) this.asked.set(key, this.ask(key));
      return this.asked.get(key);
    }

    async ask(words) {
      const { results } = await this.instance.search(words);
      return new Map(results.map((result) => {
        const number = this.numbers.get(result.id);
        this.found.set(number, result);
        return [number, result.score];
      }));
    }

    /* The text of a page that was found. */
    async text(number) {
      const { content } = await this.found.get(number).data();
      return content.split(BODY_STARTS).pop().trim();
    }
  }

  hb.Web = Web;
})();
