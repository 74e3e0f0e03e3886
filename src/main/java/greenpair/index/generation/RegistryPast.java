package greenpair.index.generation;

import module java.base;

import greenpair.catalog.FieldTable;
import greenpair.catalog.value.Attribute;
import org.jspecify.annotations.Nullable;

/// What the past of the registries of a generation says of ranking, as matching found it when the
/// generation was built.
///
/// @param stated attributes that projects state
/// @param repeats by attribute, how much more often than by chance projects of one firm agree
/// @param shares by attribute and word, the share of all projects that have it
/// @param size what a case of another size counts; null without a registry, as repeats and shares
///     are empty
/// @param newest year from which ages count at most; null for no limit
/// @param countsPermits whether projects that are permitted or being built count as completed
/// @param fading times that the half-life of a case is multiplied by
/// @param factors of the weights of firms, by signal; empty if the weights stay
public record RegistryPast(
    Set<Attribute> stated,
    Map<Attribute, Double> repeats,
    Map<Attribute, Map<String, Double>> shares,
    @Nullable Double size,
    @Nullable Integer newest,
    boolean countsPermits,
    double fading,
    Map<String, Double> factors) {
  /// Of projects that state these attributes, of which nothing else is known.
  public RegistryPast(Set<Attribute> stated) {
    this(stated, Map.of(), Map.of(), null, null, false, 1, Map.of());
  }

  public RegistryPast with(String field, Object value) {
    return FieldTable.with(this, Map.of(field, value));
  }
}
