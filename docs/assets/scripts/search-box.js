/* A box to search in: in the dialog on every page, and on the page of search, whose address says what was asked. */
(() => {
  "use strict";
  const hb = (window.handbookSearch = window.handbookSearch || {});
  const PAUSE = 120;
  const WORTH_SHOWING = 0.15;
  const MOST_FOUND = 100;
  const NAMES = { kind: "Kind", pillar: "Pillar", leg: "Leg" };
  const FIELDS = { kind: "kind", pillar: "pillars", leg: "legs" };
  const slug = (title) => title.toLowerCase().replace(/[^a-z0-9]+/g, "-");

  class Box {
    constructor(element, { most, address = false }) {
      Object.assign(this, { element, most, address, shown: most, turn: 0 });
      this.form = element.querySelector("form");
      this.input = element.querySelector("input");
      this.answer = element.querySelector("[data-hb-answer]");
      this.build();
      this.listen();
    }

    build() {
      const { make } = hb;
      this.filters = make("div", { className: "hb-search__filters", hidden: "" });
      this.selects = {};
      for (const [name, label] of Object.entries(NAMES)) {
        const id = `hb-${this.address ? "page" : "dialog"}-${name}`;
        this.selects[name] = make("select", { id, name });
        this.filters.append(make("div", {}, make("label", { for: id }, label), this.selects[name]));
      }
      this.status = make("p", { className: "hb-search__status", role: "status" });
      this.list = make("ol", { className: "hb-hits" });
      this.rest = make("div", { className: "hb-search__rest" });
      this.answer.replaceChildren(this.filters, this.status, this.list, this.rest);
    }

    listen() {
      let timer = 0;
      this.input.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(() => this.run(), PAUSE);
      });
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        clearTimeout(timer);
        this.run(true).then(() => this.step(this.address ? null : 0));
      });
      this.filters.addEventListener("change", () => this.run(true));
      this.element.addEventListener("keydown", (event) => this.key(event));
      this.list.addEventListener("click", (event) => {
        if (!this.address && event.target.closest("a")) history.replaceState({ ...history.state, search: this.asked() }, "");
      });
      if (this.address) addEventListener("popstate", () => this.restore());
    }

    /* What is asked now, as strings; nothing is left out that was not chosen. */
    asked() {
      const asked = { q: this.input.value.trim() };
      for (const [name, select] of Object.entries(this.selects)) {
        const chosen = select.value || (this.chosen && this.chosen[name]);
        if (chosen) asked[name] = chosen;
      }
      return asked;
    }

    /* Ask again what was asked before, or what the address says. */
    restore(asked = this.address ? Object.fromEntries(new URLSearchParams(location.search)) : null) {
      if (asked) {
        if (asked.q || !this.input.value) this.input.value = asked.q || "";
        for (const select of Object.values(this.selects)) select.value = "";
        this.chosen = asked;
      }
      return this.run();
    }

    async run(settled = false) {
      const turn = (this.turn += 1);
      const asked = this.asked();
      this.shown = this.most;
      if (!asked.q) return this.clear(settled);
      this.wait(turn);
      try {
        const found = await hb.search(asked.q);
        if (turn === this.turn) await this.show(found, asked, turn);
      } catch (error) {
        if (turn === this.turn) this.fail();
        throw error;
      }
      if (turn === this.turn) this.tell(asked, settled);
    }

    wait(turn) {
      setTimeout(() => {
        if (turn === this.turn && !this.status.textContent) this.status.textContent = "Looking\u2026";
      }, 400);
    }

    clear(settled) {
      this.chosen = null;
      this.filters.hidden = true;
      this.status.textContent = "";
      this.list.replaceChildren();
      this.rest.replaceChildren();
      this.found(0);
      this.tell({}, settled);
    }

    /* Where nothing was found, the lists of the page of search come out again. */
    found(count) {
      this.element.toggleAttribute("data-idle", !count);
    }

    fail() {
      this.found(0);
      this.status.textContent = "Search could not be loaded. Check the connection and try again, or look in a list.";
    }

    async show({ engine, read, ranked }, asked, turn) {
      const least = ranked.length ? ranked[0][1] * WORTH_SHOWING : 0;
      const found = ranked.filter(([, score]) => score >= least).slice(0, MOST_FOUND).map(([number]) => number);
      this.offer(engine.catalogue, found, asked);
      this.chosen = null;
      const kept = found.filter((number) => this.fits(engine.catalogue, number, asked));
      const items = await hb.draw(engine, kept.slice(0, this.shown), read);
      if (turn !== this.turn) return;
      this.found(kept.length);
      this.status.textContent = hb.counted(kept.length, asked.q, read.mended);
      const at = this.links.indexOf(document.activeElement);
      this.list.replaceChildren(...items);
      if (at >= 0) this.step(Math.min(at, items.length - 1));
      this.rest.replaceChildren(...this.after({ engine, read, ranked }, asked, kept, found));
    }

    /* Fill the filters with what there is among the results, and how many of each. */
    offer(catalogue, found, asked) {
      this.filters.hidden = !found.length;
      for (const [name, select] of Object.entries(this.selects)) {
        const others = { ...asked, [name]: "" };
        const counts = new Map();
        for (const number of found.filter((each) => this.fits(catalogue, each, others))) {
          for (const value of [catalogue.pages[number][FIELDS[name]] ?? []].flat()) counts.set(value, (counts.get(value) || 0) + 1);
        }
        const options = catalogue.filters[name].map((title, value) => [title, slug(title), counts.get(value) || 0]);
        select.replaceChildren(
          hb.make("option", { value: "" }, "All"),
          ...options
            .filter(([, value, count]) => count || value === asked[name])
            .map(([title, value, count]) => hb.make("option", { value }, `${title} (${count})`)),
        );
        select.value = asked[name] || "";
      }
    }

    fits(catalogue, number, asked) {
      return Object.keys(NAMES).every((name) => {
        const values = [catalogue.pages[number][FIELDS[name]] ?? []].flat();
        return !asked[name] || values.some((value) => slug(catalogue.filters[name][value]) === asked[name]);
      });
    }

    /* What stands below the list: more of it, the same on a page of its own, or ways on. */
    after(found, asked, kept, all) {
      const { make } = hb;
      const parts = [];
      if (!kept.length && all.length) {
        const button = make("button", { type: "button" }, `Show all ${all.length} results`);
        button.addEventListener("click", () => {
          for (const select of Object.values(this.selects)) select.value = "";
          this.run(true).then(() => this.step(0));
        });
        parts.push(make("p", {}, button));
      } else if (!kept.length) {
        const { pages } = found.engine.catalogue;
        const lists = ["situations", "strategies", "terms"].map((name) => new RegExp(`^${name}/(index\\.html)?$`));
        parts.push(...hb.waysOn(lists.map((list) => pages.find((page) => list.test(page.url))).map((page) => [page.title, page.url])));
      }
      if (kept.length > this.shown) {
        const button = make("button", { type: "button" }, "Show more results");
        button.addEventListener("click", () => this.more(found, asked));
        parts.push(make("p", {}, button));
      }
      if (!this.address && kept.length) {
        const link = make("a", { href: `${this.form.action}?${new URLSearchParams(asked)}` }, "These results on a page of their own");
        parts.push(make("p", {}, link));
      }
      return parts;
    }

    async more(found, asked) {
      const first = this.shown;
      this.shown += this.most;
      await this.show(found, asked, this.turn);
      this.step(first);
    }

    /* Say in the address what is asked, so that it can be sent to somebody and the way back leads here. */
    tell(asked, settled) {
      if (!this.address) return;
      const query = new URLSearchParams(asked).toString();
      const address = `${location.pathname}${query ? `?${query}` : ""}`;
      if (address === location.pathname + location.search) return;
      if (settled) history.pushState(null, "", address);
      else history.replaceState(history.state, "", address);
    }

    get links() {
      return [...this.list.querySelectorAll("a")];
    }

    /* Go to a result, or to the field where there is none at that place. */
    step(to) {
      if (to === null) return;
      (this.links[to] || this.input).focus();
    }

    key(event) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("select")) return;
      const at = this.links.indexOf(document.activeElement);
      const inField = document.activeElement === this.input;
      if (at < 0 && !inField) return;
      const last = this.links.length - 1;
      const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: at - 1, Home: 0, End: last }[event.key];
      if (to === undefined || (inField && event.key !== "ArrowDown") || last < 0) return;
      event.preventDefault();
      this.step(to);
    }
  }

  hb.Box = Box;
})();
