// Lets a button or a link of the bar wait until everything typed before it is on its way to Python.
// ipywidgets sends what is typed piece by piece, and a click would overtake the last pieces.

const PATIENCE = 10000; // milliseconds; a Python that has just ended never takes them

function render({ model, el }) {
  let models = []; // all widgets, those with fields among them
  let typedIn = []; // the same, of the last time somebody typed

  const own = (target) => target.closest?.(".followup-frame")?.contains(el);
  const unsent = () => !python.gone() && models.some((other) => other._msg_buffer);

  async function look(event) {
    if (!own(event.target)) return;
    if (event.target.matches("textarea, input:not([type=checkbox], [type=radio], [type=file])")) event.target.dataset.typed = "";
    models = typedIn = await Promise.all(Object.values(model.widget_manager._models));
  }

  function typed() {
    const end = Date.now() + PATIENCE;
    return new Promise((resolve) => {
      const again = () => (unsent() && Date.now() < end ? setTimeout(again, 20) : done());
      const done = () => resolve((models = []));
      again();
    });
  }

  function hold(event) {
    const button = event.target.closest?.("button");
    if (!button || !own(button)) return;
    const twice = event.detail > 1 && button.closest(".followup-steps"); // would skip a screen
    if (!twice && !unsent()) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (!twice) typed().then(() => button.click());
  }

  // Enter in a line to type in goes on to the next screen, as the main button does.
  function enter(event) {
    const screens = event.target.closest?.(".followup-steps");
    if (!screens || !own(screens) || !event.target.matches("input")) return;
    if (event.key !== "Enter" || event.repeat) return;
    const mains = Array.from(screens.querySelectorAll("button.mod-primary"));
    mains.find((button) => button.checkVisibility())?.click();
  }

  // Python ends with the page, and may not have come to the last words.
  function leave() {
    if (typedIn.some((other) => other._pending_msgs || other._msg_buffer)) keepTyped(homeOf(el));
  }

  const endTurns = turnPages(model, el, typed);
  const { widget_manager: manager } = model;
  const python = watchPython(manager.kernel, el, endTurns);
  const ends = [
    endTurns,
    python.end,
    keepFocus(() => el.closest(".followup-frame")),
    keepPresses(own),
    whenThere(el, watchLines),
    whenThere(el, () => watchReady(homeOf(el), manager)),
  ];
  document.addEventListener("input", look);
  document.addEventListener("click", hold, true);
  document.addEventListener("keydown", enter, true); // fields keep it to themselves
  window.addEventListener("pagehide", leave);
  el.classList.add("followup-begun");
  return () => {
    ends.forEach((end) => end());
    document.removeEventListener("input", look);
    document.removeEventListener("click", hold, true);
    document.removeEventListener("keydown", enter, true);
    window.removeEventListener("pagehide", leave);
  };
}

export default { render };
