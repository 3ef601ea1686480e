// A picture in two widths; Python is asked for the one that fits. It is one element for good: what it
// shows changes only once the new picture is ready, so nothing jumps. A click tells how far down it was.
// Over it lie its spots, boxes with words: a row is a button, what is in it has its words as a title.

const NARROW = "(max-width: 30rem)";
const CHANGES = "change:made change:narrow change:wide";

function render({ model, el }) {
  const media = matchMedia(NARROW);
  const image = document.createElement("img");
  image.className = "followup-chart";
  image.hidden = true; // while it is drawn there is nothing to see, and not a broken picture
  const sheet = document.createElement("div");
  sheet.className = "followup-spots";
  sheet.append(image);
  el.append(sheet);

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
    image.hidden = false;
    lay(model.get(["narrow_spots", "wide_spots"][place()]));
  }

  function lay(spots) {
    const laid = spots.map((spot) => {
      const one = document.createElement(spot.row < 0 ? "span" : "button");
      one.title = spot.words;
      if (spot.row >= 0) one.setAttribute("aria-label", `${spot.words}. Show its story.`);
      for (const side of ["left", "top", "width", "height"]) one.style[side] = `${100 * spot[side]}%`;
      return one;
    });
    sheet.replaceChildren(image, ...laid);
  }

  function click(event) {
    const box = image.getBoundingClientRect();
    const row = event.target.getBoundingClientRect(); // a key has no place: the middle of its row
    const at = event.detail ? event.clientY : row.top + row.height / 2;
    const down = (at - box.top) / box.height;
    model.send({ type: "clicked", picture: place(), down });
  }

  show();
  model.on(CHANGES, show);
  media.addEventListener("change", show);
  if (model.get("points")) sheet.addEventListener("click", click);
  return () => {
    model.off(CHANGES, show);
    media.removeEventListener("change", show);
  };
}

export default { render };
