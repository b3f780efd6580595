/* Filters lists in place: the works, the claims, the strategies under each pillar. Without this script the form stays hidden,
   and the same entries stand in plain lists. */
(() => {
  "use strict";
  const form = document.querySelector("form.hb-filter[data-filters]");
  const lists = form ? form.dataset.filters.split(" ").map((id) => document.getElementById(id)).filter(Boolean) : [];
  if (!lists.length) return;
  const items = lists.flatMap((list) => [...list.children]);
  const status = form.querySelector("[role='status']");
  const selects = [...form.querySelectorAll("select")];

  const matches = (item) =>
    selects.every(({ name, value }) => {
      const own = item.dataset[name] || "";
      return !value || own === value || own.split(" ").includes(value);
    });

  /* Of several lists, one that has nothing to show goes with its heading. */
  const fold = (list, empty) => {
    list.hidden = empty;
    const heading = list.previousElementSibling;
    if (heading && heading.matches("h2, h3")) heading.hidden = empty;
  };

  const show = () => {
    let count = 0;
    for (const item of items) {
      item.hidden = !matches(item);
      if (!item.hidden) count += 1;
    }
    for (const list of lists) if (lists.length > 1) fold(list, [...list.children].every((item) => item.hidden));
    status.textContent = form.dataset.counted.replace("{count}", count).replace("{all}", items.length);
  };

  /* A link to a work that is filtered out shows all works again, so that it leads somewhere. */
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.hidden) {
      form.reset();
      setTimeout(() => target.scrollIntoView());
    }
  };

  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  addEventListener("hashchange", reveal);
  if (selects.some((select) => select.value)) show();
})();
