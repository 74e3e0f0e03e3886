/// The commands below `greenpair plan`: cohorts, pairs of cities and plans of partners.
@NullMarked
package greenpair.cli.plan;

import org.jspecify.annotations.NullMarked;
