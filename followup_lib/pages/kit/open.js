function openPage(path) {
  // In JupyterLab our extension takes the event and opens the page; elsewhere the browser moves.
  const event = new CustomEvent("followup:open", { detail: { path }, cancelable: true });
  if (document.dispatchEvent(event)) location.assign(encodeURI(path));
}

