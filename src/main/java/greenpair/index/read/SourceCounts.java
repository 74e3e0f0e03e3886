package greenpair.index.read;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Provenance;

/// On what the entries of a generation rest, each counted once: by a source that can be
/// opened if there is one, else by the doubt about the others.
///
/// @param open with a source that a reader can open
/// @param withheld with a source whose address is withheld
/// @param memory of the rest, with facts from memory
/// @param rest with nothing but data sets without an address, or estimates
public record SourceCounts(long open, long withheld, long memory, long rest) {
  private enum Ground {
    OPEN,
    WITHHELD,
    MEMORY,
    REST
  }

  /// The number of entries.
  public long all() {
    return open + withheld + memory + rest;
  }

  static SourceCounts of(Function<Kind, KindIndex> indexes) {
    return of(
        Stream.of(Kind.values())
            .flatMap(kind -> indexes.apply(kind).entries(0, Integer.MAX_VALUE).stream()));
  }

  public static SourceCounts of(Stream<? extends Entry> entries) {
    Map<Ground, Long> counts = new EnumMap<>(Ground.class);
    entries.forEach(each -> counts.merge(ground(each.profile().provenance()), 1L, Long::sum));
    return new SourceCounts(
        counts.getOrDefault(Ground.OPEN, 0L),
        counts.getOrDefault(Ground.WITHHELD, 0L),
        counts.getOrDefault(Ground.MEMORY, 0L),
        counts.getOrDefault(Ground.REST, 0L));
  }

  private static Ground ground(List<Provenance> sources) {
    return sources.stream().map(SourceCounts::of).min(Ground::compareTo).orElse(Ground.MEMORY);
  }

  private static Ground of(Provenance source) {
    String name = source.source();
    return name.matches("https?://.+")
        ? Ground.OPEN
        : name.endsWith(Provenance.WITHHELD)
            ? Ground.WITHHELD
            : name.equals(Provenance.MEMORY) ? Ground.MEMORY : Ground.REST;
  }
}
