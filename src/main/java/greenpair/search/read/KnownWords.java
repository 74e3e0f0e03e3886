package greenpair.search.read;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.concept.QueryTranslator;
import greenpair.index.contract.SearchWord;
import greenpair.index.contract.TranslatedWord;
import greenpair.index.read.Snapshot;
import greenpair.search.settings.SearchSettings;

/// The words of texts with their statistics in the searched kinds, and their renderings in entries
/// of the other language; each text is analysed once per search.
public final class KnownWords {
  private final List<Kind> kinds;
  private final SearchSettings settings;
  private final QueryTranslator renderer;
  private final Snapshot snapshot;
  private final Map<String, Map<Kind, List<SearchWord>>> read = new HashMap<>();
  private final Map<String, Map<Language, Map<Kind, List<TranslatedWord>>>> rendered =
      new HashMap<>();

  KnownWords(
      List<Kind> kinds, SearchSettings settings, QueryTranslator renderer, Snapshot snapshot) {
    this.kinds = kinds;
    this.settings = settings;
    this.renderer = renderer;
    this.snapshot = snapshot;
  }

  public List<SearchWord> of(String text, Kind kind) {
    return Objects.requireNonNull(byKind(text).get(kind));
  }

  /// The words of a text that are no function words.
  public List<SearchWord> telling(String text, Kind kind) {
    return of(text, kind).stream()
        .filter(SearchWord::isWhole)
        .filter(word -> !settings.isEmpty(text.substring(word.start(), word.end())))
        .toList();
  }

  /// A word occurs if one of the kinds contains it, in either language.
  List<SearchWord> ofAll(String text) {
    List<SearchWord> all = new ArrayList<>();
    for (Kind kind : kinds) {
      List<TranslatedWord> said = said(text, kind);
      for (SearchWord word : of(text, kind)) {
        all.add(isSaid(word, said) ? word.asWritten(true) : word);
      }
    }
    return all;
  }

  /// Whether words of the text hold only a part of those Han characters wherever they occur, as
  /// those of 今天|水质 do of 天水, which is a city elsewhere.
  boolean isCut(String text, String written) {
    return isCut(ofAll(text), text, written);
  }

  /// @param words of the text
  static boolean isCut(List<SearchWord> words, String text, String written) {
    if (!Character.isIdeographic(written.codePointAt(0))) {
      return false;
    }
    List<SearchWord> whole = words.stream().filter(SearchWord::isWhole).toList();
    boolean isCut = false;
    for (int at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
      int start = at;
      int end = at + written.length();
      isCut = whole.stream().anyMatch(word -> word.isAround(start) || word.isAround(end));
      if (!isCut) {
        return false;
      }
    }
    return isCut;
  }

  /// The words of a text in each language in which entries of the kind are described exclusively;
  /// empty for a language without renderings of them.
  List<List<TranslatedWord>> rendered(String text, Kind kind) {
    List<List<TranslatedWord>> all = new ArrayList<>();
    for (Map<Kind, List<TranslatedWord>> each : renderedByLanguage(text).values()) {
      List<TranslatedWord> words = each.getOrDefault(kind, List.of());
      if (words.stream().anyMatch(TranslatedWord::occurs)) {
        all.add(words);
      }
    }
    return all;
  }

  /// The words of what is searched. Those recognised as a concept count less, because the concept
  /// counts too, unless entries have no technologies; none if concepts cover the whole query and
  /// words do not count then, so that both languages find the same by the labels. Those that ask
  /// for a kind count as function words, since its entries need not contain them.
  ///
  /// @param isNamed whether entries have one of the concepts
  /// @param asking characters that ask for a kind
  public List<SearchWord> searched(
      Interpretation read,
      Kind kind,
      boolean isNamed,
      BitSet asking,
      SearchSettings.Weights weights) {
    if (isNamed && read.words().isBlank() && weights.covered() == 0) {
      return List.of();
    }
    boolean isLess = isNamed && weights.read() < 1;
    return of(read.searched(), kind).stream()
        .map(
            word -> {
              if (asking.get(word.start()) || asking.get(word.end() - 1)) {
                return word.as(SearchWord.Role.FUNCTION, settings.empty());
              }
              return isLess && read.isOfConcept(word.start(), word.end())
                  ? word.as(SearchWord.Role.OF_CONCEPT, weights.read())
                  : word;
            })
        .toList();
  }

  /// The same words as other languages say them.
  public List<List<TranslatedWord>> translated(
      Interpretation read, Kind kind, boolean isNamed, SearchSettings.Weights weights) {
    return rendered(read.searched(), kind).stream()
        .map(
            all ->
                all.stream()
                    .map(
                        word ->
                            isNamed && read.isOfConcept(word.start(), word.end())
                                ? word.times(weights.read())
                                : word)
                    .toList())
        .toList();
  }

  /// Whether entries of the kind say more of the words in another language than as they are
  /// written, or the texts of most are in one language only and contain most of the found words as
  /// renderings.
  public boolean isMostlyRendered(
      String text, Kind kind, List<SearchWord> words, List<List<TranslatedWord>> rendered) {
    double written =
        SearchWord.distinct(words).stream()
            .filter(SearchWord::occurs)
            .mapToDouble(word -> word.weight() * word.idf())
            .sum();
    boolean isMore =
        rendered.stream()
            .anyMatch(
                all ->
                    TranslatedWord.distinct(all).stream()
                            .filter(TranslatedWord::isOther)
                            .mapToDouble(word -> word.weight() * word.idf())
                            .sum()
                        > written);
    return isMore || (!rendered.isEmpty() && isMostlyRendered(text, kind));
  }

  private boolean isMostlyRendered(String text, Kind kind) {
    return renderedByLanguage(text).entrySet().stream()
        .filter(each -> isMost(each.getValue().getOrDefault(kind, List.of())))
        .anyMatch(each -> 2 * snapshot.only(kind, each.getKey()) > snapshot.count(List.of(kind)));
  }

  private static boolean isMost(List<TranslatedWord> words) {
    List<TranslatedWord> distinct = TranslatedWord.distinct(words);
    long all = distinct.stream().filter(TranslatedWord::occurs).count();
    return 2 * distinct.stream().filter(TranslatedWord::isOther).count() > all;
  }

  /// The words in each of the kinds.
  public Map<Kind, List<SearchWord>> byKind(String text) {
    return read.computeIfAbsent(
        text,
        key -> {
          Map<Kind, List<SearchWord>> words = snapshot.texts().words(kinds, key);
          words.replaceAll(
              (kind, all) -> {
                List<TranslatedWord> said = said(text, kind);
                return all.stream()
                    .map(word -> isSaid(word, said) ? word.asWritten(false) : word)
                    .map(word -> weighed(text, word))
                    .toList();
              });
          return words;
        });
  }

  private Map<Language, Map<Kind, List<TranslatedWord>>> renderedByLanguage(String text) {
    return rendered.computeIfAbsent(
        text,
        key -> {
          Map<Language, Map<Kind, List<TranslatedWord>>> languages = new EnumMap<>(Language.class);
          String read = text.substring(0, snapshot.texts().readUpTo(text));
          for (Language language : Language.values()) {
            List<Kind> told =
                kinds.stream().filter(kind -> snapshot.only(kind, language) > 0).toList();
            List<QueryTranslator.Source> sources =
                told.isEmpty()
                    ? List.of()
                    : language == Language.EN ? renderer.inEnglish(read) : renderer.inChinese(read);
            if (!sources.isEmpty()) {
              languages.put(language, snapshot.texts().rendered(told, text, sources));
            }
          }
          return languages;
        });
  }

  /// Words that some entry of the kind contains in the other language.
  private List<TranslatedWord> said(String text, Kind kind) {
    return rendered(text, kind).stream()
        .flatMap(List::stream)
        .filter(TranslatedWord::isOther)
        .toList();
  }

  /// A word that an entry contains in the other language is neither missing nor misspelt.
  private static boolean isSaid(SearchWord word, List<TranslatedWord> said) {
    return !word.occurs() && said.stream().anyMatch(each -> each.isOf(word));
  }

  /// Function words count a little, to distinguish texts that are otherwise the same; so does a
  /// pair of characters that is no word and has a particle: 的电 of 洛杉矶的电动公交.
  private SearchWord weighed(String text, SearchWord word) {
    boolean isPair = word.role() == SearchWord.Role.PAIR;
    String written = text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
    boolean isEmpty =
        settings.emptyWords().contains(written)
            || (isPair
                && written
                    .codePoints()
                    .mapToObj(Character::toString)
                    .anyMatch(settings.emptyWords()::contains));
    double weight = isPair ? settings.across() : 1;
    return isEmpty
        ? word.as(SearchWord.Role.FUNCTION, weight * settings.empty())
        : word.as(word.role(), weight);
  }
}
