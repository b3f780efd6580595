/* The engine on the web: one catalogue, and the text of a page only where a result shows a sentence of it. */
(() => {
  "use strict";
  const hb = (window.handbookSearch = window.handbookSearch || {});

  class Web {
    static async open(base) {
      const folder = `${base}assets/search/`;
      const response = await fetch(`${folder}catalogue.json`);
      return new Web(folder, await response.json());
    }

    constructor(folder, catalogue) {
      this.folder = folder;
      this.catalogue = catalogue;
      this.texts = new Map();
    }

    /* The text of a page; nothing where the connection is lost, since a result can do without it. */
    text(number) {
      if (!this.texts.has(number)) {
        const asked = fetch(`${this.folder}texts/${this.catalogue.pages[number].url}index.txt`);
        this.texts.set(number, asked.then((response) => (response.ok ? response.text() : "")).catch(() => ""));
      }
      return this.texts.get(number);
    }
  }

  hb.Web = Web;
})();
