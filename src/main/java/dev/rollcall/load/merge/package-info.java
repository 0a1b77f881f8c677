/** The runs of many machines as one: read, added up and judged again. */
@NullMarked
package dev.rollcall.load.merge;

import org.jspecify.annotations.NullMarked;
