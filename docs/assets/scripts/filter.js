/* Filters the list of works in place. Without this script the form stays hidden, and the same works stand in plain lists. */
(() => {
  "use strict";
  const form = document.querySelector("form.hb-filter[data-filters]");
  const list = form && document.getElementById(form.dataset.filters);
  if (!list) return;
  const items = [...list.children];
  const status = form.querySelector("[role='status']");
  const selects = [...form.querySelectorAll("select")];

  const matches = (item) =>
    selects.every(({ name, value }) => {
      const own = item.dataset[name] || "";
      return !value || own === value || own.split(" ").includes(value);
    });

  const show = () => {
    let count = 0;
    for (const item of items) {
      item.hidden = !matches(item);
      if (!item.hidden) count += 1;
    }
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
