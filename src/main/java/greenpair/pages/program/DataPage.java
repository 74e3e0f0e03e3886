package greenpair.pages.program;

import greenpair.catalog.Text;
import greenpair.index.generation.Manifest;
import java.util.List;
import java.util.Set;

/// The data behind the answers: the generation, its sources, and earlier generations.
///
/// @param generations all that were built, newest first
/// @param unpublished ids of those that were never published
/// @param unfinished ids of those of a run that is in progress or was interrupted
/// @param faults of a changed configuration, which is not used until they are fixed
public record DataPage(
    Manifest served,
    String configuration,
    List<Manifest> generations,
    Set<String> unpublished,
    Set<String> unfinished,
    List<Text> refusals,
    List<Text> faults) {
  /// The name of a file without its folders, which are not disclosed.
  public String name(Manifest.Source source) {
    String name = source.name();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
