// The graph of a process: definitions are nested lists, so boxes within boxes are laid out from the inside.
import { html } from '../lib/ui.js';
import { shape } from '../parts/small.js';

const W = 190, H = 42, GAP = 22, PAD = 12, CAP = 20;

/** A list of steps, one below the other: {w, h, draw(x, y) → [nodes]}. */
export function column(steps, told) {
  const boxes = steps.map((step) => box(step, told));
  const w = Math.max(W, ...boxes.map((b) => b.w));
  const h = boxes.reduce((sum, b) => sum + b.h, 0) + GAP * Math.max(0, boxes.length - 1);
  return { w, h, draw: (x, y) => boxes.flatMap((b, i) => {
    const at = y;
    y += b.h + GAP;
    const arrow = i < boxes.length - 1 ? [{ kind: 'arrow', x: x + w / 2, y: at + b.h, to: at + b.h + GAP }] : [];
    if (arrow.length && told(steps[i + 1].name)?.undone) arrow.push({ kind: 'arrow', back: true, x: x + w / 2 - 16, y: at + b.h + GAP, to: at + b.h });
    return [...b.draw(x + (w - b.w) / 2, at), ...arrow];
  }) };
}

function box(step, told) {
  const lists = listsOf(step);
  return lists ? frame(step, lists, told) : leaf(step, told);
}

/** The lists within a block, with what is written above each; null for a step that has none. */
function listsOf(step) {
  if (step.parallel) return step.parallel.map((steps) => ['', steps]);
  if (step.choose) return step.choose.map((c) => (c.otherwise ? ['otherwise', c.otherwise] : [condition(c.when), c.steps]));
  if (step.forEach !== undefined) return [[`each ${step.as || 'item'}`, step.steps || []]];
  return null;
}

/** All steps, those within blocks, too. */
export const flat = (steps = []) => steps.flatMap((step) => [step, ...(listsOf(step) || []).flatMap(([, list]) => flat(list))]);

function leaf(step, told) {
  return { w: W, h: H, draw: (x, y) => [{ kind: 'step', x, y, step, what: whatOf(step), undo: step.compensation, pivot: step.pivot, told: told(step.name) }] };
}

function frame(step, lists, told) {
  const inside = lists.map(([, steps]) => column(steps, told));
  const w = inside.reduce((sum, c) => sum + c.w, 0) + GAP * (inside.length - 1) + 2 * PAD;
  const captions = lists.some(([caption]) => caption) ? CAP : 0;
  const h = Math.max(0, ...inside.map((c) => c.h)) + 2 * PAD + CAP + captions;
  return { w, h, draw: (x, y) => {
    const nodes = [{ kind: 'frame', x, y, w, h, step, title: `${step.name} · ${step.parallel ? `parallel, join ${step.join || 'all'}` : step.choose ? 'choose' : 'for each'}`, told: told(step.name) }];
    let left = x + PAD;
    inside.forEach((c, i) => {
      if (lists[i][0]) nodes.push({ kind: 'caption', x: left + c.w / 2, y: y + CAP + PAD + 6, text: lists[i][0] });
      nodes.push(...c.draw(left, y + CAP + captions + PAD));
      left += c.w + GAP;
    });
    return nodes;
  } };
}

const whatOf = (step) => step.operation || (step.wait !== undefined ? `wait ${brief(step.wait)}` : step.await ? `await ${brief(step.await)}` : '');
const brief = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
const condition = (when) => cut(JSON.stringify(when ?? '').replace(/["{}]/g, '').replace('$:', ''), 28);
const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + '…' : text);

/**
 * @param steps of the definition
 * @param told (name) => {status, note, href}: what is to be said of a step
 */
export function Graph({ steps, told = () => null }) {
  const all = column(steps, told);
  const nodes = all.draw(PAD, PAD);
  return html`<div class="scroll"><svg class="graph" width=${all.w + 2 * PAD} height=${all.h + 2 * PAD} role="group" aria-label="Graph of the process">
    <defs><marker id="down" class="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" /></marker></defs>
    ${nodes.map((node) => html`<${Node} node=${node} />`)}</svg></div>`;
}

function Node({ node }) {
  if (node.kind === 'arrow') return html`<line class=${node.back ? 'flow back' : 'flow'} x1=${node.x} y1=${node.y} x2=${node.x} y2=${node.to} marker-end="url(#down)" />`;
  if (node.kind === 'caption') return html`<text class="caption" x=${node.x} y=${node.y} text-anchor="middle">${cut(node.text, 30)}</text>`;
  const status = node.told?.status;
  const content = node.kind === 'frame' ? framed(node) : stepped(node, status);
  const classes = `${node.kind} ${(status || 'none').toLowerCase()}${node.pivot ? ' pivot' : ''}`;
  return node.told?.href ? html`<a href=${node.told.href} class=${classes}>${content}</a>` : html`<g class=${classes}>${content}</g>`;
}

const framed = ({ x, y, w, h, title, told }) => html`<rect x=${x} y=${y} width=${w} height=${h} rx="6" /><text x=${x + 8} y=${y + 15}>${told?.status ? shape(told.status) + ' ' : ''}${cut(title, Math.floor(w / 7))}${told?.note ? ` · ${told.note}` : ''}</text>`;

const stepped = ({ x, y, step, what, undo, told }, status) => html`<title>${[step.name, what, status, undo && `undone by ${undo}`].filter(Boolean).join(', ')}</title>
  <rect x=${x} y=${y} width=${W} height=${H} rx="4" /><text class="name" x=${x + 8} y=${y + 17}>${status ? shape(status) + ' ' : ''}${cut(step.title || step.name || '', 22)}</text>
  <text class="what" x=${x + 8} y=${y + 33}>${cut(what, 22)}${undo ? ' ↶' : ''}</text>
  ${told?.note && html`<text class="count" x=${x + W - 8} y=${y + 17} text-anchor="end">${told.note}</text>`}`;
