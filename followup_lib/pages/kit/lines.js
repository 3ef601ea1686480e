// What plain widgets lack in a page: a part's button says whether the part is open, and a line that
// tells what happened is read aloud. What a line says about one field stands beneath that field
// instead; a field named without a sentence is one to go on with, and gets the focus.

const TRIES = 120; // frames, about two seconds
const SETTLED = 2000; // milliseconds in which parts of a page above the focus may go

function focusWhenThere(line, name, tries = TRIES) {
  const input = fieldNear(line, name)?.querySelector("input, select, textarea, button");
  if (input) {
    input.closest(".followup-steps")?.scrollIntoView({ block: "start" });
    input.focus();
    const watch = new ResizeObserver(() => input.scrollIntoView({ block: "nearest" }));
    watch.observe(input.closest(".followup-page"));
    setTimeout(() => watch.disconnect(), SETTLED);
  } else if (tries) requestAnimationFrame(() => focusWhenThere(line, name, tries - 1));
}

const marks = new WeakMap(); // line -> what takes its mark from a field

function tell(line) {
  line.setAttribute("role", "status");
  line.tabIndex = -1; // the focus may be put here when nothing stands before what has vanished
  const told = line.querySelector("p");
  if (!told || told.dataset.seen) return;
  told.dataset.seen = "yes";
  marks.get(line)?.();
  marks.delete(line);
  const { field: name } = told.dataset;
  const sentence = told.textContent;
  const field = sentence && fieldNear(line, name);
  if (name && !sentence) focusWhenThere(line, name);
  if (field) marks.set(line, markField(field, sentence));
  told.hidden = Boolean(field) || !sentence;
  if (!told.hidden) requestAnimationFrame(() => line.scrollIntoView({ block: "nearest" }));
}

// A heading one has come to has the focus, once: a screen reader begins there, and so does Tab.
const arrivals = new WeakMap(); // page -> the number of the last arrival

function arrive(page, heading) {
  const { arrived } = heading.dataset;
  if (arrivals.get(page) === arrived || !heading.checkVisibility()) return;
  arrivals.set(page, arrived);
  heading.focus({ preventScroll: true });
  if (Number(arrived)) page.scrollIntoView({ block: "start" });
}

function openOrClosed(button) {
  button.setAttribute("aria-expanded", button.classList.contains("mod-active"));
  if (button.title === "null") button.removeAttribute("title"); // what a widget makes of none
  const { textContent, title } = button; // "change" alone could be anything
  if (title && title !== textContent) button.setAttribute("aria-label", `${textContent}: ${title}`);
}

// Answers of which one is chosen are one stop of the Tab key; the arrows choose among them.
function oneStop(answers) {
  answers.dataset.named ??= `followup-${crypto.randomUUID()}`;
  const label = answers.parentElement.querySelector(":scope > .widget-label");
  if (label?.textContent) {
    label.id ||= `followup-${crypto.randomUUID()}`;
    answers.setAttribute("role", "radiogroup");
    answers.setAttribute("aria-labelledby", label.id);
  }
  answers.querySelectorAll("input").forEach((input) => (input.name = answers.dataset.named));
}

// The bar of this notebook, or of the app, says whose search it is, and how much is for today.
function tellBar(head) {
  const home = head.closest(".jp-NotebookPanel") ?? document;
  home.querySelector("followup-bar")?.tell?.({ due: head.dataset.due, who: head.innerHTML });
}

// Keeps the lines and parts of `page` right, now and as they change. Returns what ends the watch.
function watchLines(page) {
  const home = homeOf(page);
  page.closest(".jp-NotebookPanel .jp-Cell, main > div > *")?.classList.add("followup-around");
  let head = null; // what the bar was told last
  const look = () => {
    home.classList.toggle("followup-shows-whole", Boolean(page.querySelector(".followup-whole")));
    const now = page.querySelector(".followup-head");
    if (now && now !== head) tellBar((head = now));
    page.querySelectorAll(".followup-told").forEach(tell);
    page.querySelectorAll(".followup-toggle").forEach(openOrClosed);
    page.querySelectorAll(".widget-radio-box").forEach(oneStop);
    page.querySelectorAll(".followup-arrive").forEach((heading) => arrive(heading.closest(".followup-page"), heading));
  };
  const watch = new MutationObserver(look);
  watch.observe(page, { attributeFilter: ["class"], childList: true, subtree: true });
  look();
  return () => watch.disconnect();
}

// Acts once `el` stands in a page. Returns what ends the wait, or what `act` began.
function whenThere(el, act) {
  let end = () => cancelAnimationFrame(next);
  let next = 0;
  const look = () => {
    const page = el.isConnected && el.closest(".followup-frame");
    if (page) end = act(page);
    else next = requestAnimationFrame(look);
  };
  look();
  return () => end();
}
