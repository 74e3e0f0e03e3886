package greenpair.pages;

import greenpair.index.Manifest;
import java.util.List;

/// What the answers rest on: the generation, its sources, the ones before it.
///
/// @param served what is served now
/// @param configuration digest of the configuration in force
/// @param generations all finished ones, newest first
/// @param refusals why published generations were not opened at the last look
/// @param faults of a changed configuration, which is not used until they are mended
public record DataPage(
    Manifest served,
    String configuration,
    List<Manifest> generations,
    List<String> refusals,
    List<String> faults) {
  /// The name of a file without the folders that it lies in, which are nobody's business.
  public String name(Manifest.Source source) {
    String name = source.name();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
