package greenpair.search;

import greenpair.catalog.Kind;
import greenpair.index.analysis.NameKeys;
import greenpair.index.read.Snapshot;
import greenpair.search.query.Intents;
import greenpair.search.query.Passages;
import greenpair.search.query.PhraseMatcher;
import greenpair.search.query.QueryAmounts;
import greenpair.search.query.QueryBounds;
import greenpair.search.query.QueryBounds.Years;
import greenpair.search.query.QueryCountries;
import greenpair.search.settings.SearchSettings;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a query says besides its subject: names, places, states and amounts, wanted or not.
///
/// A passage mentions places, states and amounts without asking for them, and so does a problem
/// that is told in a sentence.
final class ConditionReader {
  /// Characters of a passage that are looked through for names.
  private static final int MOST_READ = 4_000;

  private static final Pattern GAPS = Pattern.compile("\\s{2,}");

  private static final Pattern QUOTED = Pattern.compile("[\"“”„][^\"“”„]{2,80}[\"“”]");

  private final SearchSettings settings;
  private final QueryAmounts amounts;
  private final Intents intents;
  private final QueryCountries countries;
  private final QueryCountries states;
  private final PhraseMatcher near;

  ConditionReader(SearchSettings settings, QueryAmounts amounts) {
    this.amounts = amounts;
    this.settings = settings;
    this.intents = new Intents(settings.asks());
    this.countries = QueryCountries.all(settings.countries(), settings.noCountry());
    this.states = new QueryCountries(settings.states(), Set.of());
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
    said.addAll(countries.written(text, written -> false).keySet());
    said.addAll(states.written(text, written -> false).keySet());
    amounts.in(text).forEach(each -> said.add(each.written()));
    QueryBounds.years(text, Years.ANY.until()).forEach(each -> said.add(each.written()));
    QueryBounds.distance(text).ifPresent(each -> said.add(each.written()));
    BitSet places = new PhraseMatcher(said).places(PhraseMatcher.lower(text));
    places.or(near.places(PhraseMatcher.lower(text)));
    return places;
  }

  /// Whether a text names a partner, a city, a country or a region.
  boolean isNamed(String text, Collection<Kind> kinds, Snapshot snapshot) {
    return !text.isBlank()
        && (!countries.of(text, written -> false).isEmpty()
            || NameKeys.windows(text).stream()
                .anyMatch(each -> snapshot.texts().isKey(kinds, each.key())));
  }

  /// @param isName whether an entry has exactly that name
  Conditions read(
      Interpretation understanding, boolean isName, KnownWords known, Snapshot snapshot) {
    String whole = understanding.text().strip();
    if (isName) {
      return Conditions.ofNames(Set.of());
    }
    Predicate<String> isCut = written -> known.isCut(whole, written);
    if (Passages.isPassage(whole)) {
      String read = whole.substring(0, Math.min(MOST_READ, whole.length()));
      Set<String> keys = new LinkedHashSet<>(partners(read, isCut, snapshot).keySet());
      keys.removeIf(key -> !Passages.tells(key));
      return Conditions.ofNames(keys);
    }
    List<Conditions.Said> said = new ArrayList<>();
    intents
        .of(whole)
        .forEach(
            (kind, all) ->
                all.forEach(
                    written ->
                        said.add(
                            new Conditions.Said(
                                Conditions.Sort.KIND, written, Set.of(kind.word()), false))));
    String wanted = understanding.searched();
    String unwanted = understanding.unwanted();
    boolean isTold = understanding.isProblem() && Passages.isSentence(whole);
    Map<String, String> keys = partners(wanted, isCut, snapshot);
    Map<String, String> notKeys = partners(unwanted, written -> false, snapshot);
    say(Conditions.Sort.NAME, keys.values(), false, said);
    say(Conditions.Sort.NAME, notKeys.values(), true, said);
    Map.Entry<String, String> city = city(wanted, isCut, snapshot);
    Map.Entry<String, String> away = city(unwanted, written -> false, snapshot);
    QueryBounds.Distance distance = QueryBounds.distance(wanted).orElse(null);
    Set<String> around = around(city, wanted, distance, snapshot);
    if (distance != null) {
      said.add(said(distance.written(), distance.kilometres(), !around.isEmpty()));
    } else if (!around.isEmpty()) {
      near.in(PhraseMatcher.lower(wanted))
          .forEach(each -> said.add(said(each, settings.near().kilometres(), true)));
    }
    if (city != null) {
      say(Conditions.Sort.CITY, List.of(city.getValue()), false, said);
    }
    if (away != null) {
      say(Conditions.Sort.CITY, List.of(away.getValue()), true, said);
    }
    Set<String> in =
        isTold
            ? Set.of()
            : say(Conditions.Sort.COUNTRY, countries, without(wanted, keys), isCut, false, said);
    // Who writes 吉林市 or Beijing means the city, not also the province of that name.
    String cityName = city == null ? "" : city.getValue().toLowerCase(Locale.ROOT);
    said.removeIf(
        each ->
            each.sort() == Conditions.Sort.COUNTRY
                && cityName.contains(each.written().toLowerCase(Locale.ROOT)));
    Set<String> outside =
        say(
            Conditions.Sort.COUNTRY,
            countries,
            without(unwanted, notKeys),
            written -> false,
            true,
            said);
    Set<String> what =
        isTold
            ? Set.of()
            : say(Conditions.Sort.STATE, states, wanted, written -> false, false, said);
    Set<String> tickets = new LinkedHashSet<>();
    List<QueryAmounts.Size> sizes = new ArrayList<>();
    String measured =
        distance == null
            ? wanted
            : wanted.replace(distance.written(), " ".repeat(distance.written().length()));
    for (QueryAmounts.Amount each :
        isTold ? List.<QueryAmounts.Amount>of() : amounts.in(measured)) {
      tickets.addAll(each.tickets());
      if (each.size() != null) {
        sizes.add(each.size());
      }
      said.add(said(each));
    }
    boolean isContradicting =
        sizes.stream().anyMatch(each -> sizes.stream().anyMatch(each::excludes));
    Years years = Years.ANY;
    boolean isBounded = !isTold || understanding.isNamed();
    int now = snapshot.manifest().created().atZone(ZoneOffset.UTC).getYear();
    for (QueryBounds.Dated each :
        isBounded ? QueryBounds.years(wanted, now) : List.<QueryBounds.Dated>of()) {
      years = years.and(each.years());
      said.add(
          new Conditions.Said(
              Conditions.Sort.DATE, each.written(), Set.of(each.years().word()), false));
    }
    QUOTED
        .matcher(wanted)
        .results()
        .forEach(each -> say(Conditions.Sort.PHRASE, List.of(each.group()), false, said));
    List<String> without = without(understanding, snapshot);
    say(Conditions.Sort.PHRASE, without, true, said);
    return new Conditions(
        names(keys.keySet(), snapshot),
        names(notKeys.keySet(), snapshot),
        city == null ? "" : city.getValue(),
        around,
        distance != null && !around.isEmpty(),
        in,
        outside,
        away == null ? "" : away.getValue(),
        without,
        what,
        tickets,
        isContradicting ? List.of() : sizes,
        years.isEmpty() ? Years.ANY : years,
        said.stream().map(each -> each.as(whole)).toList());
  }

  /// What is not wanted and names nothing; who tells a problem excludes nothing by "not".
  private List<String> without(Interpretation understanding, Snapshot snapshot) {
    return Passages.isSentence(understanding.text())
        ? List.of()
        : GAPS.splitAsStream(understanding.unwanted())
            .map(String::strip)
            .filter(each -> !settings.isEmpty(each))
            .filter(each -> !settings.replaced().contains(each.toLowerCase(Locale.ROOT)))
            .filter(each -> !isNamed(each, SearchPlanner.NAMED, snapshot))
            .filter(each -> understanding.excluded().stream().noneMatch(of(each)))
            .toList();
  }

  private static Predicate<Interpretation.Named> of(String phrase) {
    return named -> phrase.contains(named.written());
  }

  private static Conditions.Said said(QueryAmounts.Amount amount) {
    if (amount.size() != null) {
      return new Conditions.Said(
          Conditions.Sort.SIZE, amount.written(), Set.of(amount.size().word()), false);
    }
    Conditions.Sort sort =
        amount.tickets().isEmpty()
            ? Conditions.Sort.AMOUNT
            : switch (amount.currency()) {
              case "assumed_dollars" -> Conditions.Sort.BARE_AMOUNT;
              case "yuan", "assumed_yuan" -> Conditions.Sort.YUAN_AMOUNT;
              default -> Conditions.Sort.AMOUNT;
            };
    return new Conditions.Said(sort, amount.written(), amount.tickets(), false);
  }

  private static Conditions.Said said(String written, double kilometres, boolean isRead) {
    Set<String> values = isRead ? Set.of(Long.toString(Math.round(kilometres))) : Set.of();
    return new Conditions.Said(Conditions.Sort.DISTANCE, written, values, false);
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
    return snapshot.texts().namesIn(Kind.CITY, NameKeys.windows(text)).entrySet().stream()
        .filter(each -> !isCut.test(each.getValue()))
        .findFirst()
        .orElse(null);
  }

  private static String without(String text, Map<String, String> names) {
    return new PhraseMatcher(names.values()).without(text);
  }

  private static void say(
      Conditions.Sort sort,
      Collection<String> written,
      boolean isExcluded,
      List<Conditions.Said> said) {
    written.forEach(each -> said.add(new Conditions.Said(sort, each, Set.of(), isExcluded)));
  }

  private static Set<String> say(
      Conditions.Sort sort,
      QueryCountries words,
      String text,
      Predicate<String> isCut,
      boolean isExcluded,
      List<Conditions.Said> said) {
    Map<String, Set<String>> found = words.written(text, isCut);
    Set<String> codes = new LinkedHashSet<>();
    found.forEach(
        (written, each) -> {
          codes.addAll(each);
          said.add(new Conditions.Said(sort, written, each, isExcluded));
        });
    return codes;
  }
}
