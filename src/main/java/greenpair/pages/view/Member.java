package greenpair.pages.view;

import greenpair.program.access.Caller;

/// A signed-in user.
///
/// @param csrf token that each form of this session sends
public record Member(Caller caller, String csrf) {}
