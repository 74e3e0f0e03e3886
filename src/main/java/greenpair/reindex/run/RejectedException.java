package greenpair.reindex.run;

import module java.base;

import greenpair.message.Message;
import greenpair.message.TranslatedException;

/// Lines of a catalog are invalid; nothing was published.
public final class RejectedException extends TranslatedException {
  private static final long serialVersionUID = 1;

  /// Bad lines that are left out, of which the first are shown.
  public static final class Lines {
    private static final int SHOWN = 20;

    private final List<Message> first = new ArrayList<>();
    private long count;

    /// Adds a line.
    ///
    /// @param place an origin, or one with its entry
    public void add(Object place, Message problem) {
      count++;
      if (first.size() < SHOWN) {
        first.add(Message.of("line.at", "place", place, "problem", problem));
      }
    }

    public long count() {
      return count;
    }

    /// Ends the run if there are any.
    ///
    /// @throws RejectedException if there are any
    public void check() {
      if (count > 0) {
        throw new RejectedException(message(count, first));
      }
    }
  }

  private RejectedException(Message says) {
    super(says, null);
  }

  private static Message message(long count, List<Message> first) {
    Message lines =
        first.stream()
            .reduce((before, next) -> Message.of("line.next", "first", before, "next", next))
            .orElseThrow();
    Message all =
        count > first.size()
            ? Message.of("config.more", "first", lines, "count", count - first.size())
            : lines;
    return Message.of("reindex.rejected", "count", count, "lines", all);
  }
}
