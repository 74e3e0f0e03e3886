/// Authentication and authorisation: [Guard], sessions and sign-in.
@NullMarked
package greenpair.web.auth;

import org.jspecify.annotations.NullMarked;
