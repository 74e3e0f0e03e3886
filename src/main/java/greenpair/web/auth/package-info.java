/// Who is asking and what they may do: [Guard], sessions and sign-in.
@NullMarked
package greenpair.web.auth;

import org.jspecify.annotations.NullMarked;
