// A button that opens and closes the part beneath it.

function render({ model, el }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "followup-toggle";
  el.append(button);

  function show() {
    button.textContent = model.get("title");
    button.setAttribute("aria-expanded", model.get("unfolded"));
  }

  button.addEventListener("click", () => {
    model.set("unfolded", !model.get("unfolded"));
    model.save_changes();
  });
  show();
  model.on("change:unfolded change:title", show);
  return () => model.off("change:unfolded change:title", show);
}

export default { render };
