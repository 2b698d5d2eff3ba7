/** The scripts that prepare a server, and that take it all back. */
package dev.parley.it.configuration;
