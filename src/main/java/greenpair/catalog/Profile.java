package greenpair.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What entries of every kind have.
///
/// @param technologies codes, most important first: what a firm does, a need asks for, a
///     financier finances, a city gives priority to
/// @param provenance at least one source
/// @param unverified names of fields that were not checked although the entry was
public record Profile(
    EntryId id,
    Text name,
    @Nullable Text description,
    List<Code> technologies,
    List<Provenance> provenance,
    Set<String> unverified) {
  public Profile {
    technologies = List.copyOf(technologies);
    provenance = List.copyOf(provenance);
    unverified = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(unverified));
    if (provenance.isEmpty()) {
      throw new IllegalArgumentException(
          "provenance has at least one source; got none (an assumption is"
              + " {\"source\":\"assumption\",\"verified\":false})");
    }
  }
}
