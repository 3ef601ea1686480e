// A picture in two widths. It is one element for good: what it shows changes only once the new
// picture is ready, so nothing jumps. A click tells Python how far down it was.

const NARROW = "(max-width: 30rem)";

function render({ model, el }) {
  const media = matchMedia(NARROW);
  const image = document.createElement("img");
  image.className = "followup-chart";
  el.append(image);

  async function show() {
    const source = model.get(media.matches ? "narrow" : "wide");
    image.alt = model.get("alt");
    image.style.cursor = model.get("points") ? "pointer" : "";
    el.style.display = source ? "" : "none";
    if (!source || source === image.src) return;
    const next = new Image();
    next.src = source;
    await next.decode().catch(() => {});
    image.src = source;
  }

  function click(event) {
    const box = image.getBoundingClientRect();
    const down = (event.clientY - box.top) / box.height;
    model.send({ type: "clicked", picture: media.matches ? 0 : 1, down });
  }

  show();
  model.on("change:narrow change:wide change:alt", show);
  media.addEventListener("change", show);
  if (model.get("points")) image.addEventListener("click", click);
  return () => {
    model.off("change:narrow change:wide change:alt", show);
    media.removeEventListener("change", show);
  };
}

export default { render };
