package greenpair.pages.program;

import greenpair.pages.view.Form;

/// Signing in with a token.
///
/// @param back where to go on afterwards: a path of this server
/// @param provider address at which one may sign in without a token; empty for none
public record SignInPage(Form form, String back, boolean isEnded, String provider) {}
