package greenpair.learn;

import greenpair.catalog.Text;

/// An introduction that was not used for learning.
public record LeftOut(String introduction, Text because) {}
