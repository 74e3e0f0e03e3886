package greenpair.job;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sources that jobs may read according to the settings of the server.
///
/// @param registries folder of the files that mappings name; null if no registry is read
/// @param gazetteer folder with `geonames/` and `koppen/`
/// @param names of mappings that a job reads by default; empty for all
public record JobSources(
    List<Path> catalogs, @Nullable Path registries, Path gazetteer, List<String> names) {
  public JobSources {
    catalogs = List.copyOf(catalogs);
    names = List.copyOf(names);
  }

  /// Catalog files alone.
  public static JobSources of(List<Path> catalogs) {
    return new JobSources(catalogs, null, Path.of(""), List.of());
  }
}
