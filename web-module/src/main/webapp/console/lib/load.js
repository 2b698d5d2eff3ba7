// Reading from the API while a page is shown. What was there stays until the new is there: nothing jumps.
import { useCallback, useEffect, useRef, useState } from './ui.js';

/**
 * Loads, and again whenever one of the dependencies is another, or every so many milliseconds while the page is seen.
 * @param read (signal) => Promise
 */
export function useLoad(read, dependencies, { every } = {}) {
  const [state, set] = useState({ data: undefined, error: null, loading: true });
  const current = useRef(null);
  const load = useCallback(async () => {
    current.current?.abort();
    const abort = new AbortController();
    current.current = abort;
    set((before) => ({ ...before, loading: true }));
    try {
      const data = await read(abort.signal);
      if (!abort.signal.aborted) set({ data, error: null, loading: false });
    } catch (error) {
      if (!abort.signal.aborted) set((before) => ({ data: before.data, error, loading: false }));
    }
  }, dependencies);
  useEffect(() => {
    set({ data: undefined, error: null, loading: true });
    load();
    const timer = every && setInterval(() => document.hidden || load(), every);
    return () => {
      clearInterval(timer);
      current.current?.abort();
    };
  }, [load, every]);
  return { ...state, reload: load };
}
