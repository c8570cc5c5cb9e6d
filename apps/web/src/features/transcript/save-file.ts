const longestName = 80;

/** Hands a file to the browser's downloads under a name that every system takes. */
export function saveFile(file: Blob, name: string, ending: string): void {
  const words = name.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? ['transcript'];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${[...words.join('-')].slice(0, longestName).join('')}.${ending}`;
  link.click();
  // Firefox reads the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
