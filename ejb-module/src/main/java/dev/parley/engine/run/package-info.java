/**
 * Carrying out decisions: batches of requests, work, answers and deadlines, each one unit of work in one transaction.
 */
@NullMarked
package dev.parley.engine.run;

import org.jspecify.annotations.NullMarked;
