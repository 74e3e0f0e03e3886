package greenpair.cli.index;

import greenpair.cli.app.Places;
import greenpair.index.GenerationStore;
import greenpair.index.generation.Manifest;
import java.nio.file.Path;
import java.util.List;

/// The demonstration cohort beside the launcher, which nobody may take for the catalog of a
/// programme: it never replaces a generation that was built from something else, unless somebody
/// names its files.
public final class Demonstration {
  private Demonstration() {}

  /// Refuses a run that would replace a catalog of somebody's own.
  ///
  /// @param catalogs what a run would read that names no files
  /// @throws IllegalArgumentException when that is the demonstration, and the data folder is in use
  ///     for something else
  public static void checkMayReplace(GenerationStore store, List<Path> catalogs) {
    if (catalogs.equals(List.of(Places.fixtures())) && !isAll(store)) {
      throw new IllegalArgumentException(
          "without files this would index the demonstration cohort over a catalog of your own in "
              + store.data()
              + "; name the files, or set catalog in greenpair.yaml ("
              + Places.fixtures()
              + " is the demonstration)");
    }
  }

  /// Whether all generations were built from nothing but the demonstration.
  public static boolean isAll(GenerationStore store) {
    return store.list().stream()
        .flatMap(manifest -> manifest.sources().stream())
        .map(Manifest.Source::name)
        .allMatch(name -> Path.of(name).startsWith(Places.fixtures()));
  }
}
