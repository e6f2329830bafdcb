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

/// So much the words above a picture take, and so much stays free around it.
const head = 58;
const edge = 18;

/// A picture as a file, and how large it is.
export interface Saved {
  svg: string;
  width: number;
  height: number;
}

/// The picture as a file, under its words: in light colours, for it goes into documents; the look is written into each
/// shape; what only serves pointing at it is left out.
export function svgOf(picture: SVGSVGElement, title: string, about: string): Saved {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const before = picture.style.colorScheme;
  picture.style.colorScheme = 'light';
  try {
    wear(picture, copy);
    const { x, y, width, height } = picture.viewBox.baseVal;
    const box = {
      x: x - edge,
      y: y - head - edge,
      width: width + 2 * edge,
      height: height + head + 2 * edge,
    };
    copy.prepend(
      shape('title', {}, `${title}. ${about}`),
      shape('rect', { ...box, fill: plainColour(getComputedStyle(picture).backgroundColor) }),
      words(picture, title, { x, y: y - 38, 'font-size': 16, 'font-weight': 650 }, '--ink'),
      words(picture, about, { x, y: y - 18, 'font-size': 12 }, '--ink-2'),
    );
    const places = [box.x, box.y, box.width, box.height].join(' ');
    for (const name of ['class', 'style', 'tabindex', 'aria-label', 'role', 'data-picture'])
      copy.removeAttribute(name);
    copy.setAttribute('xmlns', space);
    copy.setAttribute('viewBox', places);
    copy.setAttribute('width', String(box.width));
    copy.setAttribute('height', String(box.height));
    return { svg: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height };
  } finally {
    picture.style.colorScheme = before;
  }
}

const space = 'http://www.w3.org/2000/svg';

/// Writes the look of each shape of a picture into its copy.
function wear(picture: SVGSVGElement, copy: SVGSVGElement): void {
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
}

function shape(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/// Words in a colour of the page.
function words(
  picture: SVGSVGElement,
  text: string,
  attributes: Record<string, string | number>,
  colour: string,
): SVGElement {
  const probe = shape('text', {});
  probe.style.fill = `var(${colour})`;
  picture.append(probe);
  const { fill, fontFamily } = getComputedStyle(probe);
  const made = shape('text', { ...attributes, fill: plainColour(fill), 'font-family': fontFamily }, text);
  probe.remove();
  return made;
}

function comments(root: Node): ChildNode[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found: ChildNode[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as ChildNode);
  return found;
}

/// The picture in pixels, so many to each unit, as the bytes of a PNG.
export async function pngOf({ svg, width, height }: Saved, scale = 2): Promise<number[]> {
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
