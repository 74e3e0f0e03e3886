package greenpair.search.read;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.index.analysis.NameKeys;
import greenpair.index.read.Snapshot;
import greenpair.search.read.Conditions.Said;
import greenpair.search.read.Conditions.Sort;
import greenpair.search.read.QueryBounds.Years;
import greenpair.search.settings.SearchSettings;
import org.jspecify.annotations.Nullable;

/// Reads what a query says besides its subject: names, places, states and amounts, wanted or not.
///
/// A passage mentions places, states and amounts without asking for them, and so does a problem
/// that is told in a sentence.
final class ConditionReader {
  /// Kinds whose names a query may contain.
  static final Set<Kind> NAMED = EnumSet.of(Kind.FIRM, Kind.FINANCIER, Kind.EXPERT, Kind.CITY);

  /// Characters of a passage that are looked through for names.
  private static final int MOST_READ = 4_000;

  private static final Pattern GAPS = Pattern.compile("\\s{2,}");

  /// In lower case it is a pronoun.
  private static final Pattern US = Pattern.compile("(?<![\\p{L}\\p{N}])US(?![\\p{L}\\p{N}])");

  private static final Pattern QUOTED = Pattern.compile("[\"“”„][^\"“”„]{2,80}[\"“”]");

  private final SearchSettings settings;
  private final QueryAmounts amounts;
  private final Intents intents;
  private final QueryCountries countries;
  private final QueryCountries abroad;
  private final QueryCountries states;
  private final PhraseMatcher near;

  ConditionReader(SearchSettings settings, QueryAmounts amounts) {
    this.amounts = amounts;
    this.settings = settings;
    this.intents = new Intents(settings.asks(), settings.noAsk());
    this.countries = QueryCountries.all(settings.countries(), settings.noCountry());
    this.abroad = new QueryCountries(settings.abroad(), settings.noCountry());
    this.states = new QueryCountries(settings.states(), settings.noState());
    this.near = new PhraseMatcher(settings.near().words());
  }

  /// The characters of a text that stand in quotes.
  static BitSet quoted(String text) {
    BitSet quoted = new BitSet();
    QUOTED.matcher(text).results().forEach(each -> quoted.set(each.start(), each.end()));
    return quoted;
  }

  /// The characters of a typed text that say a kind, a country, a state, a size, a year or a
  /// distance, so that nothing else is guessed from them.
  BitSet places(String text) {
    List<String> said = new ArrayList<>();
    intents.of(text).values().forEach(said::addAll);
    said.addAll(countries.written(text, ConditionReader::never).keySet());
    said.addAll(abroad.written(text, ConditionReader::never).keySet());
    said.addAll(states.written(text, ConditionReader::never).keySet());
    amounts.in(text).forEach(each -> said.add(each.written()));
    QueryBounds.years(text, Years.ANY.until()).forEach(each -> said.add(each.written()));
    QueryBounds.distance(text).ifPresent(each -> said.add(each.written()));
    BitSet places = new PhraseMatcher(said).places(PhraseMatcher.lower(text));
    places.or(near.places(PhraseMatcher.lower(text)));
    return places;
  }

  private static boolean never(String written) {
    return false;
  }

  /// Whether a text names a partner, a city, a country or a region.
  boolean isNamed(String text, Snapshot snapshot) {
    return !text.isBlank()
        && (!countries.written(text, ConditionReader::never).isEmpty()
            || NameKeys.places(text).stream()
                .anyMatch(each -> snapshot.texts().isKey(NAMED, each.key())));
  }

  /// @param isName whether an entry has exactly that name
  Conditions read(Interpretation read, boolean isName, KnownWords known, Snapshot snapshot) {
    String whole = read.text().strip();
    if (isName) {
      return Conditions.ofNames(Set.of());
    }
    Predicate<String> isCut = written -> known.isCut(whole, written);
    if (Passages.isPassage(whole)) {
      String begin = whole.substring(0, Math.min(MOST_READ, whole.length()));
      Set<String> keys = new LinkedHashSet<>(partners(begin, isCut, snapshot).keySet());
      keys.removeIf(key -> !Passages.tells(key));
      return Conditions.ofNames(keys);
    }
    String wanted = read.searched();
    String unwanted = read.unwanted();
    boolean isTold = read.isProblem() && read.isSentence();
    boolean isUnbound = isTold && !read.isNamed();
    Map<String, String> names = partners(wanted, isCut, snapshot);
    Map<String, String> others = partners(unwanted, ConditionReader::never, snapshot);
    Map.Entry<String, String> city = city(without(wanted, names), isCut, snapshot);
    Map.Entry<String, String> away = city(unwanted, ConditionReader::never, snapshot);
    QueryBounds.Distance distance = QueryBounds.distance(wanted).orElse(null);
    Set<String> around = around(city, wanted, distance, snapshot);
    List<QueryAmounts.Amount> measured =
        isUnbound ? List.of() : amounts.in(without(wanted, distance));
    int now = snapshot.manifest().created().atZone(ZoneOffset.UTC).getYear();
    // Of needs and cities, a year to come is a deadline or a target; cities have no other year.
    boolean isAhead = !read.asked().isEmpty() && Conditions.DUE.containsAll(read.asked());
    List<QueryBounds.Dated> dates =
        isUnbound ? List.of() : QueryBounds.years(wanted, isAhead ? Years.ANY.until() : now);
    Predicate<QueryBounds.Dated> isDue =
        each ->
            each.isDue() || (isAhead && (each.isAfter(now) || read.asked().contains(Kind.CITY)));
    List<Said> said = new ArrayList<>();
    Map<String, Set<String>> kinds = new LinkedHashMap<>();
    // 银行 of 世界银行 asks for no bank.
    intents
        .of(without(whole, names))
        .forEach(
            (kind, words) ->
                words.forEach(
                    each -> kinds.computeIfAbsent(each, key -> new TreeSet<>()).add(kind.word())));
    kinds.forEach((each, all) -> said.add(new Said(Sort.KIND, each, all)));
    names.values().forEach(each -> said.add(new Said(Sort.NAME, each)));
    others.values().forEach(each -> said.add(new Said(Sort.NAME, each).excluded()));
    said.addAll(distances(wanted, distance, !around.isEmpty()));
    if (city != null) {
      said.add(new Said(Sort.CITY, city.getValue()));
    }
    if (away != null) {
      said.add(new Said(Sort.CITY, away.getValue()).excluded());
    }
    if (!isTold) {
      countries
          .written(without(wanted, names), isCut)
          .forEach((each, codes) -> said.add(new Said(Sort.COUNTRY, each, codes)));
    }
    if (US.matcher(wanted).find() && wanted.chars().anyMatch(Character::isLowerCase)) {
      said.add(new Said(Sort.COUNTRY, "US", Set.of("US")));
    }
    abroad
        .written(wanted, isCut)
        .forEach((each, codes) -> said.add(new Said(Sort.ABROAD, each, codes)));
    countries
        .written(without(unwanted, others), ConditionReader::never)
        .forEach((each, codes) -> said.add(new Said(Sort.COUNTRY, each, codes).excluded()));
    if (!isTold) {
      states
          .written(wanted, ConditionReader::never)
          .forEach((each, codes) -> said.add(new Said(Sort.STATE, each, codes)));
    }
    measured.forEach(each -> said.add(said(each)));
    dates.forEach(
        each -> said.add(new Said(Sort.DATE, each.written(), Set.of(each.years().word()))));
    QUOTED.matcher(wanted).results().forEach(each -> said.add(new Said(Sort.PHRASE, each.group())));
    without(read, snapshot).forEach(each -> said.add(new Said(Sort.PHRASE, each).excluded()));
    return new Conditions(
        names(names.keySet(), snapshot),
        names(others.keySet(), snapshot),
        around,
        distance != null && !around.isEmpty(),
        QueryAmounts.Size.consistent(measured),
        measured.stream().filter(each -> each.dollars() != null).toList(),
        years(dates, isDue.negate()),
        years(dates, isDue),
        said.stream().map(each -> each.as(whole)).toList());
  }

  private static Years years(List<QueryBounds.Dated> all, Predicate<QueryBounds.Dated> wanted) {
    return all.stream()
        .filter(wanted)
        .map(QueryBounds.Dated::years)
        .reduce(Years.ANY, Years::and)
        .orAny();
  }

  /// What is not wanted and names nothing; who tells a problem excludes nothing by "not".
  private List<String> without(Interpretation read, Snapshot snapshot) {
    return read.isSentence()
        ? List.of()
        : GAPS.splitAsStream(read.unwanted())
            .map(String::strip)
            .filter(each -> !settings.isEmpty(each))
            .filter(each -> !settings.replaced().contains(each.toLowerCase(Locale.ROOT)))
            .filter(each -> !isNamed(each, snapshot))
            .filter(each -> read.excluded().stream().noneMatch(of(each)))
            .toList();
  }

  private static Predicate<Interpretation.Named> of(String phrase) {
    return named -> phrase.contains(named.written());
  }

  private static Said said(QueryAmounts.Amount amount) {
    if (amount.size() != null) {
      return new Said(Sort.SIZE, amount.written(), Set.of(amount.size().word()));
    }
    if (amount.dollars() == null) {
      return new Said(Sort.AMOUNT, amount.written());
    }
    Sort sort =
        switch (amount.currency()) {
          case "assumed_dollars" -> Sort.BARE_AMOUNT;
          case "yuan", "assumed_yuan" -> Sort.YUAN_AMOUNT;
          default -> Sort.AMOUNT;
        };
    return new Said(sort, amount.written(), amount.dollars().classes());
  }

  /// @param isRead whether there is a city from which it is measured
  private List<Said> distances(
      String text, QueryBounds.@Nullable Distance distance, boolean isRead) {
    Collection<String> written =
        distance != null
            ? List.of(distance.written())
            : isRead ? near.in(PhraseMatcher.lower(text)) : List.of();
    double kilometres = distance == null ? settings.near().kilometres() : distance.kilometres();
    Set<String> values = isRead ? Set.of(Long.toString(Math.round(kilometres))) : Set.of();
    return written.stream().map(each -> new Said(Sort.DISTANCE, each, values)).toList();
  }

  /// The cities within a distance of one or near it, if a text asks for these.
  private Set<String> around(
      Map.@Nullable Entry<String, String> city,
      String text,
      QueryBounds.@Nullable Distance distance,
      Snapshot snapshot) {
    if (city == null || (distance == null && !near.isIn(PhraseMatcher.lower(text)))) {
      return Set.of();
    }
    double kilometres = distance == null ? settings.near().kilometres() : distance.kilometres();
    return snapshot.texts().around(city.getKey(), kilometres);
  }

  /// The names of partners in a text, by key, without those that are only part of another word or
  /// of the name of a country.
  private Map<String, String> partners(String text, Predicate<String> isCut, Snapshot snapshot) {
    String lower = PhraseMatcher.lower(text);
    List<NameKeys.Window> windows = NameKeys.windows(text);
    Map<String, String> names = new LinkedHashMap<>();
    for (Kind kind : Kind.PARTNERS) {
      snapshot
          .texts()
          .namesIn(kind, windows)
          .forEach(
              (key, written) -> {
                if (!isCut.test(written) && !countries.contain(written, lower)) {
                  names.put(key, written);
                }
              });
    }
    return names;
  }

  private static Conditions.Names names(Set<String> keys, Snapshot snapshot) {
    Set<String> partners = new LinkedHashSet<>();
    for (Kind kind : Kind.PARTNERS) {
      keys.forEach(key -> partners.addAll(snapshot.texts().bearers(kind, key)));
    }
    return new Conditions.Names(keys, partners);
  }

  private static Map.@Nullable Entry<String, String> city(
      String text, Predicate<String> isCut, Snapshot snapshot) {
    return snapshot.texts().namesIn(Kind.CITY, NameKeys.places(text)).entrySet().stream()
        .filter(each -> !isCut.test(each.getValue()))
        .findFirst()
        .orElse(null);
  }

  private static String without(String text, Map<String, String> names) {
    BitSet places = new PhraseMatcher(names.values()).places(PhraseMatcher.lower(text));
    return Interpretation.without(text, places);
  }

  private static String without(String text, QueryBounds.@Nullable Distance distance) {
    return distance == null
        ? text
        : text.replace(distance.written(), " ".repeat(distance.written().length()));
  }
}
