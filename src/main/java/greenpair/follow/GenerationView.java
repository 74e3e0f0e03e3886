package greenpair.follow;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;

/// One generation as it is compared, with the public fields of its entries.
public interface GenerationView extends AutoCloseable {
  String id();

  Optional<Entry> entry(Kind kind, EntryId id);

  List<Need> needs(EntryId city);

  /// All that is recommended for a need, best first: what reaches the threshold.
  Set<EntryId> recommended(Kind kind, Need need);

  void deployments(Consumer<Deployment> each);

  List<Entry> hits(String query);

  @Override
  void close();
}
