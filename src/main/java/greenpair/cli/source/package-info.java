/// Commands for registries and for the review of uncertain pairs.
@NullMarked
package greenpair.cli.source;

import org.jspecify.annotations.NullMarked;
