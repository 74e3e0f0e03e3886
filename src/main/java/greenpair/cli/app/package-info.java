/// What commands share: the wiring of the program, places, output and exit codes.
@NullMarked
package greenpair.cli.app;

import org.jspecify.annotations.NullMarked;
