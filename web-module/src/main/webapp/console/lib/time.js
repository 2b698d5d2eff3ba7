// Times as people read them: how long ago, and exactly.
import { useEffect, useState } from './ui.js';

const UNITS = [['d', 86_400_000], ['h', 3_600_000], ['m', 60_000], ['s', 1000]];

/** 3 m, 2 h 5 m, 850 ms. */
export function span(ms) {
  const size = Math.abs(ms);
  if (size < 1000) return `${Math.round(size)} ms`;
  if (size < 10_000) return `${(size / 1000).toFixed(1)} s`;
  const i = UNITS.findIndex(([, unit]) => size >= unit);
  const whole = Math.floor(size / UNITS[i][1]);
  const rest = UNITS[i + 1] && whole < 10 ? Math.floor((size % UNITS[i][1]) / UNITS[i + 1][1]) : 0;
  return `${whole} ${UNITS[i][0]}` + (rest ? ` ${rest} ${UNITS[i + 1][0]}` : '');
}

const PARTS = [86_400_000, 3_600_000, 60_000, 1000];

/** 14 d for PT336H: durations of definitions as people say them; another text as it is. */
export function lasting(text) {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text || '');
  return found ? span(found.slice(1).reduce((sum, n, i) => sum + Number(n || 0) * PARTS[i], 0)) : text;
}

/** 3 m ago, in 2 h; now for what is less than a second away. */
export function ago(instant, now = Date.now()) {
  const ms = now - Date.parse(instant);
  if (Math.abs(ms) < 1000) return 'now';
  return ms > 0 ? `${span(ms)} ago` : `in ${span(ms)}`;
}

/** 12:04:10 of today, otherwise with the day. */
export function exact(instant, now = new Date()) {
  const time = new Date(instant);
  const clock = time.toLocaleTimeString(undefined, { hour12: false });
  if (time.toDateString() === now.toDateString()) return clock;
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${clock}`;
}

/** 12:04:10.123 */
export function precise(instant) {
  const time = new Date(instant);
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${String(time.getMilliseconds()).padStart(3, '0')}`;
}

const readers = new Set();
setInterval(() => document.hidden || readers.forEach((tell) => tell(Date.now())), 1000);

/** One clock, which has its readers drawn again each second. */
export function useClock() {
  const [now, set] = useState(Date.now);
  useEffect(() => {
    readers.add(set);
    return () => readers.delete(set);
  }, []);
  return now;
}

const two = (n) => String(n).padStart(2, '0');
