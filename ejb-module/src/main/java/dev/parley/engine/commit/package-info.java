/** Commits: transactions, requests that share one, what is told after one, and what is due: one alarm, one sweeper. */
@NullMarked
package dev.parley.engine.commit;

import org.jspecify.annotations.NullMarked;
