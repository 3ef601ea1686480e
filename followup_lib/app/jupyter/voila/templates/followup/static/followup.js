// Says when a page is there: <body data-followup-ready="yes">, or "error" when a cell failed.
// Voilà puts widgets in the place of scripts, one after another and each with parts of its own.
// The page counts as there when no place waits any more, its script has begun, and nothing has
// changed for a moment.
"use strict";

(() => {
  const QUIET = 250; // milliseconds without a change
  const main = document.getElementById("rendered_cells");
  let timer = null;

  function waits() {
    const places = main.querySelectorAll('script[type="application/vnd.voila.cell-output+json"]');
    const widgets = Array.from(main.querySelectorAll(".lm-Panel.jp-OutputArea-output"));
    const empty = widgets.some((widget) => widget.childElementCount === 0);
    const still = main.querySelector(".followup-frame:not(:has(.followup-begun))");
    return main.style.display === "none" || places.length > 0 || empty || still;
  }

  function finish() {
    if (waits()) return; // the next change will wake us
    observer.disconnect();
    document.body.dataset.followupReady = main.querySelector(".followup-error") ? "error" : "yes";
  }

  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(finish, QUIET);
  });
  // When a page is left, Voilà ends the Python behind it, which needs a cookie that Jupyter sets
  // with its own kind of pages only: ask for one.
  if (!document.cookie.includes("_xsrf=")) fetch(`${document.body.dataset.baseUrl}tree`);

  observer.observe(main, { attributes: true, childList: true, subtree: true });
})();
