/** What is added to Parley's EAR: the operation that both sides carry out. */
@NullMarked
package dev.parley.bench.operations;

import org.jspecify.annotations.NullMarked;
