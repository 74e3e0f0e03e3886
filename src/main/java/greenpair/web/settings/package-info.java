/// Settings of the server.
@NullMarked
package greenpair.web.settings;

import org.jspecify.annotations.NullMarked;
