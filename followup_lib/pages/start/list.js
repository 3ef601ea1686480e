// All lines of a list: drawn anew at every change, the focus where it was. What is typed to search
// with stands outside of what is drawn anew.

const PAUSE = 200; // milliseconds after the last key before the list is searched

function element(tag, properties = {}, ...children) {
  const { data, aria, ...rest } = properties;
  const node = Object.assign(document.createElement(tag), rest);
  Object.assign(node.dataset, data);
  Object.entries(aria ?? {}).forEach(([name, value]) => node.setAttribute(`aria-${name}`, value));
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}

function render({ model, el }) {
  const tell = (type, rest) => model.send({ type, ...rest });
  const id = `followup-${crypto.randomUUID()}`;
  const lists = element("div");

  function search() {
    const box = element("input", { type: "search", id, placeholder: "Find a company or person" });
    const label = element("label", { htmlFor: id, className: "followup-unseen" }, box.placeholder);
    box.value = model.get("find");
    let timer = 0;
    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => (model.set("find", box.value), model.save_changes()), PAUSE);
    });
    const kinds = element("div", { className: "followup-kinds", role: "group", aria: { label: "Show" } });
    for (const [name, text] of model.get("kinds")) {
      const choose = () => (model.set("kind", name), model.save_changes(), press());
      kinds.append(element("button", { type: "button", data: { name }, onclick: choose }, text));
    }
    const press = () =>
      kinds.childNodes.forEach((b) => b.setAttribute("aria-pressed", b.dataset.name === model.get("kind")));
    press();
    return element("div", { className: "followup-search" }, label, box, kinds);
  }

  function button(text, place, click, properties = {}) {
    return element("button", { type: "button", onclick: click, data: { place }, ...properties }, text);
  }

  function part(line, { id: name, line: told, day, value, error, acts }) {
    const place = `${name} ${line.key}`;
    const input = element("input", { type: "date", value, data: { place } });
    input.addEventListener("change", () => tell("day", { key: line.key, part: name, day: input.value }));
    const wrong = error && element("span", { className: "followup-wrong-day", id: `${id} ${place}`.replaceAll(" ", "-") }, error);
    if (wrong) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", wrong.id);
    }
    const buttons = acts.map(([text, act]) =>
      button(text, `${act} ${place}`, () => tell("act", { key: line.key, part: name, name: act, day: input.value })),
    );
    const field = element("label", {}, `${day} `, input);
    const said = told && element("p", {}, told);
    const row = element("div", { className: "followup-acts" }, field, ...buttons);
    if (name !== "later") return element("div", {}, said, wrong, row);
    const fold = element("details", { open: Boolean(error || value) }, element("summary", { data: { place: `fold ${place}` } }, "Not now?"), wrong, row);
    return fold;
  }

  function detail(line, opens) {
    const { heading, reason, verb, heard, parts } = line.detail;
    const late = line.late ? " followup-late" : "";
    const go = button(verb, `go ${line.key}`, opens, { className: "jupyter-button mod-primary followup-go" });
    const tellHeard = () => tell("heard", { key: line.key });
    const hear = heard && button(heard, `heard ${line.key}`, tellHeard, { aria: { label: `${heard} ${line.name}` } });
    return element(
      "div",
      { className: "followup-detail" },
      element("h3", {}, heading),
      element("p", { className: `followup-line-when${late}` }, line.when),
      element("p", {}, reason),
      element("div", { className: "followup-acts" }, go, hear, line.beside && element("span", {}, line.beside)),
      ...parts.map((each) => part(line, each)),
    );
  }

  function row(line) {
    const opens = () => tell("open", { key: line.key });
    const isOpen = line.detail !== null;
    const turn = () => tell("toggle", { name: line.key, open: !isOpen });
    const late = line.late ? " followup-late" : "";
    const name = element("span", {}, element("b", {}, line.name), line.beside && ` · ${line.beside}`);
    const fold = button(isOpen ? "▾" : "▸", `fold ${line.key}`, turn, {
      className: "followup-fold",
      aria: { expanded: isOpen, label: `Why: ${line.name}, ${line.what}` },
    });
    const head = element(
      "div",
      { className: "followup-line" },
      fold,
      element("span", { className: "followup-name" }, name),
      element("span", { className: "followup-what" }, line.what),
      element("span", { className: `followup-line-when${late}` }, line.when),
      button(line.act, `go ${line.key}`, opens, { aria: { label: `${line.act}: ${line.name}, ${line.what}` } }),
    );
    if (!isOpen) return element("li", {}, head);
    const close = element("div", { className: "followup-line" }, fold);
    return element("li", { className: "followup-open" }, close, detail(line, opens));
  }

  function group(part) {
    const count = element("span", { className: "followup-count" }, ` ${part.count}`);
    const turn = () => tell("toggle", { name: part.id, open: !part.open });
    const title = part.fold
      ? button("", `group ${part.id}`, turn, { className: "followup-group", aria: { expanded: part.open } })
      : element("span");
    title.append(part.title, count);
    const more = part.more
      ? button(`Show more: ${part.more} left`, `more ${part.id}`, () => tell("more", { group: part.id }))
      : null;
    const list = part.lines.length ? element("ul", {}, ...part.lines.map(row)) : null;
    return element("section", {}, element("h2", {}, title), list, more);
  }

  const places = () => Array.from(lists.querySelectorAll("[data-place]"));

  function draw() {
    const here = document.activeElement;
    const had = lists.contains(here) ? places().indexOf(here) : -1;
    const place = here?.dataset?.place;
    const unfolded = places().filter((n) => n.parentElement.open).map((n) => n.dataset.place);
    const groups = model.get("groups");
    const found = groups.length ? groups.map(group) : [element("p", {}, "Nothing fits that.")];
    lists.replaceChildren(...(groups.length || model.get("find") ? found : []));
    for (const node of places()) if (unfolded.includes(node.dataset.place)) node.parentElement.open = true;
    if (had < 0) return;
    const all = places();
    (all.find((node) => node.dataset.place === place) ?? all[Math.min(had, all.length - 1)])?.focus();
  }

  function hear(message) {
    if (message.type === "open") openPage(message.path);
  }

  el.classList.add("followup-list");
  const bar = element("div");
  const searched = () => bar.replaceChildren(...(model.get("searched") ? [bar.firstChild ?? search()] : []));
  searched();
  el.append(bar, lists);
  draw();
  model.on("change:groups", draw);
  model.on("change:searched", searched);
  model.on("msg:custom", hear);
  return () => {
    model.off("change:groups", draw);
    model.off("change:searched", searched);
    model.off("msg:custom", hear);
  };
}

export default { render };
