package greenpair.match;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Money;
import org.jspecify.annotations.Nullable;

/// A valid request for recommendations. One city, known by id or described; all its needs, one of
/// them, or one that is described in words or codes.
///
/// @param need one need of the city; null for all of them, unless one is described
/// @param described a need in words or codes; null to use the city's own
/// @param limit recommendations at most, 1 to 100; changes the length of the answer, never a score
/// @param others entries of each other list at most, 0 to 100
/// @param from position of the first entry of every list, from 0
/// @param hideOwnCases whether deployments in the city itself are left out, as evaluation needs
public record RecommendationRequest(
    Kind kind,
    @Nullable EntryId city,
    @Nullable City describedCity,
    @Nullable EntryId need,
    @Nullable Described described,
    int limit,
    int others,
    int from,
    boolean hideOwnCases) {
  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 10;

  private static final int USUAL = 20;

  static final int LEADS = 5;

  /// A need described in the request.
  ///
  /// @param text free words in any language, may be empty when codes are given
  public record Described(
      String text,
      List<Code> technologies,
      List<Code> instruments,
      @Nullable Money budget,
      Attributes attributes) {
    public Described {
      technologies = List.copyOf(technologies);
      instruments = List.copyOf(instruments);
    }

    /// The contents of a need that is not in the catalog.
    public static Described of(Need need) {
      String text =
          Stream.concat(words(need.name()), words(need.profile().description()))
              .collect(Collectors.joining("\n"));
      return new Described(
          text, need.technologies(), need.instruments(), need.budget(), need.attributes());
    }

    private static Stream<String> words(@Nullable Text text) {
      return text == null ? Stream.empty() : text.all().stream();
    }
  }

  /// The first page.
  public RecommendationRequest(
      Kind kind,
      @Nullable EntryId city,
      @Nullable City describedCity,
      @Nullable EntryId need,
      @Nullable Described described,
      int limit,
      boolean hideOwnCases) {
    this(
        kind,
        city,
        describedCity,
        need,
        described,
        limit,
        others(limit, 0, LEADS),
        0,
        hideOwnCases);
  }

  /// How many entries the other lists have: a later page continues all lists, and who wants more
  /// than the usual length wants it of all.
  ///
  /// @param few of a short first page
  public static int others(int limit, int from, int few) {
    return from > 0 || limit > USUAL ? limit : few;
  }

  public RecommendationRequest {
    if (!Kind.RANKED.contains(kind)) {
      throw new IllegalArgumentException(
          "kind must be firm, financier, solution or expert, but was " + kind.word());
    }
    if ((city == null) == (describedCity == null)) {
      throw new IllegalArgumentException("a request has a city or a described city, one of them");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit must be an integer from 1 to " + MAX_LIMIT + ", but was " + limit);
    }
    if (others < 0 || others > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "others must be an integer from 0 to " + MAX_LIMIT + ", but was " + others);
    }
    if (from < 0) {
      throw new IllegalArgumentException("from must be an integer of at least 0, but was " + from);
    }
  }

  /// The same from another entry of every list.
  public RecommendationRequest startingAt(int other) {
    return FieldTable.with(this, "others", others(limit, other, others), "from", other);
  }

  /// A need of a known city that is not in the catalog.
  public static RecommendationRequest ofTypedIn(Kind kind, Need need, int limit) {
    return new RecommendationRequest(
        kind, need.city(), null, null, Described.of(need), limit, false);
  }

  /// All needs of a known city.
  public static RecommendationRequest ofCity(Kind kind, EntryId city, int limit) {
    return new RecommendationRequest(kind, city, null, null, null, limit, false);
  }

  /// One need of a known city.
  public static RecommendationRequest ofNeed(Kind kind, EntryId city, EntryId need, int limit) {
    return new RecommendationRequest(kind, city, null, need, null, limit, false);
  }
}
