// A field to choose a file with. The file travels to Python in pieces, each after the one before
// was heard: no server takes a message of any size.

const PIECE = 4 * 2 ** 20; // bytes; Jupyter's own limit for one message is 10 MB
const UNREADABLE = "The browser cannot read this file; close it in other programs, then choose it again.";

function render({ model, el }) {
  const label = document.createElement("label");
  label.className = "widget-label";
  label.textContent = model.get("label");
  const input = document.createElement("input");
  input.type = "file";
  input.accept = model.get("accept");
  input.id = label.htmlFor = `followup-${crypto.randomUUID()}`;
  const told = document.createElement("span");
  told.className = "followup-status";
  told.setAttribute("role", "status");
  el.classList.add("followup-field", "followup-at-file");
  el.append(label, input, told);

  let clear = () => {}; // takes the mark from the field
  let heard = () => {}; // called with Python's answer to the last piece

  async function piece(file, start) {
    const bytes = await file.slice(start, start + PIECE).arrayBuffer().catch(() => null);
    if (bytes === null) return { type: "failed", sentence: UNREADABLE };
    const answer = new Promise((resolve) => (heard = resolve));
    model.send({ type: "piece", name: file.name, size: file.size, start }, undefined, [bytes]);
    return answer;
  }

  async function send(file) {
    let answer = { type: "more" };
    for (let start = 0; answer.type === "more"; start += PIECE) {
      const last = start + PIECE >= file.size;
      told.textContent = last ? `Reading ${file.name}…` : `${Math.floor((100 * start) / file.size)} % of ${file.name}…`;
      answer = await piece(file, start);
    }
    return answer;
  }

  async function choose() {
    const [file] = input.files;
    if (!file) return;
    clear();
    const focused = document.activeElement === input;
    input.disabled = true;
    const answer = await send(file);
    input.disabled = false;
    if (focused) input.focus();
    say();
    if (answer.type === "failed") clear = markField(el, answer.sentence);
  }

  const hear = (message) => heard(message);
  const say = () => (told.textContent = model.get("told"));
  say();
  input.addEventListener("click", () => (input.value = "")); // the same file, mended, can be chosen
  input.addEventListener("change", choose);
  model.on("msg:custom", hear);
  model.on("change:told", say);
  return () => {
    model.off("msg:custom", hear);
    model.off("change:told", say);
  };
}

export default { render };
