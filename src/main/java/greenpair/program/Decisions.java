package greenpair.program;

import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;
import java.util.Map;
import java.util.Optional;

/// Decision records. They are never changed or deleted.
public record Decisions(Rows rows) {
  /// Those that the caller may see: all for coordinators and operators, for everyone else only
  /// their own, since a question may describe what a city has not published.
  public Page<Decision> list(Caller caller, long before, int limit) {
    Filter filter = new Filter(before);
    if (!seesAll(caller)) {
      filter.whereEquals("author_id", caller.id());
    }
    return filter.page(rows, "decision", Decision.class, limit, Decision::seq);
  }

  /// The one with that id, if the caller may see it.
  public Optional<Decision> find(String id, Caller caller) {
    Filter filter = new Filter(Page.NEWEST).whereEquals("id", id);
    if (!seesAll(caller)) {
      filter.whereEquals("author_id", caller.id());
    }
    return filter.read(rows, "decision", Decision.class, 1).stream().findFirst();
  }

  private static boolean seesAll(Caller caller) {
    return caller.isAtLeast(Role.COORDINATOR);
  }

  public Decision add(String digest, String document, Caller author, Stamp stamp) {
    Decision draft = new Decision(0, "", digest, document, stamp);
    return rows.add("decision", draft, Map.of("author_id", author.id()));
  }

  /// A saved answer that can be replayed.
  ///
  /// @param digest of the document, which minutes may quote
  /// @param document the decision record as JSON; this package does not interpret it
  public record Decision(long seq, String id, String digest, String document, Stamp made) {}
}
