// Counts the minutes of the hour and marks the step they belong to. It never rings.
function render({ model, el }) {
  const steps = model.get("steps");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "jupyter-button widget-button followup-button";
  const list = document.createElement("ol");
  list.className = "followup-hour";
  const items = steps.map(([minutes, text]) => {
    const item = document.createElement("li");
    item.textContent = `${text}, ${minutes} min`;
    list.append(item);
    return item;
  });
  el.classList.add("followup-clock");
  el.append(button, list);

  let started = null;
  let timer = null;

  function show() {
    const minutes = started === null ? null : Math.floor((Date.now() - started) / 60000);
    button.textContent = minutes === null ? "Start the clock" : `${minutes} min. Stop the clock`;
    let passed = 0;
    items.forEach((item, place) => {
      const here = minutes !== null && minutes >= passed && minutes < passed + steps[place][0];
      passed += steps[place][0];
      if (here) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    });
  }

  button.addEventListener("click", () => {
    started = started === null ? Date.now() : null;
    clearInterval(timer);
    if (started !== null) timer = setInterval(show, 20000);
    show();
  });
  show();
  return () => clearInterval(timer);
}

export default { render };
