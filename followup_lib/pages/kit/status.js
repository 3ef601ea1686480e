// A line that tells what happened. The element stays, so that a screen reader hears what is put in.
// A field without a sentence is one to go on with: it gets the focus as soon as it is there.

const TRIES = 120; // frames, about two seconds

function focusWhenThere(el, name, tries = TRIES) {
  const input = fieldNear(el, name)?.querySelector("input, select, textarea");
  if (input) input.focus();
  else if (tries) requestAnimationFrame(() => focusWhenThere(el, name, tries - 1));
}

function render({ model, el }) {
  let clear = () => {};
  el.classList.add("followup-told");
  el.setAttribute("role", "status");
  el.tabIndex = -1; // the focus may be put here when nothing stands before what has vanished

  function show() {
    const { sentence, field: name } = model.get("told");
    const field = sentence && fieldNear(el, name);
    if (name && !sentence) focusWhenThere(el, name);
    clear();
    clear = field ? markField(field, sentence) : () => {};
    el.textContent = field ? "" : sentence;
    if (el.textContent) requestAnimationFrame(() => el.scrollIntoView({ block: "nearest" }));
  }

  show();
  model.on("change:told", show);
  return () => model.off("change:told", show);
}

export default { render };
