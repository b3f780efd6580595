/* The engine for a copy that is opened from a folder, where a browser lets no script fetch anything: the catalogue and
   every text are in one script of their own. */
(() => {
  "use strict";
  const hb = (window.handbookSearch = window.handbookSearch || {});

  class Offline {
    static async open(base) {
      await hb.script("assets/search/records.js");
      return new Offline(hb.records);
    }

    constructor({ catalogue, texts }) {
      this.catalogue = catalogue;
      this.texts = texts;
    }

    /* The text of a page. */
    async text(number) {
      return this.texts[number];
    }
  }

  hb.Offline = Offline;
})();
