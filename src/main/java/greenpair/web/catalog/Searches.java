package greenpair.web.catalog;

import java.util.List;

/// The components of search, which may be replaced while the server runs.
public interface Searches {
  /// What answers a request whose snapshot is of that configuration. While another one is taken,
  /// both are available, so that no answer mixes the two.
  Searching of(String configuration);

  /// Why a newer configuration could not be taken; empty if all is well.
  default List<String> faults() {
    return List.of();
  }
}
