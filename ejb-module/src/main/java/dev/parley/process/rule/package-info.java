/**
 * The rules of processes: how each kind of step begins, goes on and is undone. Each is a function of where an instance
 * stands, and says what is to be done; nothing here does it.
 */
@NullMarked
package dev.parley.process.rule;

import org.jspecify.annotations.NullMarked;
