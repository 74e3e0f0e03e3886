/// Bootstrap intervals and randomisation tests, seeded.
@NullMarked
package greenpair.evaluate.statistics;

import org.jspecify.annotations.NullMarked;
