// A line of numbers over time, as high as the largest of them.
import { html } from '../lib/ui.js';

const WIDTH = 100, HEIGHT = 18;

/** @param of what the numbers are, and since when */
export function Spark({ values, of }) {
  if (values.length < 2) return html`<svg class="spark" width=${WIDTH} height=${HEIGHT} aria-hidden="true"></svg>`;
  const most = Math.max(1, ...values);
  const points = values.map((v, i) => `${((i / (values.length - 1)) * (WIDTH - 2) + 1).toFixed(1)},${(HEIGHT - 2 - (v / most) * (HEIGHT - 4)).toFixed(1)}`);
  return html`<svg class="spark" width=${WIDTH} height=${HEIGHT} role="img" aria-label=${`${of}: between ${Math.min(...values)} and ${Math.max(...values)}`}><title>${of}</title><polyline points=${points.join(' ')} /></svg>`;
}
