package greenpair.pages.look;

import greenpair.program.Caller;

/// Somebody who is signed in.
///
/// @param caller who, and what that one may do
/// @param csrf what each form of this session sends along
public record Member(Caller caller, String csrf) {}
