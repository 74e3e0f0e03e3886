package greenpair.match;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;

/// A request names an entry that is not in the generation.
public final class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final String id;

  /// @param more additional text, or an empty string
  public NotFoundException(Kind kind, EntryId id, String more) {
    super("no " + kind.word() + " has the id \"" + id + "\"" + more);
    this.kind = kind;
    this.id = id.value();
  }

  /// The same with more details.
  public NotFoundException(NotFoundException cause, String more) {
    super(cause.getMessage() + more, cause);
    this.kind = cause.kind;
    this.id = cause.id;
  }

  public Kind kind() {
    return kind;
  }

  public String id() {
    return id;
  }
}
