package greenpair.search.read;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.value.Word;
import greenpair.search.read.QueryBounds.Years;

/// What a query says besides its subject.
///
/// @param names of partners that hits should have or be of
/// @param unwanted names of partners that no hit has
/// @param around ids of the cities near the one that it names, if the query asks for these too
/// @param isWithin whether hits must be in one of these
/// @param sizes of projects and needs
/// @param money that budgets, costs and deals overlap
/// @param years in which projects began and needs were stated; all if none are in the query
/// @param due years in which offers for needs are due, and of the targets of cities; else all
/// @param all its parts as they were written, in order of kind
public record Conditions(
    Names names,
    Names unwanted,
    Set<String> around,
    boolean isWithin,
    List<QueryAmounts.Size> sizes,
    List<QueryAmounts.Amount> money,
    Years years,
    Years due,
    List<Said> all) {
  /// Only projects and needs have sizes and years.
  public static final Set<Kind> MEASURED = EnumSet.of(Kind.DEPLOYMENT, Kind.NEED);

  /// Only needs and the targets of cities have a year until which.
  public static final Set<Kind> DUE = EnumSet.of(Kind.NEED, Kind.CITY);

  public Conditions {
    around = Set.copyOf(around);
    sizes = List.copyOf(sizes);
    money = List.copyOf(money);
    all = List.copyOf(all);
  }

  /// Only names that partners have.
  public static Conditions ofNames(Set<String> keys) {
    Names none = new Names(Set.of(), Set.of());
    return new Conditions(
        new Names(keys, Set.of()),
        none,
        Set.of(),
        false,
        List.of(),
        List.of(),
        Years.ANY,
        Years.ANY,
        List.of());
  }

  /// Its parts. Who writes 吉林市 or Beijing means the city, not also the province of that name;
  /// "open needs" is one part that says a kind and a state.
  public List<Said> said() {
    String city = PhraseMatcher.lower(place());
    List<String> states = written(Sort.STATE, false);
    return all.stream()
        .filter(each -> each.sort != Sort.KIND || !states.contains(each.written))
        .filter(
            each ->
                each.isExcluded
                    || each.sort != Sort.COUNTRY
                    || !city.contains(PhraseMatcher.lower(each.written)))
        .toList();
  }

  /// Words of the city that it names; empty for none.
  public String place() {
    return written(Sort.CITY, false).stream().findFirst().orElse("");
  }

  /// Words of a city in which no hit is; empty for none.
  public String away() {
    return written(Sort.CITY, true).stream().findFirst().orElse("");
  }

  /// Codes of countries and regions.
  public Set<String> countries() {
    return values(false, Sort.COUNTRY);
  }

  /// Codes of countries and regions in which no hit has its seat or place.
  public Set<String> outside() {
    Set<String> outside = new TreeSet<>(values(true, Sort.COUNTRY));
    outside.addAll(values(false, Sort.ABROAD));
    return outside;
  }

  /// Words of the kinds that it asks for.
  public Set<String> kinds() {
    return values(false, Sort.KIND);
  }

  /// What became of projects, see `FacetValues`.
  public Set<String> states() {
    return values(false, Sort.STATE);
  }

  /// Phrases of which no hit has all words: rooftop in "solar not rooftop".
  public List<String> without() {
    return written(Sort.PHRASE, true);
  }

  private Set<String> values(boolean isExcluded, Sort... sorts) {
    return all.stream()
        .filter(each -> each.isExcluded == isExcluded && List.of(sorts).contains(each.sort))
        .flatMap(each -> each.values.stream())
        .collect(Collectors.toSet());
  }

  private List<String> written(Sort sort, boolean isExcluded) {
    return all.stream()
        .filter(each -> each.sort == sort && each.isExcluded == isExcluded)
        .map(Said::written)
        .toList();
  }

  /// The words for states that exclude each other, as "operating" and "failed", or else for years
  /// or sizes that do; empty without.
  public List<String> contradicting() {
    Set<String> states = new TreeSet<>(states());
    states.remove("finished");
    if (states.contains("operating") && states.size() > 1) {
      return written(Sort.STATE, false);
    }
    List<String> dates = written(Sort.DATE, false);
    if (years.isAny() && due.isAny() && dates.size() > 1) {
      return dates;
    }
    List<String> bounds = written(Sort.SIZE, false);
    return sizes.isEmpty() && bounds.size() > 1 ? bounds : List.of();
  }

  /// Whether it asks for a kind at a place or until a year, which needs no other subject.
  public boolean isEnough() {
    return all.stream().anyMatch(each -> each.sort == Sort.KIND)
        && (!place().isEmpty() || !countries().isEmpty() || !due.isAny());
  }

  /// Whether there is one that hits are to meet.
  public boolean isAny() {
    return all.stream().anyMatch(each -> !each.isExcluded);
  }

  /// Whether it bounds sizes or years.
  public boolean isMeasured() {
    return !sizes.isEmpty() || !years.isAny() || !due.isAny();
  }

  /// The kinds that it bounds.
  public Set<Kind> measured() {
    return due.isAny() ? MEASURED : Set.of(Kind.NEED);
  }

  /// Whether it names no partner and nothing stands in quotes.
  public boolean isOnlyKind() {
    return all.stream().noneMatch(each -> each.sort == Sort.NAME || each.sort == Sort.PHRASE);
  }

  /// What stands in quotes, without them.
  public List<String> quoted() {
    return written(Sort.PHRASE, false).stream()
        .map(each -> each.substring(1, each.length() - 1))
        .toList();
  }

  /// The characters of a text that its wanted parts stand for.
  public BitSet places(String text) {
    return places(text, each -> each.sort != Sort.PHRASE);
  }

  /// Those that ask for a kind; none beside a year until which, as the words of a target, like "net
  /// zero by 2040", also describe it.
  public BitSet asking(String text) {
    return places(text, each -> each.sort == Sort.KIND && due.isAny());
  }

  private BitSet places(String text, Predicate<Said> which) {
    return new PhraseMatcher(
            said().stream()
                .filter(each -> !each.isExcluded && which.test(each))
                .map(Said::written)
                .toList())
        .places(PhraseMatcher.lower(text));
  }

  /// Names of partners.
  ///
  /// @param keys as names are kept
  /// @param partners the entries that have them, as deployments keep their partners
  public record Names(Set<String> keys, Set<String> partners) {
    public Names {
      keys = Set.copyOf(keys);
      partners = Set.copyOf(partners);
    }
  }

  /// What a part of a query is about.
  public enum Sort {
    KIND,
    NAME,
    CITY,
    COUNTRY,
    /// In another country than that of its values: 国外.
    ABROAD,
    STATE,
    AMOUNT,
    /// An amount of money that names no currency, and is read as US dollars.
    BARE_AMOUNT,
    /// An amount in yuan.
    YUAN_AMOUNT,
    SIZE,
    DATE,
    DISTANCE,
    PHRASE;

    /// The word in answers.
    public String word() {
      boolean isAmount = this == BARE_AMOUNT || this == YUAN_AMOUNT;
      return Word.of(isAmount ? AMOUNT : this);
    }
  }

  /// A part of a query.
  ///
  /// @param values codes or classes that it stands for; empty for a name or a city
  /// @param isExcluded whether hits must not meet it
  public record Said(Sort sort, String written, Set<String> values, boolean isExcluded) {
    public Said {
      values = Set.copyOf(values);
    }

    public Said(Sort sort, String written, Set<String> values) {
      this(sort, written, values, false);
    }

    public Said(Sort sort, String written) {
      this(sort, written, Set.of(), false);
    }

    public Said excluded() {
      return new Said(sort, written, values, true);
    }

    /// The same with the words as a text has them: San Jose, not san jose.
    public Said as(String text) {
      int at = PhraseMatcher.lower(text).indexOf(PhraseMatcher.lower(written));
      String own = at < 0 ? written : text.substring(at, at + written.length());
      return new Said(sort, own, values, isExcluded);
    }

    public boolean isUnread() {
      return values.isEmpty() && (sort == Sort.AMOUNT || sort == Sort.DISTANCE);
    }
  }
}
