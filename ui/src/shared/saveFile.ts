// Hands a file to the browser, or the window, which puts it where downloads go.

export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun once the click is over, but not every engine has read the address by then.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
