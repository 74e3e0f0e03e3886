/// Sign-in at the programme's own OpenID Connect provider, if the settings name one.
///
/// [OpenIdLogin] sends a person there and reads the response; [OpenIdSettings] maps claims to
/// roles; the result is an [OpenIdLogin.Identity], or a [LoginException] with the reason. Nothing
/// here depends on HTTP requests or sessions.
package greenpair.web.openid;
