/** What a touch, a mouse or a dragged file does to a page by itself, and must not do here. */
const EVERYWHERE = ["dragstart", "dragenter", "dragover", "drop", "auxclick"] as const;
/** Only where citizens are: officers select and copy a number. */
const IN_PUBLIC = ["contextmenu", "selectstart"] as const;

/**
 * Takes away what pages do by themselves: dropped files, opened links of a middle click, zoom by
 * the wheel, and in public also menus and selections. Only trusted events are heard first here, in
 * the preload's own world, so that no script of the page can undo it.
 */
export function guardGestures(place: "public" | "desk"): void {
  const stopped = place === "public" ? [...EVERYWHERE, ...IN_PUBLIC] : EVERYWHERE;
  for (const name of stopped) window.addEventListener(name, stopUnlessWriting, { capture: true });
  window.addEventListener("wheel", stopZoom, { capture: true, passive: false });
}

/** Text may be selected where it is being written. */
function stopUnlessWriting(event: Event): void {
  const isWriting = event.target instanceof HTMLInputElement && event.type === "selectstart";
  if (!isWriting) event.preventDefault();
}

/** A pinch on a touch pad comes as a wheel with Control. */
function stopZoom(event: WheelEvent): void {
  if (event.ctrlKey) event.preventDefault();
}
