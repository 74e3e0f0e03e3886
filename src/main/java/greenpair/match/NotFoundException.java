package greenpair.match;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;

/// A request names an entry that the generation does not have.
public final class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotFoundException(Kind kind, EntryId id, String hint) {
    super("no " + kind.word() + " has the id \"" + id + "\"" + hint);
  }
}
