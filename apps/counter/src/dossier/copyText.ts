/**
 * Puts a text on the clipboard, for the officer's other program.
 *
 * @returns whether it is there
 */
export async function copyText(text: string): Promise<boolean> {
  // A page that came over plain HTTP, as on a centre's LAN, has no clipboard of its own.
  if (navigator.clipboard === undefined) return copySelected(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Forbidden here by whoever shows the page: the old way asks nobody.
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const { activeElement } = document;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus();
  return isCopied;
}
