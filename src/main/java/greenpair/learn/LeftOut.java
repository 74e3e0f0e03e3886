package greenpair.learn;

import greenpair.catalog.Text;

/// An introduction that was not used for learning.
///
/// @param introduction its id
/// @param because why, and what to do about it
public record LeftOut(String introduction, Text because) {}
