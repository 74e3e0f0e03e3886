/// Commands that recommend, search and explain.
@NullMarked
package greenpair.cli.query;

import org.jspecify.annotations.NullMarked;
