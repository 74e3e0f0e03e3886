package greenpair.web;

import greenpair.search.Search;
import greenpair.search.Suggestions;
import java.util.List;

/// What search is answered with; it may be replaced while the server runs.
///
/// @param configuration digest of the configuration that it was read from
/// @param faults of a newer configuration that could not be taken; empty when all is well
public record Searching(
    String configuration, Search search, Suggestions suggestions, List<String> faults) {
  public Searching {
    faults = List.copyOf(faults);
  }

  /// The same while a newer configuration has faults.
  public Searching refusing(List<String> found) {
    return new Searching(configuration, search, suggestions, found);
  }
}
