/* Loads the theme's own script when the reader first does something. A page is complete without it: it follows the reader down the list of
   sections, offers the way back up and names the page in the header, all of which begins with a movement. */
(() => {
  "use strict";
  const { script } = document.currentScript.dataset;
  const signs = ["pointerdown", "pointermove", "touchstart", "wheel", "scroll", "keydown", "focusin", "beforeprint"];
  const load = () => {
    for (const sign of signs) removeEventListener(sign, load, true);
    const theme = document.createElement("script");
    theme.src = script;
    document.head.append(theme);
  };
  for (const sign of signs) addEventListener(sign, load, { capture: true, passive: true });
})();
