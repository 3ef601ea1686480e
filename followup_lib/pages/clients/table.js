// A table that sorts at a click on a heading and searches as one types; a name opens a session.

const MANY = 8; // rows from which on one may want to search
const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" }; // on a phone, where it isn't laid out as one

function render({ model, el }) {
  const columns = model.get("columns");
  let order = { place: 1, down: false };

  function make(tag, properties, ...children) {
    const node = Object.assign(document.createElement(tag), { role: ROLES[tag] ?? null }, properties);
    node.append(...children);
    return node;
  }

  const find = make("input", { type: "search", className: "followup-find-client", placeholder: "Find a client", ariaLabel: "Find a client" });
  const body = make("tbody", {});
  const heads = columns.map((text, place) => {
    const sort = make("button", { type: "button", onclick: () => sortBy(place) }, text);
    return make("th", { scope: "col", role: "columnheader" }, sort);
  });

  function sortBy(place) {
    order = { place, down: order.place === place && !order.down };
    draw();
  }

  function compare(a, b) {
    const [x, y] = [a, b].map((row) => row.cells[order.place][1]);
    if (x === y) return 0;
    if (x === "" || y === "") return x === "" ? 1 : -1; // what is not set stands last, either way
    return (x < y ? -1 : 1) * (order.down ? -1 : 1);
  }

  function line({ key, note, cells }) {
    const [[name], ...rest] = cells;
    const open = () => model.send({ type: "open", key });
    const who = key ? make("button", { type: "button", onclick: open, title: `Open the session with ${name}` }, name) : name;
    const told = note ? [make("small", {}, note)] : [];
    const cell = ([text], place) => {
      const made = make("td", {}, text || "–");
      made.dataset.label = `${columns[place + 1]}: `;
      return made;
    };
    return make("tr", {}, make("th", { scope: "row", role: "rowheader" }, who, ...told), ...rest.map(cell));
  }

  function draw() {
    const wanted = find.value.trim().toLowerCase();
    const rows = model.get("rows").filter(({ cells }) => cells[0][1].includes(wanted));
    heads.forEach((head, place) => {
      head.ariaSort = place === order.place ? (order.down ? "descending" : "ascending") : null;
    });
    const nobody = make("tr", {}, make("td", { colSpan: columns.length }, "Nobody by that name."));
    body.replaceChildren(...(rows.length ? rows.sort(compare).map(line) : [nobody]));
  }

  find.addEventListener("input", draw);
  find.hidden = model.get("rows").length < MANY;
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...heads)), body);
  const region = make("div", { className: "followup-clients", role: "region", tabIndex: 0, ariaLabel: "Clients" }, table);
  el.append(find, region);
  draw();
  const hear = (message) => message.type === "open" && openPage(message.path);
  model.on("msg:custom", hear);
  return () => model.off("msg:custom", hear);
}

export default { render };
