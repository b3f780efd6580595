/* An address can name a section that is gone. The page opens all the same; this says at its top why it starts there. */
(() => {
  "use strict";
  let notice = null;

  const name = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return location.hash.slice(1);
    }
  };

  /* The theme's own switches are called so; they are no sections. */
  const isSwitch = (hash) => hash.startsWith("__") || hash.startsWith("hb-main");

  const look = () => {
    if (notice) notice.remove();
    notice = null;
    const hash = name();
    const title = document.querySelector(".md-content h1");
    if (!hash || !title || isSwitch(hash) || document.getElementById(hash) || document.getElementsByName(hash).length) return;
    notice = document.createElement("p");
    notice.className = "hb-lost";
    notice.setAttribute("role", "status");
    notice.textContent = `The section \u201c${hash.slice(0, 60)}\u201d was not found here. It may have a new name. This is the whole page.`;
    title.after(notice);
  };

  addEventListener("hashchange", look);
  look();
})();
