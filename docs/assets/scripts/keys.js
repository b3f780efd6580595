/* Single keys stay without effect: the theme's script would act on some of them, and who dictates to a computer, or whose hand
   shakes, presses them unmeant (WCAG 2.1.4). Where the reader types, they are letters as ever. */
(() => {
  "use strict";
  addEventListener("keydown", (event) => {
    const typed = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key.length === 1 && event.key !== " " && !typed && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  }, true);
})();
