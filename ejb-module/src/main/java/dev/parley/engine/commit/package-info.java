/** Commits: transactions, requests that share one, what is told after one, and the timer. */
@NullMarked
package dev.parley.engine.commit;

import org.jspecify.annotations.NullMarked;
