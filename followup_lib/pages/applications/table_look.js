// Remembers how the table beside it is looked at: what is searched for, the order, the page.
// itables makes its table anew when the data change, and would forget all of it.

function render({ model, el }) {
  const own = () => el.closest(".followup-page")?.querySelector(".followup-grid");

  function look() {
    const table = own();
    const sorted = table?.querySelector("thead th[aria-sort]");
    if (!table?.querySelector(".dt-search input")) return; // it is being made
    const place = sorted ? [...sorted.parentElement.children].indexOf(sorted) : -1;
    const down = sorted?.getAttribute("aria-sort") === "descending";
    const rows = Number(table.querySelector(".dt-length select").value);
    const shown = Number(table.querySelector(".dt-paging-button.current")?.textContent ?? 1);
    model.set("look", {
      search: { search: table.querySelector(".dt-search input").value },
      order: sorted ? [[place, down ? "desc" : "asc"]] : [],
      pageLength: rows,
      displayStart: (shown - 1) * rows,
    });
    model.save_changes();
  }

  function notice(event) {
    if (own()?.contains(event.target)) setTimeout(look);
  }

  const events = ["input", "click", "keyup", "change"];
  events.forEach((name) => document.addEventListener(name, notice));
  return () => events.forEach((name) => document.removeEventListener(name, notice));
}

export default { render };
