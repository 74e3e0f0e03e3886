/// Settings of the program and where each one comes from.
@NullMarked
package greenpair.cli.settings;

import org.jspecify.annotations.NullMarked;
