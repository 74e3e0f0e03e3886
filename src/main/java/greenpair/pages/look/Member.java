package greenpair.pages.look;

import greenpair.program.access.Caller;

/// A signed-in user.
///
/// @param csrf what each form of this session sends along
public record Member(Caller caller, String csrf) {}
