/* Opens the search, and loads what it needs only then. Without this script the button leads to the page of search. */
(() => {
  "use strict";
  const base = new URL("../../", document.currentScript.src).href;
  const hb = (window.handbookSearch = { base });
  const PARTS = ["search-words", "search-index", "search-ranking", "search-results", "search-box"];
  const loaded = new Map();

  /* A script of the site, once. Not a module, because a page opened from a folder may not load modules. */
  hb.script = (path) => {
    if (!loaded.has(path)) {
      loaded.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(path, base).href;
        script.addEventListener("load", resolve);
        script.addEventListener("error", () => reject(new Error(path)));
        document.head.append(script);
      }));
    }
    return loaded.get(path);
  };

  /* The engine with its words: the one for the web, or the one that also works from a folder. */
  const open = async () => {
    const [name, file] = location.protocol === "file:" ? ["Offline", "search-offline"] : ["Web", "search-web"];
    const parts = [...PARTS, file].map((part) => hb.script(`assets/scripts/${part}.js`));
    await Promise.all(parts);
    const engine = await hb[name].open(base);
    return { engine, words: new hb.Words(engine.catalogue.vocabulary) };
  };
  hb.ready = () => (hb.opened = hb.opened || open());

  /* What the boxes on the page call, and the tests: numbers of pages for a query, best first. */
  hb.search = async (query) => {
    const { engine, words } = await hb.ready();
    const read = words.read(query);
    return { engine, read, ranked: read.terms.size ? hb.rank(engine, words, read) : [] };
  };

  const dialog = document.querySelector("[data-hb-search]");
  const button = document.querySelector("[data-hb-search-open]");
  const inline = document.querySelector("[data-hb-search-page]");

  const start = async (element, settings) => {
    hb.ready().catch(() => {});
    await hb.script("assets/scripts/search-results.js");
    await hb.script("assets/scripts/search-box.js");
    element.box = element.box || new hb.Box(element, settings);
    return element.box;
  };

  const show = (asked) => {
    if (dialog.open) return;
    dialog.showModal();
    const input = dialog.querySelector("input");
    input.focus();
    input.select();
    start(dialog, { most: 8 }).then((box) => box.restore(asked));
  };
  const close = () => {
    dialog.close();
    if (history.state && history.state.search) history.replaceState({ ...history.state, search: null }, "");
  };

  const wake = () => {
    if (!dialog || !dialog.showModal || !button) return;
    button.addEventListener("click", (event) => {
      event.preventDefault();
      show();
    });
    dialog.querySelector("[data-hb-search-close]").addEventListener("click", close);
    dialog.addEventListener("click", (event) => { if (event.target === dialog) close(); });
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      close();
    });
    addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        if (dialog.open) close();
        else show();
      }
    });
    if (history.state && history.state.search) show(history.state.search);
  };

  wake();
  if (inline) start(inline, { most: 20, address: true }).then((box) => box.restore());
})();
