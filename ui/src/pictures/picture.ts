/// Pictures taken out of the window: an SVG that looks the same anywhere, and a PNG drawn from it.

/// What of the computed style makes the look of a shape or a word.
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

let pixel: CanvasRenderingContext2D | null = null;

/// A colour as every reader of SVG understands it: what the page computes may be in a colour space of its own.
function plainColour(colour: string): string {
  if (!colour.startsWith('color(') && !colour.startsWith('oklab(')) return colour;
  pixel ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pixel) return colour;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 255] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgba(${r}, ${g}, ${b}, ${(a / 255).toFixed(3)})`;
}

/// The picture as a file: the look is written into each shape, and what only serves pointing at it is left out.
export function svgOf(picture: SVGSVGElement, title: string): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const from = [...picture.querySelectorAll<SVGElement>('*')];
  const to = [...copy.querySelectorAll<SVGElement>('*')];
  from.forEach((shape, n) => {
    const style = getComputedStyle(shape);
    const target = to[n];
    if (!target) return;
    for (const name of looks) {
      const value = style.getPropertyValue(name);
      if (value) target.setAttribute(name, plainColour(value));
    }
    target.removeAttribute('class');
    target.removeAttribute('style');
  });
  for (const passing of copy.querySelectorAll('[data-passing]')) passing.remove();
  for (const comment of comments(copy)) comment.remove();
  const { width, height } = picture.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  for (const name of ['class', 'style', 'tabindex', 'aria-label', 'role']) copy.removeAttribute(name);
  const words = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  words.textContent = title;
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', String(width));
  ground.setAttribute('height', String(height));
  ground.setAttribute('fill', plainColour(getComputedStyle(picture).backgroundColor));
  copy.prepend(words, ground);
  return new XMLSerializer().serializeToString(copy);
}

function comments(root: Node): ChildNode[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found: ChildNode[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as ChildNode);
  return found;
}

/// The picture in pixels, so many to each unit, as the bytes of a PNG.
export async function pngOf(svg: string, width: number, height: number, scale = 2): Promise<number[]> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return blob ? [...new Uint8Array(await blob.arrayBuffer())] : [];
}
