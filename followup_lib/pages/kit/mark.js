// Says beside a field what is wrong with it, ties the two together, and puts the focus there.

function fieldNear(node, name) {
  for (; name && node; node = node.parentElement) {
    const found = node.querySelector(`.followup-at-${name}`);
    if (found) return found.offsetParent && found;
  }
  return null;
}

// Returns what takes the mark away; typing does, too.
function markField(field, sentence) {
  const input = field.querySelector("input, select, textarea");
  const line = document.createElement("p");
  line.className = "followup-wrong";
  line.setAttribute("role", "status");
  line.id = `followup-${crypto.randomUUID()}`;
  line.textContent = sentence;
  field.append(line);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", line.id);
  function clear() {
    line.remove();
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
    input.removeEventListener("input", clear);
  }
  input.addEventListener("input", clear);
  input.focus();
  return clear;
}
