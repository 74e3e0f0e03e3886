package greenpair.pages.entry;

import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import java.util.List;

/// A field of an entry for display.
///
/// @param field its name in the catalog format
/// @param values one or more
/// @param isChecked whether the field was checked; false also when no source of the entry was
/// @param sources where the field is from
public record Fact(String field, List<Text> values, boolean isChecked, List<Provenance> sources) {
  public Fact {
    values = List.copyOf(values);
    sources = List.copyOf(sources);
  }
}
