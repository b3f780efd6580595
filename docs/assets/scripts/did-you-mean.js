/* On the page for unknown addresses: names the pages whose address or title is most like the one asked for. Without this
   script the ways in stand there. */
(() => {
  "use strict";
  const place = document.querySelector("[data-pages]");
  if (!place) return;
  const MOST = 3;
  const ENOUGH = 0.4;
  const CLOSE = 0.2;

  const words = (text) => text.toLowerCase().normalize("NFKD").replace(/\.(md|html?|pdf)$/, "").match(/[a-z0-9]+/g) || [];

  const pairs = (text) => {
    const letters = words(text).join(" ");
    return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
  };

  /* Dice's measure: twice the pairs of letters that two texts share, by all of their pairs. */
  const alike = (one, other) => {
    const left = pairs(one);
    const right = pairs(other);
    if (!left.length || !right.length) return 0;
    let shared = 0;
    const rest = [...right];
    for (const pair of left) {
      const at = rest.indexOf(pair);
      if (at >= 0) {
        shared += 1;
        rest.splice(at, 1);
      }
    }
    return (2 * shared) / (left.length + right.length);
  };

  const last = (path) => path.split("/").filter(Boolean).pop() || "";

  const wanted = () => {
    const base = new URL(place.dataset.base, location).pathname;
    const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : location.pathname;
    try {
      return decodeURIComponent(path).replace(/\/index\.html?$/, "");
    } catch {
      return path;
    }
  };

  const score = (asked, [path, title]) =>
    Math.max(alike(last(asked), last(path)), alike(last(asked), title), alike(asked, path)) +
    (asked.split("/")[0] === path.split("/")[0] ? 0.05 : 0);

  const show = (found) => {
    const base = new URL(place.dataset.base, location).pathname;
    const list = document.createElement("ul");
    list.className = "hb-list";
    for (const [path, title] of found) {
      const link = document.createElement("a");
      link.href = `${base}${path}`;
      link.textContent = title;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    place.append(list);
    place.hidden = false;
  };

  const asked = wanted();
  if (!words(asked).length) return;
  fetch(place.dataset.pages)
    .then((answer) => (answer.ok ? answer.json() : {}))
    .then((pages) => {
      const ranked = Object.entries(pages).map((page) => [score(asked, page), page]);
      const best = Math.max(...ranked.map(([points]) => points));
      const near = ranked.filter(([points]) => points >= Math.max(ENOUGH, best - CLOSE)).sort(([one], [other]) => other - one);
      if (near.length) show(near.slice(0, MOST).map(([, page]) => page));
    })
    .catch(() => {});
})();
