//! What a look at the whole page finds wrong: text that is cut off, words that are broken, rings that are cut.

use crate::window::{Window, key};

impl Window<'_> {
    /// What of the page is cut off at its edges or in its boxes: one line an element.
    pub fn clipped(&self) -> Vec<String> {
        self.settle();
        let found = self.execute(CLIPPED, &[]);
        found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|line| Some(line.as_str()?.to_owned()))
            .collect()
    }

    /// Which words of the page are broken in two because there is no room for them: one line a word.
    pub fn broken_words(&self) -> Vec<String> {
        self.settle();
        let found = self.execute(BROKEN, &[]);
        found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|line| Some(line.as_str()?.to_owned()))
            .collect()
    }

    /// Of what takes the focus, whose ring is cut off by the pane that it stands in: one line an element.
    pub fn cut_rings(&self) -> Vec<String> {
        self.settle();
        // A ring is shown to whoever uses the keys.
        self.keys(&key::TAB.to_string());
        let found = self.execute(RINGS, &[]);
        found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|line| Some(line.as_str()?.to_owned()))
            .collect()
    }
}

/// Text that does not fit where it stands and cannot be scrolled to, and a page wider than its window.
const CLIPPED: &str = "
  const lines = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) lines.push(`the page is ${page.scrollWidth - page.clientWidth} pixels too wide`);
  for (const element of document.body.querySelectorAll('*')) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!own || !element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // What only a screen reader is to find is a pixel wide on purpose.
    if (box.width <= 1 || box.height <= 1 || element.closest('.visually-hidden')) continue;
    // What lies beneath a dialog is held still, scrolled as it was: it is looked at where nothing lies above it.
    if (document.querySelector('dialog:modal') && !element.closest('dialog')) continue;
    // A long text that is cut short on purpose says so by the button that shows all of it.
    if (element.nextElementSibling?.matches('button[aria-expanded]')) continue;
    // Heads of a matrix are kept narrow, and say all of it to whoever points at them.
    if (style.textOverflow === 'ellipsis' && element.closest('[title]')?.title === element.textContent.trim()) continue;
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
    const cut = (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
    let outside = false;
    for (let around = element.parentElement; around && !outside; around = around.parentElement) {
      const aroundStyle = getComputedStyle(around);
      const room = around.getBoundingClientRect();
      if (aroundStyle.overflowX === 'auto' || aroundStyle.overflowX === 'scroll' || aroundStyle.overflowY === 'auto' || aroundStyle.overflowY === 'scroll') break;
      if (hides(aroundStyle.overflowX) && (box.right > room.right + 1 || box.left < room.left - 1)) outside = true;
      if (hides(aroundStyle.overflowY) && (box.bottom > room.bottom + 1 || box.top < room.top - 1)) outside = true;
    }
    if (cut || outside) lines.push(`${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 60)}`);
  }
  return lines;";

/// Addresses are broken where their parts meet, and what is no word of any language anywhere.
const BROKEN: &str = r"
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    if (!around?.checkVisibility({ visibilityProperty: true }) || around.closest('.visually-hidden, textarea, svg, style')) continue;
    if (document.querySelector('dialog:modal') && !around.closest('dialog')) continue;
    for (const word of node.data.matchAll(/(?<![@.\/\w])\p{L}{2,18}(?![@.\/\w])/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (tops.size > 1) lines.push(`${around.tagName.toLowerCase()}.${around.className}: ${word[0]}`);
    }
  }
  return lines;";

/// A pixel more or less is not seen.
const RINGS: &str = "
  const lines = [];
  const within = document.querySelector('dialog:modal') ?? document.body;
  for (const element of within.querySelectorAll('button, input, select, textarea, a[href], [tabindex=\"0\"]')) {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
    element.focus({ focusVisible: true });
    if (document.activeElement !== element) continue;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const style = getComputedStyle(element);
    // What is not seen itself has its ring around what stands for it.
    if (style.outlineStyle === 'none' || style.opacity === '0') continue;
    const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset) - 1;
    const box = element.getBoundingClientRect();
    for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(around);
      const room = around.getBoundingClientRect();
      // As far as it can be scrolled, it is shown by scrolling.
      const [above, below] = [around.scrollTop, around.scrollHeight - around.clientHeight - around.scrollTop];
      const tall = box.height > room.height;
      const cut = (overflowX !== 'visible' && (box.left - reach < room.left || box.right + reach > room.right))
        || (overflowY !== 'visible' && (tall || (above < 1 && box.top - reach < room.top) || (below < 1 && box.bottom + reach > room.bottom)));
      if (cut) {
        lines.push(`${element.tagName.toLowerCase()}.${element.className} ${element.ariaLabel ?? element.textContent.trim().slice(0, 30)} in ${around.tagName} ${around.className}: ${[box, room].map(({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round)).join(' / ')}`);
        break;
      }
      // What scrolls may have been scrolled until its edge is that of the element.
      if (position === 'fixed' || above + below > 0) break;
    }
  }
  return lines;";
