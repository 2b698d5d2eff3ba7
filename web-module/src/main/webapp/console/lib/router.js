// The page and its filter are the fragment of the URL: #/conversations?status=STUCK. So every view is a link.
import { useEffect, useState } from './ui.js';

/** {path: ['conversations', id], query: {…}} of the URL. */
export function here() {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { path: path.split('/').filter(Boolean).map(decode), query: Object.fromEntries(new URLSearchParams(search)) };
}

/** A link to a page. */
export function link(segments, query = {}) {
  const text = new URLSearchParams(Object.entries(query).filter(([, v]) => v !== undefined && v !== null && v !== '')).toString();
  return '#/' + [].concat(segments).map(encodeURIComponent).join('/') + (text ? '?' + text : '');
}

/** Changes the filter; the place before stays in the history only if asked for. */
export function filter(segments, query, { keep = false } = {}) {
  const target = link(segments, query);
  if (target === location.hash) return;
  if (keep) location.hash = target;
  else {
    history.replaceState(null, '', target);
    dispatchEvent(new HashChangeEvent('hashchange'));
  }
}

export function useRoute() {
  const [route, set] = useState(here);
  useEffect(() => {
    const changed = () => set(here());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return route;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
