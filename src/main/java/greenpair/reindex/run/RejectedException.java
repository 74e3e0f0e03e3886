package greenpair.reindex.run;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.message.Translated;
import java.util.List;

/// More lines of a catalog are bad than the run allows; nothing was published.
public final class RejectedException extends RuntimeException implements Translated {
  private static final long serialVersionUID = 1;

  private final transient Message says;

  /// @param first the first of them, with place and reason
  public RejectedException(long count, long allowed, List<Message> first) {
    this(says(count, allowed, first));
  }

  private RejectedException(Message says) {
    super(says.in(Language.EN));
    this.says = says;
  }

  private static Message says(long count, long allowed, List<Message> first) {
    Message lines =
        first.stream()
            .reduce((before, next) -> Message.of("line.next", "first", before, "next", next))
            .orElseThrow();
    Message all =
        count > first.size()
            ? Message.of("line.more", "first", lines, "count", count - first.size())
            : lines;
    return Message.of(
        "reindex.rejected", "count", count, "allowed", allowed, "lines", all, "allow", count);
  }

  @Override
  public Message text() {
    return says;
  }
}
