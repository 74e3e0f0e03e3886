/// Settings of search, and the models that decide on guesses and silence.
@NullMarked
package greenpair.search.settings;

import org.jspecify.annotations.NullMarked;
