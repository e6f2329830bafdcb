/// While a dialog is open, nothing scrolls beneath it: some systems paint the scrollbars of the page above the dialog.

let open = 0;
let release: (() => void)[] = [];

/// Holds what scrolls on the page; gives back what lets it go. What is scrolled stays where it is, and as wide.
export function holdPage(): () => void {
  if (open++ === 0) {
    holdScrolling();
    window.addEventListener('resize', holdScrolling);
  }
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    if (--open > 0) return;
    window.removeEventListener('resize', holdScrolling);
    for (const letGo of release.reverse()) letGo();
    release = [];
  };
}

/// Holds what scrolls now: in a window that becomes smaller, more does.
function holdScrolling(): void {
  release.push(...scrolling().map(hold));
}

/// The parts of the page that scroll now, dialogs left out.
function scrolling(): HTMLElement[] {
  const all = document.querySelectorAll<HTMLElement>('#app *');
  return [...all].filter((part) => {
    const over = part.scrollHeight > part.clientHeight || part.scrollWidth > part.clientWidth;
    if (!over || part.closest('dialog') || part instanceof HTMLTextAreaElement) return false;
    const { overflowX, overflowY } = getComputedStyle(part);
    return [overflowX, overflowY].some((overflow) => overflow === 'auto' || overflow === 'scroll');
  });
}

function hold(part: HTMLElement): () => void {
  const { style } = part;
  const before = { overflow: style.overflow, gutter: style.getPropertyValue('scrollbar-gutter') };
  // A bar that takes room leaves it empty.
  if (part.offsetWidth > part.clientWidth) style.setProperty('scrollbar-gutter', 'stable');
  style.overflow = 'hidden';
  return () => {
    style.overflow = before.overflow;
    style.setProperty('scrollbar-gutter', before.gutter);
  };
}
