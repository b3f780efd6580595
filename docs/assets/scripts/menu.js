/* Shuts the menu when the focus goes on to the page behind it. Without this script Escape and the cross shut it. */
(() => {
  "use strict";
  const menu = document.getElementById("hb-menu");
  if (!menu || !menu.hidePopover) return;
  menu.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next && !menu.contains(next) && menu.matches(":popover-open")) menu.hidePopover();
  });
})();
