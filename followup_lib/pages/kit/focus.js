// When what has the focus vanishes (a button that has done its work, a row that is gone), the focus
// goes to what stands before it, so that a keyboard and a screen reader stay where they were.

const CAN_HAVE_FOCUS = "button, input, select, textarea, summary, a[href]";

// `page` finds the part of the document to watch. Returns what ends the watch.
function keepFocus(page) {
  // What has the focus, what stands before it, nearest first, the lines that tell, what follows.
  let places = [];

  const seen = (node) => node.isConnected && node.checkVisibility();

  function remember({ target }) {
    const whole = page();
    if (!whole?.contains(target)) return;
    const all = Array.from(whole.querySelectorAll(CAN_HAVE_FOCUS));
    const after = all.indexOf(target) + 1;
    const told = Array.from(whole.querySelectorAll(".followup-told")).filter(
      (line) => line.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    places = [...all.slice(0, after).reverse(), ...told.reverse(), ...all.slice(after)];
    watch.observe(whole, { attributeFilter: ["style", "class"], childList: true, subtree: true });
  }

  // A click beside everything takes the focus away for good.
  function forget({ target }) {
    setTimeout(() => seen(target) && places[0] === target && (places = []));
  }

  function rescue() {
    // What has just vanished may have the focus still: the browser takes it away a frame later.
    const nowhere = [document.body, places[0]].includes(document.activeElement);
    if (nowhere && places.length && !seen(places[0])) places.find(seen)?.focus();
  }

  const watch = new MutationObserver(rescue);
  document.addEventListener("focusin", remember);
  document.addEventListener("focusout", forget);
  return () => {
    watch.disconnect();
    document.removeEventListener("focusin", remember);
    document.removeEventListener("focusout", forget);
  };
}

