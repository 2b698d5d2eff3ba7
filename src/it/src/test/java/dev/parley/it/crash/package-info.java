/** What is left when a server is killed or restarted: each test has a server of its own. */
package dev.parley.it.crash;
