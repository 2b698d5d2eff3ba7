/** What is kept of an instance of a process: where each of its steps stands, and what was asked and answered. */
@NullMarked
package dev.parley.process.state;

import org.jspecify.annotations.NullMarked;
