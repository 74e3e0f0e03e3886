package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Rule;
import org.jspecify.annotations.Nullable;

/// The fields of every entry, whatever its kind.
///
/// @param technologies codes, most important first: what a firm does, a need asks for, a
///     financier finances, an expert knows, a city gives priority to
/// @param provenance at least one source
/// @param unverified names of fields that were not checked although the entry was
/// @param restricted fields that some users may not see, with their tier; see [Disclosure]
public record Profile(
    EntryId id,
    @Rule.Names(Rule.Named.NAME) Text name,
    @Nullable Text description,
    List<Code> technologies,
    @Rule.Required List<Provenance> provenance,
    Set<String> unverified,
    Map<String, Tier> restricted) {
  public Profile {
    restricted =
        restricted.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(restricted));
    technologies = technologies.stream().distinct().toList();
    provenance = List.copyOf(provenance);
    unverified = Collections.unmodifiableSet(new TreeSet<>(unverified));
    if (provenance.isEmpty()) {
      throw new InvalidException("provenance");
    }
  }
}
