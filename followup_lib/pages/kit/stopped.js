// When the Python behind a page ends, the page says so and offers to start it again, in both faces.

const ENDED = ["autorestarting", "restarting", "dead"]; // the server may start another, but empty

// `stop` is called when it has ended, and the page is no longer alive. Returns what ends the watch.
function watchPython(kernel, el, stop) {
  const again = () => {
    const { followupPage: path } = (el.closest(".jp-NotebookPanel") ?? document.body).dataset;
    const asked = new CustomEvent("followup:open", { detail: { path }, cancelable: true });
    if (document.dispatchEvent(asked)) location.reload();
  };

  function look(_, status) {
    if (!ENDED.includes(status)) return;
    kernel.statusChanged.disconnect(look);
    stop();
    const box = document.createElement("div");
    box.className = "followup-stopped";
    box.setAttribute("role", "alert");
    box.innerHTML =
      "<h2>The workbook stopped</h2><p>Nothing you saved is lost.</p>" +
      '<button type="button" class="jupyter-button mod-primary">Start it again</button>';
    const button = box.querySelector("button");
    button.onclick = again;
    const frame = el.closest(".followup-frame");
    frame.classList.add("followup-turning");
    frame.before(box);
    button.focus();
  }

  kernel.statusChanged.connect(look);
  return () => kernel.statusChanged.disconnect(look);
}
