package greenpair.search;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.search.read.QueryBounds.Years;
import org.jspecify.annotations.Nullable;

/// A valid search.
///
/// @param all kinds that the address covers, at least one
/// @param kinds those of them that are wanted; empty for all
/// @param text words in any language, may be empty
/// @param narrowing what hits are narrowed to
/// @param language of the order by name
/// @param limit 1 to 100
/// @param after the cursor at which the page begins; null for the first
public record SearchRequest(
    List<Kind> all,
    Set<Kind> kinds,
    String text,
    Narrowing narrowing,
    EntryQuery.Order order,
    Language language,
    int limit,
    @Nullable SearchCursor after) {
  /// All kinds that are searched, in the order of hits with the same score.
  public static final List<Kind> EVERYTHING =
      List.of(
          Kind.SOLUTION,
          Kind.FIRM,
          Kind.FINANCIER,
          Kind.EXPERT,
          Kind.DEPLOYMENT,
          Kind.NEED,
          Kind.CITY);

  public static final int MAX_TEXT = 10_000;
  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 10;

  /// What hits are narrowed to.
  ///
  /// @param facets for each facet, the values of which a hit must have at least one
  /// @param city only what is proven in this city; null for all. In the order by distance it is
  ///     where distances begin, and narrows nothing
  /// @param within if above 0, only what is, belongs or is proven within so many kilometres of it
  /// @param climateLike only what is proven in a climate like that of this city; null for all
  /// @param years in which projects began and needs were stated; partners and solutions have none
  public record Narrowing(
      Map<Facet, Set<String>> facets,
      @Nullable EntryId city,
      double within,
      @Nullable EntryId climateLike,
      Years years) {
    public static final Narrowing NONE = of(Map.of());

    public Narrowing {
      Map<Facet, Set<String>> copy = new TreeMap<>();
      facets.forEach((facet, values) -> copy.put(facet, new TreeSet<>(values)));
      facets = Collections.unmodifiableMap(copy);
    }

    public static Narrowing of(Map<Facet, Set<String>> facets) {
      return new Narrowing(facets, null, 0, null, Years.ANY);
    }
  }

  /// Marks that no one sees, such as those of writing from right to left.
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

  public SearchRequest {
    text = UNSEEN.matcher(text).replaceAll("");
    all = List.copyOf(all);
    kinds = Set.copyOf(kinds);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a search has at least one kind");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit must be an integer from 1 to " + MAX_LIMIT + ", but was " + limit);
    }
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "q must have at most " + MAX_TEXT + " characters, but has " + text.length());
    }
  }

  /// The first hits for words in some kinds, best first.
  public static SearchRequest of(List<Kind> kinds, String text, int limit) {
    return new SearchRequest(
        kinds,
        Set.of(),
        text,
        Narrowing.NONE,
        EntryQuery.Order.RELEVANCE,
        Language.EN,
        limit,
        null);
  }

  /// The same search from another place on.
  public SearchRequest behind(@Nullable SearchCursor cursor) {
    return new SearchRequest(all, kinds, text, narrowing, order, language, limit, cursor);
  }

  /// A text regardless of case, width and space, to tell whether a query was the same.
  public static String folded(String text) {
    String plain = Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Normalizer.Form.NFKC);
    return plain.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
  }

  boolean isWanted(Kind kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  /// What a cursor must be of: the same search, page size aside.
  public String fingerprint() {
    String words =
        all
            + "|"
            + new TreeSet<>(kinds)
            + "|"
            + text
            + "|"
            + narrowing
            + "|"
            + order
            + "|"
            + (order == EntryQuery.Order.NAME ? language : "");
    return Integer.toHexString(words.hashCode());
  }
}
