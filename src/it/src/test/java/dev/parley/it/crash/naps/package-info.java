/** An application with an operation that takes long. */
package dev.parley.it.crash.naps;
