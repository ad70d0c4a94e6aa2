// A line of the record and its words in the text light up together. Nothing depends on it:
// without scripts the tags lead from one to the other.
"use strict";

function linesOf(element) {
  const marked = element.closest("[data-lines], [data-line], .tag");
  if (!marked) return [];
  if (marked.dataset.line) return [marked.dataset.line];
  if (marked.dataset.lines) return marked.dataset.lines.split(" ");
  return [marked.textContent];
}

function light(event) {
  const ids = linesOf(event.target);
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const id of ids) {
    for (const e of document.querySelectorAll(`[data-line="${CSS.escape(id)}"], [data-lines~="${CSS.escape(id)}"]`)) e.classList.add("lit");
  }
}

document.addEventListener("pointerover", light);
document.addEventListener("focusin", light);
