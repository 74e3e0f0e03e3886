/// Commands that measure rankings.
@NullMarked
package greenpair.cli.evaluate;

import org.jspecify.annotations.NullMarked;
