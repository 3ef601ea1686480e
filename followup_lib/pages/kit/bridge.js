// A button whose work is done in two places: Python prepares it, the browser finishes it.
// A click asks Python; its answer is "open" a page, "copy" a text, "save" a file, or "failed".
// Words in view the browser copies by itself, also when no Python answers; Python is told of it.

function copyWithoutClipboard(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("aria-hidden", "true");
  area.style.position = "fixed";
  area.style.opacity = "0";
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  focused?.focus();
  if (!copied) throw new Error("copying is not allowed here");
}

// The clipboard is taken while the click still counts; the words may arrive a moment later.
async function copyText(answer) {
  try {
    const blob = answer.then(({ text }) => new Blob([text], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  } catch {
    copyWithoutClipboard((await answer).text);
  }
}

function saveFile({ filename, mime }, [bytes]) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: mime }));
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000); // after the browser has read it
}

function render({ model, el }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "jupyter-button widget-button followup-button";
  const status = document.createElement("span");
  status.className = "followup-status";
  status.setAttribute("role", "status");
  el.classList.add("followup-bridge");
  button.classList.toggle("followup-alone", Boolean(model.get("source")));
  el.append(button, status);

  let clear = () => {}; // takes the mark from a field
  let waiting = null; // settles when Python answers; null when this view has not asked
  let behind = false; // whether Python has still to be told what this view has copied

  function ask() {
    const field = fieldNear(el, model.get("source"));
    return new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      behind = Boolean(field);
      if (field) resolve({ text: field.querySelector("input, textarea").value, done: model.get("done") });
      model.send({ type: "clicked" }); // of no use, and an error, when Python has ended
    });
  }

  function hear(message, buffers) {
    if (message.type === "changed") status.textContent = "";
    else if (message.type === "failed") waiting?.reject(Object.assign(new Error(message.sentence), message));
    else {
      waiting?.resolve({ ...message, buffers });
      if (behind) status.textContent = message.done; // typing may have cleared it meanwhile
      behind = false;
    }
  }

  async function click() {
    if (waiting) return; // a second click of a double click
    status.textContent = "One moment…";
    clear();
    const answer = ask();
    try {
      if (model.get("kind") === "copy") await copyText(answer);
      const message = await answer;
      if (message.type === "open") openPage(message.path);
      if (message.type === "save") saveFile(message, message.buffers);
      status.textContent = message.done;
    } catch (error) {
      behind = false;
      const field = fieldNear(el, error.field);
      if (field) clear = markField(field, error.message);
      status.textContent = field ? "" : error.message;
    }
    waiting = null;
  }

  const label = () => (button.textContent = model.get("label"));
  const weight = () => button.classList.toggle("mod-primary", model.get("primary"));
  label();
  weight();
  model.on("change:label", label);
  model.on("change:primary", weight);
  model.on("msg:custom", hear);
  button.addEventListener("click", click);
  return () => {
    model.off("change:label", label);
    model.off("change:primary", weight);
    model.off("msg:custom", hear);
  };
}

export default { render };
