// The progress of long work, only to enhance: the page says the same when it is loaded again.
(() => {
  const shown = document.querySelector("#avance[data-events]");
  if (!shown || !window.EventSource) return;
  const events = new EventSource(shown.dataset.events);
  events.addEventListener("avance", (event) => {
    shown.innerHTML = event.data;
  });
  events.addEventListener("fin", () => {
    events.close();
    location.reload();
  });
})();
