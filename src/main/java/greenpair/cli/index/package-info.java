/// Commands that build, publish and serve an index.
@NullMarked
package greenpair.cli.index;

import org.jspecify.annotations.NullMarked;
