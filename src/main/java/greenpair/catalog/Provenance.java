package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Rule;
import org.jspecify.annotations.Nullable;

/// The source of a fact.
///
/// @param source an address or the name of a registry
/// @param record the id of the record there, null if there is none
/// @param publisher common name of the publisher; null if unknown
/// @param retrieved the day it was read; null if unknown
/// @param verified false for facts from memory and assumptions
/// @param note what the source covers, or what is doubtful, in English
/// @param fields in an entry merged from several sources, the fields that came from this source;
///     an empty list stands for all fields that no other source names
public record Provenance(
    @Rule.Names(Rule.Named.SOURCE) @Rule.Form(value = FORM, rule = "value.address") String source,
    @Nullable String record,
    @Nullable String publisher,
    @Rule.Past @Nullable PartialDate published,
    @Rule.Past @Rule.NotBelow("published") @Nullable LocalDate retrieved,
    boolean verified,
    @Nullable String note,
    List<String> fields) {
  /// Pages link what looks like an address.
  @SuppressWarnings("UnusedVariable") // Annotations read it.
  private static final String FORM =
      "(?s)(?!(?i:https?:|(?:java|vb)script:|data:|mailto:)|//|[A-Za-z][A-Za-z0-9+.-]*://).+|"
          + Rule.ADDRESS;

  public Provenance {
    fields = List.copyOf(fields);
    if (verified && source.equals(MEMORY)) {
      throw new InvalidException("memory_verified");
    }
  }

  /// The source of a fact that stands in none.
  public static final String MEMORY = "memory";

  /// How a source ends whose address must not be named.
  public static final String WITHHELD = "address withheld";

  private static final Provenance NONE = new Provenance(MEMORY, null, null, false, null);

  private static final Comparator<Provenance> CHECKED_THEN_NEWEST =
      Comparator.comparing((Provenance each) -> !each.verified)
          .thenComparing(
              each -> each.published == null ? LocalDate.MIN : each.published.last(),
              Comparator.reverseOrder());

  /// A source of the whole entry.
  public Provenance(
      String source,
      @Nullable String record,
      @Nullable LocalDate retrieved,
      boolean verified,
      @Nullable String note) {
    this(source, record, null, null, retrieved, verified, note, List.of());
  }

  /// A hash of 31 bits in place of the text: equal for equal sources, not negative. Different
  /// sources share one with a probability of 2^-31; a case of the one then proves nothing where the
  /// other does not.
  public int key() {
    return source.hashCode() & Integer.MAX_VALUE;
  }

  /// Whether it was published, or read where that is unknown, before a year.
  boolean isBefore(int year) {
    return published != null
        ? published.year() < year
        : retrieved != null && retrieved.getYear() < year;
  }

  /// The keys of those that were checked.
  public static Set<Integer> checked(List<Provenance> sources) {
    return sources.stream()
        .filter(Provenance::verified)
        .map(Provenance::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The source of one field to show: a checked one before others, and the newest of these; one
  /// that is not checked if no source covers the field.
  public static Provenance first(String field, List<Provenance> sources) {
    return of(field, sources).stream().min(CHECKED_THEN_NEWEST).orElse(NONE);
  }

  /// The sources of one field: those that name it, or else those that name none.
  public static List<Provenance> of(String field, List<Provenance> sources) {
    List<Provenance> named =
        sources.stream().filter(each -> each.fields().contains(field)).toList();
    return named.isEmpty()
        ? sources.stream().filter(each -> each.fields().isEmpty()).toList()
        : named;
  }
}
