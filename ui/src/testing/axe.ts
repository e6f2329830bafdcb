/// What axe can find without a layout.
import axe from 'axe-core';

/// The faults of the page, or of a part of it: the rule, and the elements that break it.
export async function faults(
  where: Element | Document = document,
  rules: Record<string, { enabled: boolean }> = {},
): Promise<[string, string[]][]> {
  // Without a layout there are no colours to compare, and no rows for the cursor to point at.
  const off = { enabled: false };
  // The zones of the earth are too many to be looked at one by one.
  const { violations } = await axe.run(
    { include: [where as Element], exclude: [['optgroup']] },
    { rules: { 'color-contrast': off, 'aria-valid-attr-value': off, ...rules } },
  );
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}
