package greenpair.plan.pairs;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import java.util.List;

/// A city that looks for another city to learn from.
///
/// @param done what it could show, best grade first
public record Twin(EntryId city, Text name, List<CityNeed> wanted, List<ProvenProject> done) {
  public Twin {
    wanted = List.copyOf(wanted);
    done = List.copyOf(done);
  }
}
