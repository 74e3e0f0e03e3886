/// Commands for the programme's data and its tokens.
@NullMarked
package greenpair.cli.program;

import org.jspecify.annotations.NullMarked;
