package greenpair.search;

import greenpair.search.query.PhraseMatcher;
import greenpair.search.query.QueryAmounts;
import greenpair.search.query.QueryBounds.Years;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a query says besides its subject.
///
/// @param names of partners that hits should have or be of
/// @param unwanted names of partners that no hit has
/// @param place words of the city that it names; empty for none
/// @param around ids of the cities near it, if the query asks for these too
/// @param isWithin whether hits must be in one of these
/// @param countries codes of countries and regions
/// @param outside codes of countries and regions in which no hit has its seat or place
/// @param away words of a city in which no hit is; empty for none
/// @param without phrases of which no hit has all words: rooftop in "solar not rooftop"
/// @param states what became of projects, see `FacetValues`
/// @param tickets classes of deal sizes, see `Facet`
/// @param sizes of projects and needs
/// @param years in which projects began and needs were stated; all if none are in the query
/// @param said its parts as they were written, in order of kind
record Conditions(
    Names names,
    Names unwanted,
    String place,
    Set<String> around,
    boolean isWithin,
    Set<String> countries,
    Set<String> outside,
    String away,
    List<String> without,
    Set<String> states,
    Set<String> tickets,
    List<QueryAmounts.Size> sizes,
    Years years,
    List<Said> said) {
  Conditions {
    around = Set.copyOf(around);
    countries = Set.copyOf(countries);
    outside = Set.copyOf(outside);
    states = Set.copyOf(states);
    tickets = Set.copyOf(tickets);
    without = List.copyOf(without);
    sizes = List.copyOf(sizes);
    said = List.copyOf(said);
  }

  /// Only names that partners have.
  static Conditions ofNames(Set<String> keys) {
    return new Conditions(
        new Names(keys, Set.of()),
        new Names(Set.of(), Set.of()),
        "",
        Set.of(),
        false,
        Set.of(),
        Set.of(),
        "",
        List.of(),
        Set.of(),
        Set.of(),
        List.of(),
        Years.ANY,
        List.of());
  }

  /// The words for states that exclude each other, as "operating" and "failed", or else for years
  /// or sizes that do; empty without.
  List<String> contradicting() {
    if (states.contains("operating") && states.size() > 1) {
      return written(Sort.STATE);
    }
    List<String> dates = written(Sort.DATE);
    if (years.isAny() && dates.size() > 1) {
      return dates;
    }
    List<String> bounds = written(Sort.SIZE);
    return sizes.isEmpty() && bounds.size() > 1 ? bounds : List.of();
  }

  private List<String> written(Sort sort) {
    return said.stream()
        .filter(each -> each.sort == sort && !each.isExcluded)
        .map(Said::written)
        .toList();
  }

  /// Whether it asks for a kind at a place, which needs no other subject.
  boolean isEnough() {
    return said.stream().anyMatch(each -> each.sort == Sort.KIND)
        && (!place.isEmpty() || !countries.isEmpty());
  }

  /// Whether it bounds sizes or years.
  boolean isMeasured() {
    return !sizes.isEmpty() || !years.isAny();
  }

  /// Whether it names no partner and nothing stands in quotes.
  boolean isOnlyKind() {
    return said.stream().noneMatch(each -> each.sort == Sort.NAME || each.sort == Sort.PHRASE);
  }

  /// What stands in quotes; empty for nothing.
  String quoted() {
    return said.stream()
        .filter(each -> each.sort == Sort.PHRASE && !each.isExcluded)
        .map(Said::written)
        .collect(Collectors.joining(" "));
  }

  /// The characters of a text that its wanted parts stand for.
  BitSet places(String text) {
    return new PhraseMatcher(
            said.stream()
                .filter(each -> !each.isExcluded && each.sort != Sort.PHRASE)
                .map(Said::written)
                .toList())
        .places(PhraseMatcher.lower(text));
  }

  /// Names of partners.
  ///
  /// @param keys as names are kept
  /// @param partners the entries that have them, as deployments keep their partners
  record Names(Set<String> keys, Set<String> partners) {
    Names {
      keys = Set.copyOf(keys);
      partners = Set.copyOf(partners);
    }
  }

  /// What a part of a query is about.
  enum Sort {
    KIND,
    NAME,
    CITY,
    COUNTRY,
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
    String word() {
      boolean isAmount = this == BARE_AMOUNT || this == YUAN_AMOUNT;
      return (isAmount ? AMOUNT : this).name().toLowerCase(Locale.ROOT);
    }
  }

  /// A part of a query.
  ///
  /// @param values codes or classes that it stands for; empty for a name or a city
  /// @param isExcluded whether hits must not meet it
  record Said(Sort sort, String written, Set<String> values, boolean isExcluded) {
    Said {
      values = Set.copyOf(values);
    }

    /// The same with the words as a text has them: San Jose, not san jose.
    Said as(String text) {
      int at = PhraseMatcher.lower(text).indexOf(PhraseMatcher.lower(written));
      String own = at < 0 ? written : text.substring(at, at + written.length());
      return new Said(sort, own, values, isExcluded);
    }

    boolean isUnread() {
      return values.isEmpty() && (sort == Sort.AMOUNT || sort == Sort.DISTANCE);
    }
  }
}
