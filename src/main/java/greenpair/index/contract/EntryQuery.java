package greenpair.index.contract;

import module java.base;

import greenpair.catalog.Language;
import org.jspecify.annotations.Nullable;

/// A search in the entries of one kind: parts whose weighted sum is the score, and filters.
///
/// @param parts empty for all entries
/// @param meaning null if meanings are not compared
/// @param hit value from which an entry is a hit, with each word counted as if it occurred once in
///     a short text
/// @param needed what a match has, all of it; hits without are related
/// @param isMatchFirst whether all matches come before what is related, whatever their scores
/// @param values for each facet the values of which a hit has at least one
/// @param required clauses that match every hit
/// @param excluded clauses that match no hit
/// @param origin of the order by distance; null if it is not asked for
public record EntryQuery(
    List<Part> parts,
    @Nullable Meaning meaning,
    double hit,
    List<Needed> needed,
    boolean isMatchFirst,
    Map<Facet, Set<String>> values,
    List<Clause> required,
    List<Clause> excluded,
    greenpair.catalog.value.@Nullable Place origin) {
  public EntryQuery {
    parts = List.copyOf(parts);
    needed = List.copyOf(needed);
    Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
    values.forEach((facet, wanted) -> copy.put(facet, Set.copyOf(wanted)));
    values = java.util.Collections.unmodifiableMap(copy);
    required = List.copyOf(required);
    excluded = List.copyOf(excluded);
  }

  /// An addend of the score.
  ///
  /// @param isCondition whether it only raises entries that other parts find
  public record Part(Clause clause, double weight, boolean isCondition) {}

  /// A value that a match reaches, estimated as that of a hit.
  ///
  /// @param any clauses of which one has it; none if nothing matches
  public record Needed(List<Clause> any, double least) {
    public Needed {
      any = List.copyOf(any);
    }
  }

  /// Similarity to the meaning of a text, by the cosine of directions: (cosine - from) / (1 -
  /// from).
  ///
  /// @param direction of length 1
  /// @param language of the text
  /// @param weight of the similarity in the score; 0 if it only says whether entries answer
  /// @param most number of nearest entries that have a similarity; all others have none
  /// @param from cosine that counts nothing
  /// @param alone cosine from which an entry is found that has no word of the query
  /// @param across the same of an entry that is described in the other language only
  @SuppressWarnings("ArrayRecordComponent") // Read by one search, never compared.
  public record Meaning(
      float[] direction,
      Language language,
      double weight,
      int most,
      double from,
      double alone,
      double across) {
    public double value(double cosine) {
      return Math.clamp((cosine - from) / (1 - from), 0, 1);
    }
  }

  /// Whether it consists of filters only.
  public boolean isOpen() {
    return parts.isEmpty();
  }

  /// The order of hits.
  public enum Order {
    RELEVANCE,
    NAME,
    EVIDENCE,
    /// The largest budgets and deals first.
    SIZE,
    /// The soonest first.
    DEADLINE,
    /// The latest projects and needs first.
    DATE,
    /// The nearest to a city first.
    DISTANCE
  }

  /// A place in the order of the hits of one kind.
  ///
  /// @param doc number of a document, stable within a generation
  /// @param key of the order by name, empty for others
  /// @param rank of the orders by a number, the largest first; by relevance, 1 of a match that
  ///     comes first
  @SuppressWarnings("ArrayRecordComponent") // Compared when results are merged, never as a whole.
  public record Place(int doc, float score, byte[] key, long rank) {
    /// By score, the best first; ties by document.
    public static final Comparator<Place> BEST_FIRST =
        Comparator.comparingDouble((Place each) -> -each.score).thenComparingInt(each -> each.doc);

    /// The same before all that are of no rank, where matches come first.
    public Place first() {
      return new Place(doc, score, key, 1);
    }

    /// A place in the order by score.
    public static Place of(int doc, float score) {
      return new Place(doc, score, new byte[0], 0);
    }
  }

  /// What was found.
  ///
  /// @param total matches in all
  /// @param places the first hits after the start position
  /// @param facets counts of matches by value; for a filtered facet, without its own filter
  public record Found(long total, List<Place> places, Map<Facet, Map<String, Integer>> facets) {
    public Found {
      places = List.copyOf(places);
      facets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    }
  }
}
