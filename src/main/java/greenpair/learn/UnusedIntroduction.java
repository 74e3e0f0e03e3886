package greenpair.learn;

import greenpair.catalog.Text;

/// An introduction that was not used for learning.
public record UnusedIntroduction(String introduction, Text because) {}
