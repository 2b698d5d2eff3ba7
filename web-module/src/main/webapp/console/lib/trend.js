// What was counted while the console is open: the API keeps no history.
const MOST = 90;
const seen = new Map();

/** Remembers a number under a name; all that were seen of it, the newest last. */
export function remember(name, value) {
  const values = [...(seen.get(name) || []), value].slice(-MOST);
  seen.set(name, values);
  return values;
}

/** How many of the instants are in each of so many parts of the time from the first of them until now. */
export function histogram(instants, now = Date.now(), parts = 20) {
  const times = instants.map(Date.parse);
  const begin = Math.min(...times);
  const counts = new Array(parts).fill(0);
  times.forEach((t) => { counts[Math.min(parts - 1, Math.floor(((t - begin) / Math.max(1, now - begin)) * parts))] += 1; });
  return counts;
}

/** The value below which so many parts of the numbers are; undefined of none. */
export function percentile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
}
