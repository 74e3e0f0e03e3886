package greenpair.index.read;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Nearest;
import greenpair.concept.QueryTranslator;
import greenpair.index.analysis.NameKeys;
import greenpair.index.analysis.QueryWords;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.SearchWord;
import greenpair.index.contract.TranslatedWord;
import greenpair.index.document.EntryText;
import greenpair.index.document.Phrase;

/// Looks up the words and names of queries in the entries of a [Snapshot].
public record TextLookup(OpenGeneration generation, Deadline deadline) {
  private static final int MOST_SLIPS = 4;

  /// Entries that are read to find a phrase in one of them, or all that have it.
  private static final int FEW = 50;

  /// Entries of a kind that may be meant by the beginning of a name; if more are, none is.
  private static final int MOST_BEGUN = 3;

  private static final int SHORTEST_BEGUN = 5;

  /// The words of a text, parsed once, with their statistics in each of the kinds, in order of
  /// position. Each has the weight 1.
  public Map<Kind, List<SearchWord>> words(Collection<Kind> kinds, String text) {
    return OpenGeneration.read(
        () -> {
          List<QueryWords.Token> tokens = generation.words().read(text);
          Map<String, SpellChecker> slips = slips(kinds, text, tokens);
          Map<Kind, List<SearchWord>> words = new EnumMap<>(Kind.class);
          for (Kind kind : kinds) {
            words.put(kind, search(kind).words(tokens, slips));
          }
          return words;
        });
  }

  /// Words that may be misspelt: no kind has them, and they are no words of English. Of a text with
  /// many, which is a pasted list, only the first are checked.
  private Map<String, SpellChecker> slips(
      Collection<Kind> kinds, String text, List<QueryWords.Token> tokens) throws IOException {
    Map<String, SpellChecker> slips = new HashMap<>();
    int unknown = 0;
    for (QueryWords.Token token : tokens) {
      long known = 0;
      for (Kind kind : kinds) {
        known += token.isHan() ? 1 : search(kind).frequency(token.term());
      }
      String written = text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
      if (known == 0
          && unknown++ < MOST_SLIPS
          && !generation.settings().isEnglish(token.term())
          && !generation.settings().isEnglish(written)) {
        slips.put(token.term(), new SpellChecker(token.term()));
      }
    }
    return slips;
  }

  /// The number of characters of a text that are parsed; of a pasted page, only the first part is
  /// used.
  public int readUpTo(String text) {
    return OpenGeneration.read(() -> generation.words().readUpTo(text));
  }

  /// The words of a text in the other language, with their statistics in each kind.
  ///
  /// @param sources words of the text with all that may say the same
  public Map<Kind, List<TranslatedWord>> rendered(
      Collection<Kind> kinds, String text, List<QueryTranslator.Source> sources) {
    return OpenGeneration.read(
        () -> {
          List<TranslatedWord> words =
              Translations.read(text, sources, generation.words(), deadline);
          Map<Kind, List<TranslatedWord>> rendered = new EnumMap<>(Kind.class);
          for (Kind kind : kinds) {
            rendered.put(kind, search(kind).rendered(words, deadline));
          }
          return rendered;
        });
  }

  /// The words of a query that occur, translated, in an entry described in one language only, each
  /// with the renderings that its texts contain, rarest first.
  public List<TranslatedWord> said(Entry entry, List<TranslatedWord> words) {
    return OpenGeneration.read(() -> Translations.said(entry, words, generation.words()));
  }

  /// Whether the texts of an entry of some kinds contain a phrase, see [Phrase]. Of the entries
  /// with all of its words, only the first of each kind are checked.
  public boolean holds(Collection<Kind> kinds, String phrase) {
    Phrase wanted = new Phrase(phrase);
    List<QueryWords.Token> tokens = OpenGeneration.read(() -> generation.words().read(phrase));
    return first(
            kinds,
            search -> search.withAll(tokens, FEW),
            entry -> wanted.isIn(entry) ? Optional.of(entry) : Optional.empty())
        .isPresent();
  }

  /// The ids of the entries of a kind whose texts contain a phrase.
  public Set<String> holding(Kind kind, String phrase) {
    Phrase wanted = new Phrase(phrase);
    return OpenGeneration.read(
        () -> {
          Set<String> ids = new LinkedHashSet<>();
          for (int doc : search(kind).withAll(generation.words().read(phrase))) {
            Entry entry = index(kind).at(doc);
            if (wanted.isIn(entry)) {
              ids.add(entry.id().value());
            }
          }
          return ids;
        });
  }

  /// Positions in a text of any of the terms: pairs of first character and one past the last, in
  /// order.
  public List<int[]> marks(String text, Set<String> terms) {
    deadline.check();
    return OpenGeneration.read(() -> generation.words().marks(text, terms));
  }

  /// Whether an entry of some kinds has that name, ignoring legal forms and marks.
  public boolean isName(Collection<Kind> kinds, String name) {
    String key = NameKeys.whole(name);
    return !key.isEmpty() && isKey(kinds, key);
  }

  /// Whether an entry of some kinds has a name with that key.
  public boolean isKey(Collection<Kind> kinds, String key) {
    return kinds.stream().anyMatch(kind -> OpenGeneration.read(() -> search(kind).isKey(key)));
  }

  /// The keys of names of some kinds that begin with a text, if it is long and few do.
  public Set<String> begun(Collection<Kind> kinds, String text) {
    String key = NameKeys.key(text);
    Set<String> names = new LinkedHashSet<>();
    // A Chinese character says as much as some Latin letters.
    if (key.length() + key.codePoints().filter(Character::isIdeographic).count() < SHORTEST_BEGUN) {
      return names;
    }
    for (Kind kind : kinds) {
      List<EntryQuery.Place> found =
          OpenGeneration.read(() -> search(kind).typed(text, MOST_BEGUN + 1));
      (found.size() > MOST_BEGUN ? List.<EntryQuery.Place>of() : found)
          .stream()
              .flatMap(place -> EntryText.names(index(kind).at(place.doc())).stream())
              .filter(name -> NameKeys.key(name).startsWith(key))
              .forEach(name -> names.add(NameKeys.whole(name)));
    }
    return names;
  }

  /// A word of the index as an entry of some kinds writes it: "Siemens" for its stem. The term
  /// itself if only a label or a place has it.
  public String written(Collection<Kind> kinds, String term) {
    return first(
            kinds,
            search -> search.with(term),
            entry -> {
              String text = EntryText.all(entry);
              return generation.words().marks(text, Set.of(term)).stream()
                  .findFirst()
                  .map(mark -> text.substring(mark[0], mark[1]));
            })
        .orElse(term);
  }

  /// Those of the parts of a text that are names of entries of the kind, the longest at each place:
  /// the key, and the text as written.
  public Map<String, String> namesIn(Kind kind, List<NameKeys.Window> parts) {
    return OpenGeneration.read(() -> search(kind).namesIn(parts));
  }

  /// The cities within some kilometres of those that have a name with that key, also these.
  public Set<String> around(String key, double kilometres) {
    return OpenGeneration.read(
        () -> {
          Set<String> around = new LinkedHashSet<>();
          for (int doc : search(Kind.CITY).bearers(key)) {
            around.addAll(around(index(Kind.CITY).named(doc).id(), kilometres));
          }
          return around;
        });
  }

  /// The cities within some kilometres of one; none if its place is unknown.
  public Set<String> around(EntryId city, double kilometres) {
    Set<String> around = new LinkedHashSet<>();
    generation
        .cities()
        .get(city)
        .map(CityTraits::place)
        .map(place -> generation.cities().around(place, kilometres))
        .ifPresent(all -> all.forEach(each -> around.add(each.id().value())));
    return around;
  }

  /// The units in which entries of a kind state quantities.
  public List<String> units(Kind kind) {
    return OpenGeneration.read(() -> search(kind).units());
  }

  /// Some entries of a kind that have a name with that key, as deployments keep their partners.
  public Set<String> bearers(Kind kind, String key) {
    return OpenGeneration.read(
        () -> {
          Set<String> bearers = new LinkedHashSet<>();
          for (int doc : search(kind).bearers(key)) {
            bearers.add(IndexFields.partnerTerm(kind, index(kind).named(doc).id()));
          }
          return bearers;
        });
  }

  /// The name of an entry that is pronounced like some Han characters and has one of them at its
  /// place: 蔚来 for 蔚莱.
  public Optional<String> heard(Collection<Kind> kinds, String written) {
    return first(
        kinds,
        search -> search.heard(written),
        entry -> NameKeys.heard(EntryText.names(entry), written));
  }

  /// The name of a city that is one letter away from a key.
  public Optional<String> slipped(String key) {
    return first(
        List.of(Kind.CITY),
        search -> search.near(key),
        city ->
            EntryText.names(city).stream()
                .filter(name -> Nearest.distance(NameKeys.key(name), key, 1) == 1)
                .findFirst());
  }

  private interface Reading<S, T> {
    T of(S from) throws IOException;
  }

  /// What the first of some entries of each kind gives that gives anything.
  private <T> Optional<T> first(
      Collection<Kind> kinds,
      Reading<KindSearch, List<Integer>> docs,
      Reading<Entry, Optional<T>> read) {
    return OpenGeneration.read(
        () -> {
          for (Kind kind : kinds) {
            for (int doc : docs.of(search(kind))) {
              Optional<T> found = read.of(index(kind).at(doc));
              if (found.isPresent()) {
                return found;
              }
            }
          }
          return Optional.empty();
        });
  }

  /// The index of a kind, if the deadline has not passed.
  private KindIndex index(Kind kind) {
    deadline.check();
    return generation.index(kind);
  }

  private KindSearch search(Kind kind) {
    return index(kind).search();
  }
}
