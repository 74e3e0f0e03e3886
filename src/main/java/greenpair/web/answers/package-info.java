/// Routes of recommendations and search, with the cache of their answers.
@NullMarked
package greenpair.web.answers;

import org.jspecify.annotations.NullMarked;
