/// Places in a text: the core counts bytes of UTF-8, the window counts UTF-16 units.

const encoder = new TextEncoder();

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/// Turns byte offsets into offsets of the string, all in one pass. One inside a character counts as its beginning.
export function toUnits(text: string, bytes: Iterable<number>): Map<number, number> {
  const wanted = [...new Set(bytes)].sort((a, b) => a - b);
  const found = new Map<number, number>();
  let next = 0;
  let byte = 0;
  for (let unit = 0; unit < text.length && next < wanted.length;) {
    const codePoint = text.codePointAt(unit) ?? 0;
    const end = byte + bytesOf(codePoint);
    for (let want = wanted[next]; want !== undefined && want < end; want = wanted[++next]) {
      found.set(want, unit);
    }
    byte = end;
    unit += codePoint > 0xffff ? 2 : 1;
  }
  for (const want of wanted.slice(next)) found.set(want, text.length);
  return found;
}

/// The byte offset of an offset of the string.
export function toBytes(text: string, unit: number): number {
  return encoder.encode(text.slice(0, unit)).length;
}
