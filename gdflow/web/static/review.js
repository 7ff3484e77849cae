// Letters on the review page, only to enhance: j next, k previous, a accept, d return. They can be switched off.
(() => {
  const KEEP = "gdflow-atajos";
  const hint = document.getElementById("teclas");
  if (!hint) return;
  const button = hint.querySelector("button");
  let active = localStorage.getItem(KEEP) !== "no";
  const show = () => {
    button.setAttribute("aria-pressed", String(active));
    button.textContent = active ? "Atajos activos" : "Atajos apagados";
  };
  button.addEventListener("click", () => {
    active = !active;
    localStorage.setItem(KEEP, active ? "si" : "no");
    show();
  });
  show();
  // Of no use without a report to answer, or where there is no keyboard at hand.
  hint.hidden = !document.getElementById("t-caso") || !matchMedia("(hover: hover)").matches;
  document.addEventListener("keydown", (event) => {
    if (!active || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input, textarea, select")) return;
    const target = "jkad".includes(event.key) && document.querySelector(`#caso [data-key="${event.key}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.tagName !== "DETAILS") {
      target.click();
      return;
    }
    target.open = true;
    target.querySelector("select, textarea").focus();
  });
})();
