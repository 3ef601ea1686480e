// A line that tells what happened. The element stays, so that a screen reader hears what is put in.

function render({ model, el }) {
  let clear = () => {};
  el.classList.add("followup-told");
  el.setAttribute("role", "status");

  function show() {
    const { sentence, field: name } = model.get("told");
    const field = fieldNear(el, name);
    clear();
    clear = field ? markField(field, sentence) : () => {};
    el.textContent = field ? "" : sentence;
  }

  show();
  model.on("change:told", show);
  return () => model.off("change:told", show);
}

export default { render };
