// Lets a button wait until everything typed before the click is on its way to Python.
// ipywidgets sends what is typed piece by piece, and a click would overtake the last pieces.

const PATIENCE = 10000; // milliseconds; a Python that has ended never takes them

function render({ model, el }) {
  let models = []; // all widgets, those with fields among them

  const own = (target) => target.closest?.(".followup-page")?.contains(el);
  const unsent = () => models.some((other) => other._msg_buffer);

  async function look(event) {
    if (own(event.target)) models = await Promise.all(Object.values(model.widget_manager._models));
  }

  function hold(event) {
    const button = event.target.closest?.("button");
    if (!button || !own(button) || !unsent()) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const end = Date.now() + PATIENCE;
    const again = () => (unsent() && Date.now() < end ? setTimeout(again, 20) : go());
    const go = () => {
      models = [];
      button.click();
    };
    again();
  }

  const release = keepFocus(() => el.closest(".followup-page"));
  const forget = whenThere(el, watchLines);
  document.addEventListener("input", look);
  document.addEventListener("click", hold, true);
  return () => {
    release();
    forget();
    document.removeEventListener("input", look);
    document.removeEventListener("click", hold, true);
  };
}

export default { render };
