// How much of the window the on-screen keyboard covers. Chromium makes the page smaller instead (see the viewport in
// index.html); Safari lays the keyboard over it, and what sticks to the lower edge has to be lifted by hand.

/** Less than any keyboard takes: bars of the browser come and go by as much. */
const LEAST_PX = 100;

export function watchKeyboard(viewport: VisualViewport | null = window.visualViewport, root: HTMLElement = document.documentElement): void {
  if (viewport === null) return;
  const tell = () => {
    const covered = window.innerHeight - viewport.height - viewport.offsetTop;
    // Enlarging the page with two fingers makes the viewport smaller too.
    const isKeyboard = viewport.scale === 1 && covered >= LEAST_PX;
    root.style.setProperty("--keyboard", isKeyboard ? `${Math.round(covered)}px` : "0px");
  };
  viewport.addEventListener("resize", tell);
  viewport.addEventListener("scroll", tell);
}
