import { neighbourhood, type Shown } from '../../../figures/network/link-filter.ts';

/** Lets one city's neighbourhood stand out in the drawing, the rest stays faint; null for none. */
export function isolate(drawing: SVGSVGElement, shown: Shown, city: string | null): void {
  const near = city === null ? null : neighbourhood(shown, city);
  drawing.classList.toggle('isolated', near !== null);
  for (const part of drawing.querySelectorAll<SVGElement>('[data-id]'))
    part.classList.toggle('near', near?.has(part.dataset.id!) === true);
  for (const part of drawing.querySelectorAll<SVGElement>('.link'))
    part.classList.toggle('near', part.dataset.a === city || part.dataset.b === city);
}

interface Listeners {
  readonly onCity: (id: string | null) => void;
  readonly onOpenCity: (id: string) => void;
  readonly onOpenLink: (a: string, b: string) => void;
}

/** Listens to the pointer over the drawing. Keys reach the same by the tables beside it. */
export function listen(drawing: SVGSVGElement, { onCity, onOpenCity, onOpenLink }: Listeners): void {
  const of = (event: Event): DOMStringMap => (event.target as SVGElement).dataset;
  drawing.addEventListener('pointerover', (event) => onCity(of(event).id ?? null));
  drawing.addEventListener('pointerleave', () => onCity(null));
  drawing.addEventListener('click', (event) => {
    const { id, a, b } = of(event);
    if (id !== undefined) onOpenCity(id);
    else if (a !== undefined && b !== undefined) onOpenLink(a, b);
  });
}
