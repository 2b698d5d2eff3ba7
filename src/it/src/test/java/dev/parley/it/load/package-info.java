/**
 * Many participants that ask and ask again while the server is killed and started, and a checker of what became of
 * their requests.
 */
package dev.parley.it.load;
