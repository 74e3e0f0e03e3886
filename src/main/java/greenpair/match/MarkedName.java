package greenpair.match;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// Names in plain text, each followed by the status of a partner that is closed, bankrupt, acquired
/// or uncertain, such as "Proterra (bankrupt)".
public final class MarkedName {
  private static final String ACTIVE = Partner.Status.ACTIVE.word();

  private MarkedName() {}

  /// The name of an entry of the catalog; empty if the catalog does not have it.
  public static Optional<Text> find(Kind kind, EntryId id, Snapshot snapshot) {
    return snapshot
        .name(kind, id)
        .map(name -> of(name, snapshot.status(kind, id).map(Partner.Status::word).orElse(null)));
  }

  /// A name with the mark of its status, unless it is active or unknown.
  public static Text of(Text name, @Nullable String status) {
    return status == null || status.equals(ACTIVE)
        ? name
        : Message.of(
                "name.of",
                "name",
                name,
                "status",
                Message.of("page.standing", "word", status.toUpperCase(Locale.ROOT)))
            .text();
  }
}
