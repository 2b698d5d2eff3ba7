/**
 * Looks into a server where Parley shows nothing: the rows in its database, and what its transactions have left in
 * doubt.
 */
package dev.parley.it.probe;
