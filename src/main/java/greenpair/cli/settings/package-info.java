/// Settings of the program and their origins.
@NullMarked
package greenpair.cli.settings;

import org.jspecify.annotations.NullMarked;
