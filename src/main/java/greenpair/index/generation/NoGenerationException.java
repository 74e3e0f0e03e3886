package greenpair.index.generation;

import module java.base;

import greenpair.message.Message;
import greenpair.message.TranslatedException;

/// Nothing can be served: no generation was published, or all were refused.
public final class NoGenerationException extends TranslatedException {
  private static final long serialVersionUID = 1;

  /// @param refusals why generations were refused
  public NoGenerationException(Path data, List<Message> refusals) {
    super(
        Message.of(
            "failure.nothing",
            "data",
            data,
            "why",
            refusals.isEmpty() ? "" : Message.of("generation.refused", "all", refusals)),
        null);
  }
}
