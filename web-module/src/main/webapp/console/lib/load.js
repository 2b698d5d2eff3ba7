// Reading from the API while a page is shown. What was there stays until the new is there, and says that it is old: nothing jumps.
import { useCallback, useEffect, useRef, useState } from './ui.js';

/**
 * Loads, and again whenever one of the dependencies is another, or every so many milliseconds while the page is seen.
 * @param read (signal) => Promise
 */
export function useLoad(read, dependencies, { every } = {}) {
  const [state, set] = useState({ data: undefined, error: null, loading: true, old: false });
  const current = useRef(null);
  const load = useCallback(async () => {
    current.current?.abort();
    const abort = new AbortController();
    current.current = abort;
    set((before) => ({ ...before, loading: true }));
    try {
      const data = await read(abort.signal);
      if (!abort.signal.aborted) set({ data, error: null, loading: false, old: false });
    } catch (error) {
      if (!abort.signal.aborted) set((before) => ({ data: before.old ? undefined : before.data, error, loading: false, old: false }));
    }
  }, dependencies);
  useEffect(() => {
    set((before) => ({ ...before, error: null, loading: true, old: before.data !== undefined }));
    load();
    const timer = every && setInterval(() => document.hidden || load(), every);
    return () => {
      clearInterval(timer);
      current.current?.abort();
    };
  }, [load, every]);
  return { ...state, reload: load };
}
