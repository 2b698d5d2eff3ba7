/**
 * Which of the crash tests a run tries: all of them take longer than anybody waits for. A share is chosen by the
 * commit, is the same whenever it is asked for, and a few shares that follow each other are all there is.
 */
package dev.parley.it.share;
