/** Two servers that are one Parley: one PostgreSQL, one broker, which the first has and the second uses. */
package dev.parley.it.nodes;
