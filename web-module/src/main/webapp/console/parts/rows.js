// Lists that are gone through with j and k, page by page.
import { html } from '../lib/ui.js';

/** A table: columns [[title, (item) => cell, class]]; key says which item is which. */
export const Rows = ({ columns, items, keyOf, mark }) => html`<div class="scroll"><table class="rows"><thead><tr>${columns.map(([title, , kind]) => html`<th scope="col" class=${kind || ''}>${title}</th>`)}</tr></thead>
  <tbody>${items.map((item) => html`<tr data-row key=${keyOf(item)} class=${mark ? mark(item) : ''}>${columns.map(([, cell, kind]) => html`<td class=${kind || ''}>${cell(item)}</td>`)}</tr>`)}</tbody></table></div>`;

/** The way to the next page and back to the first. */
export const Pages = ({ next, first, onNext, onFirst }) => html`<nav class="pages" aria-label="Pages">
  ${!first && html`<button type="button" onClick=${onFirst}>First page</button>`}${next && html`<button type="button" onClick=${onNext}>Next page</button>`}</nav>`;
