package greenpair.registry;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Language;
import greenpair.message.Message;

/// The result of reading one line of a catalog.
public sealed interface LineResult {
  Origin origin();

  /// A good line.
  ///
  /// @param json the line as read from the file, without its end; the reader gives the array
  ///     away and never touches it again
  @SuppressWarnings("ArrayRecordComponent") // Never compared; copying each line is wasteful.
  record Accepted(Entry entry, byte[] json, Origin origin) implements LineResult {}

  record Rejected(Origin origin, Message problem) implements LineResult {
    /// The problem in English with its place, for logs and developers.
    @Override
    public String toString() {
      return origin + ": " + problem.in(Language.EN);
    }
  }

  /// All problems of a line as one message; empty if there are none. A hostile line has as many as
  /// it has keys, so they are joined in halves: a chain would be as deep as it is long.
  static Optional<Message> all(List<Message> problems) {
    return problems.isEmpty() ? Optional.empty() : Optional.of(joined(problems));
  }

  private static Message joined(List<Message> problems) {
    int half = problems.size() / 2;
    return half == 0
        ? problems.getFirst()
        : Message.of(
            "line.and",
            "first",
            joined(problems.subList(0, half)),
            "next",
            joined(problems.subList(half, problems.size())));
  }
}
