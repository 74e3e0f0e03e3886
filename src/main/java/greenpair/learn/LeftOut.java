package greenpair.learn;

import greenpair.catalog.Text;

/// An introduction that nothing is learnt from.
///
/// @param introduction its id
/// @param because why, and what to do about it
public record LeftOut(String introduction, Text because) {}
