package greenpair.pages.program;

import greenpair.catalog.Text;
import greenpair.index.GenerationStore;
import greenpair.index.generation.Manifest;
import java.util.List;

/// The data behind the answers: the generation, its sources, and earlier generations.
///
/// @param generations all that were built, newest first
/// @param store tells which of them are published and finished
/// @param faults of a changed configuration, which is not used until they are fixed
public record DataPage(
    Manifest served,
    String configuration,
    List<Manifest> generations,
    GenerationStore store,
    List<Text> refusals,
    List<Text> faults) {
  /// The name of a file without its folders, which are not disclosed.
  public String name(Manifest.Source source) {
    String name = source.name();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
