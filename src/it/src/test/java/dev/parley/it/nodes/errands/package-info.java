/** An application with an operation that says which node ran it. */
package dev.parley.it.nodes.errands;
