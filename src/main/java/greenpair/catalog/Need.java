package greenpair.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a city says it needs; its name is the need in one sentence.
///
/// @param instruments finance instruments that the city asks for; empty is unknown
/// @param budget size of the deal
/// @param attributes in what past projects can be like it
public record Need(
    Profile profile,
    EntryId city,
    List<Code> instruments,
    @Nullable Money budget,
    @Nullable Stage stage,
    Attributes attributes)
    implements Entry {
  /// How far the city's project has come.
  public enum Stage {
    IDEA,
    STUDY,
    PREPARATION,
    TENDER,
    CONSTRUCTION
  }

  public Need {
    instruments = List.copyOf(instruments);
  }

  @Override
  public Kind kind() {
    return Kind.NEED;
  }
}
