/// Common parts of commands: the wiring of the program, folders, output and exit codes.
@NullMarked
package greenpair.cli.app;

import org.jspecify.annotations.NullMarked;
