// A line for a day, with the calendar beside it. What is typed is read by Python as one types; while
// it is not understood, no main button of its card goes on, nor of the page where it is in none.

const CARD = ".followup-card, .followup-commitment";

function render({ model, el }) {
  const label = document.createElement("label");
  label.className = "widget-label";
  const line = document.createElement("div");
  line.className = "followup-day";
  const input = document.createElement("input");
  input.type = "text";
  input.autocomplete = "off";
  input.id = label.htmlFor = `followup-${crypto.randomUUID()}`;
  const open = document.createElement("button");
  open.type = "button";
  open.className = "followup-calendar";
  open.title = "Choose from the calendar";
  open.setAttribute("aria-label", open.title);
  const calendar = document.createElement("input"); // only its calendar is ever seen
  calendar.type = "date";
  calendar.tabIndex = -1;
  calendar.setAttribute("aria-hidden", "true");
  const told = document.createElement("p");
  told.className = "followup-day-told";
  told.setAttribute("role", "status");
  told.id = `${input.id}-told`;
  input.setAttribute("aria-describedby", told.id);
  line.append(input, open, calendar);
  el.append(label, line, told);

  let waiting = null; // a button that was clicked before its day was read
  let late = true; // whether words that are not understood are told: not while half typed

  function type() {
    late = false;
    model.set("text", input.value);
    model.save_changes();
  }

  function choose() {
    model.send({ chosen: calendar.value });
    input.focus();
  }

  function leave() {
    late = true;
    show();
  }

  function name() {
    label.textContent = model.get("description");
    label.hidden = !label.textContent;
  }

  function show() {
    const wrong = model.get("unread") && late;
    if (late && input.value !== model.get("text")) input.value = model.get("text");
    told.textContent = wrong || !model.get("unread") ? model.get("told") : "";
    told.classList.toggle("followup-wrong", wrong);
    input.setAttribute("aria-invalid", wrong);
  }

  const unheard = () => model.get("heard") !== input.value;

  // The main button that was pressed, if it has to wait for this day.
  function held({ target }) {
    const button = target.closest?.("button.mod-primary");
    if (!button || !input.checkVisibility()) return null;
    if (!el.closest(".followup-frame")?.contains(button)) return null;
    if (el.closest(CARD) !== button.closest(CARD)) return null;
    return unheard() || model.get("unread") ? button : null;
  }

  function hold(event) {
    const button = held(event);
    if (!button) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (unheard()) waiting = button;
    else input.focus();
    leave();
  }

  function go() {
    const button = waiting;
    waiting = null;
    button?.click();
  }

  name();
  show();
  input.addEventListener("input", type);
  input.addEventListener("blur", leave);
  open.addEventListener("click", () => calendar.showPicker());
  calendar.addEventListener("change", choose);
  document.addEventListener("click", hold, true);
  const focus = (message) => message.do === "focus" && input.focus();
  model.on("msg:custom", focus);
  model.on("change:description", name);
  model.on("change:text change:told change:unread", show);
  model.on("change:heard", go);
  return () => {
    document.removeEventListener("click", hold, true);
    model.off("msg:custom", focus);
    model.off("change:description", name);
    model.off("change:text change:told change:unread", show);
    model.off("change:heard", go);
  };
}

export default { render };
