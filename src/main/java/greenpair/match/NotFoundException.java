package greenpair.match;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.message.Message;
import greenpair.message.TranslatedException;
import org.jspecify.annotations.Nullable;

/// A request names an entry that is not in the generation.
public final class NotFoundException extends TranslatedException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final String id;

  public NotFoundException(Kind kind, EntryId id) {
    this(kind, id, "");
  }

  /// @param more additional message, or an empty string
  public NotFoundException(Kind kind, EntryId id, Object more) {
    this(
        kind,
        id.value(),
        Message.of(
            "absent.entry",
            "kind",
            Message.of("words.common", "word", kind.word()),
            "id",
            id.value(),
            "more",
            more),
        null);
  }

  /// A city has no needs, and a need of it was to be matched.
  static NotFoundException withoutNeeds(EntryId city) {
    Message text = Message.of("absent.needs", "city", city.value());
    return new NotFoundException(Kind.NEED, city.value(), text, null);
  }

  /// The same with more details.
  public NotFoundException(NotFoundException cause, Object more) {
    this(cause.kind, cause.id, Message.of("value.near", "rule", cause.text(), "near", more), cause);
  }

  private NotFoundException(Kind kind, String id, Message text, @Nullable Throwable cause) {
    super(text, cause);
    this.kind = kind;
    this.id = id;
  }

  public Kind kind() {
    return kind;
  }

  public String id() {
    return id;
  }
}
