// A dialog of the browser's own: it holds the focus, and Escape closes it.
import { html, useEffect, useRef } from '../lib/ui.js';

export function Dialog({ title, onClose, children, wide }) {
  const element = useRef(null);
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      before?.focus?.();
    };
  }, []);
  return html`<dialog ref=${element} class=${wide ? 'wide' : ''} onCancel=${(e) => { e.preventDefault(); onClose(); }} aria-label=${title}>
    <h2>${title}</h2>${children}</dialog>`;
}
