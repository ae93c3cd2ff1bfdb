/** Ref of the one control that somebody who comes to this page or question uses first. */
export function focusAtStart(element: HTMLElement | null): void {
  element?.focus();
}
