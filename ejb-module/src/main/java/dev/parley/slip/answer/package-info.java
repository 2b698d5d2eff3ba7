/** What steps answer: replies that may say something of their slip, and the names of faults. */
@NullMarked
package dev.parley.slip.answer;

import org.jspecify.annotations.NullMarked;
