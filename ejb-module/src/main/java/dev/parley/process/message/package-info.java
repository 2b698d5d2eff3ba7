/**
 * Messages to processes: each is a request of its own, and waits until the process that it is for has taken it, or says
 * that it is not wanted.
 */
@NullMarked
package dev.parley.process.message;

import org.jspecify.annotations.NullMarked;
