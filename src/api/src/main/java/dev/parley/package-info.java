/**
 * What application code sees of Parley: methods that serve an operation are annotated with
 * {@link dev.parley.Operation}, may take the {@link dev.parley.Exchange} they are called in, and answer with a
 * {@link dev.parley.Fault} where they cannot do what was asked for. One that talks with its requester in turns returns
 * a {@link dev.parley.Turn}; one that undoes another may take an {@link dev.parley.Undo}. A method annotated with
 * {@link dev.parley.Process} defines a process of several operations.
 */
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
