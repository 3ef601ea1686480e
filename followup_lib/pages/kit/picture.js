// A picture in two widths; Python is asked for the one that fits. It is one element for good: what it
// shows changes only once the new picture is ready, so nothing jumps. A click tells how far down it was.

const NARROW = "(max-width: 30rem)";
const CHANGES = "change:made change:narrow change:wide";

function render({ model, el }) {
  const media = matchMedia(NARROW);
  const image = document.createElement("img");
  image.className = "followup-chart";
  el.append(image);

  const place = () => (media.matches ? 0 : 1);

  async function show() {
    const source = model.get(["narrow", "wide"][place()]);
    image.alt = model.get("alt");
    image.style.cursor = model.get("points") ? "pointer" : "";
    el.style.display = model.get("empty") ? "none" : "";
    if (!model.get("empty") && !source) model.send({ type: "wanted", picture: place() });
    if (!source || source === image.src) return;
    const next = new Image();
    next.src = source;
    await next.decode().catch(() => {});
    image.src = source;
  }

  function click(event) {
    const box = image.getBoundingClientRect();
    const down = (event.clientY - box.top) / box.height;
    model.send({ type: "clicked", picture: place(), down });
  }

  show();
  model.on(CHANGES, show);
  media.addEventListener("change", show);
  if (model.get("points")) image.addEventListener("click", click);
  return () => {
    model.off(CHANGES, show);
    media.removeEventListener("change", show);
  };
}

export default { render };
