package greenpair.learn;

import greenpair.catalog.Text;

/// An introduction that could not be used for learning, with the reason.
public record UnusedIntroduction(String introduction, Text because) {}
