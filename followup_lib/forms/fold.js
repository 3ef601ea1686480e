// A button that opens and closes the part beneath it.

function render({ model, el }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "followup-toggle";
  button.textContent = model.get("title");
  el.append(button);

  const show = () => button.setAttribute("aria-expanded", model.get("unfolded"));

  button.addEventListener("click", () => {
    model.set("unfolded", !model.get("unfolded"));
    model.save_changes();
  });
  show();
  model.on("change:unfolded", show);
  return () => model.off("change:unfolded", show);
}

export default { render };
