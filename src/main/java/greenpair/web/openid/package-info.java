/// Signing in at the programme's own OpenID Connect provider, where the settings name one.
///
/// [OpenIdLogin] sends a person there and reads what comes back; [OpenIdSettings] says who may come
/// in as what; an [Identity] comes out, or a [LoginException] that says why not. Nothing here knows
/// of HTTP requests or of sessions.
@NullMarked
package greenpair.web.openid;

import org.jspecify.annotations.NullMarked;
