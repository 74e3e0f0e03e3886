package greenpair.search.read;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.concept.NearTerms;
import greenpair.concept.PinyinTerms;
import greenpair.concept.PlainWords;
import greenpair.concept.QueryTranslator;
import greenpair.index.contract.SearchWord;
import greenpair.index.read.Snapshot;
import greenpair.search.settings.SearchSettings;

/// Reads a query: its concepts, then its conditions, then what is left.
public final class QueryReader {
  /// Kinds that should have technologies.
  public static final Set<Kind> CODED = EnumSet.complementOf(EnumSet.of(Kind.CITY, Kind.PROGRAMME));

  private static final double QUARTER = 0.25;

  private final ConceptReader concepts;
  private final ConditionReader conditions;
  private final Supplier<QueryTranslator> translator;
  private final SearchSettings settings;

  public QueryReader(
      Taxonomy taxonomy,
      ConceptFinder finder,
      Supplier<NearTerms> near,
      Supplier<PinyinTerms> pinyin,
      Supplier<PlainWords> plain,
      Supplier<QueryTranslator> translator,
      QueryAmounts amounts,
      SearchSettings settings) {
    this.conditions = new ConditionReader(settings, amounts);
    this.concepts = new ConceptReader(taxonomy, finder, near, pinyin, plain, settings, conditions);
    this.translator = translator;
    this.settings = settings;
  }

  /// Reads a query whole: its conditions, its concepts and the words that are left.
  ///
  /// @param kinds in which entries are looked for
  public ReadQuery read(String text, List<Kind> kinds, Snapshot snapshot) {
    KnownWords known = new KnownWords(kinds, settings, translator.get(), snapshot);
    Interpretation named =
        concepts
            .read(text, known::ofAll, entries(kinds, snapshot))
            .among(kind -> snapshot.count(List.of(kind)) > 0);
    boolean isName = snapshot.texts().isName(kinds, named.text().strip());
    Set<String> begun =
        isName || named.words().isBlank() ? Set.of() : begun(named.text(), kinds, snapshot);
    Conditions all = conditions.read(named, isName, known, snapshot);
    String beside = Interpretation.without(named.words(), all.places(named.searched()));
    // European of "European Investment Ba" is no condition.
    boolean isBegun = !begun.isEmpty() && !settings.isEmpty(beside);
    Conditions said = isBegun ? Conditions.ofNames(Set.of()) : all;
    Interpretation asking = named.among(kind -> said.kinds().contains(kind.word()));
    Interpretation read =
        asking.asked().isEmpty() && said.isMeasured()
            ? named.asking(said.measured()).among(kind -> snapshot.count(List.of(kind)) > 0)
            : asking;
    BitSet ofConditions = said.places(read.searched());
    String unread = Interpretation.without(read.words(), ofConditions);
    List<SearchWord> words = isName ? List.of() : known.ofAll(unread);
    List<String> unmatched = missing(unread, words);
    List<String> left = missing(unread, words.stream().map(each -> each.asWritten(false)).toList());
    boolean isKindAlone =
        !read.asked().isEmpty()
            && read.named().isEmpty()
            && said.isOnlyKind()
            && (said.due().isAny() || !read.asked().contains(Kind.CITY))
            && settings.isEmpty(unread);
    BitSet taken = new PhraseMatcher(unmatched).places(PhraseMatcher.lower(read.searched()));
    taken.or(ofConditions);
    IntStream.range(0, read.words().length())
        .filter(at -> Character.isWhitespace(read.words().charAt(at)))
        .forEach(taken::set);
    return new ReadQuery(
        read, said, isName, begun, isKindAlone, unmatched, left, ofConditions, taken, known);
  }

  private static Set<String> begun(String text, List<Kind> kinds, Snapshot snapshot) {
    return snapshot.texts().begun(kinds.stream().filter(Kind::isPartner).toList(), text.strip());
  }

  private List<String> missing(String text, List<SearchWord> words) {
    return MissingWords.in(text, words, settings.emptyWords(), translator.get()::chinese);
  }

  private QueryRewriter.Entries entries(List<Kind> kinds, Snapshot snapshot) {
    return new QueryRewriter.Entries() {
      @Override
      public boolean hold(String phrase) {
        return snapshot.texts().holds(kinds, phrase);
      }

      @Override
      public Optional<String> heard(String written) {
        return snapshot.texts().heard(kinds.stream().filter(Kind::isPartner).toList(), written);
      }

      @Override
      public Optional<String> slipped(String key) {
        return snapshot.texts().slipped(key);
      }

      @Override
      public boolean isName(String key) {
        return snapshot.texts().isKey(ConditionReader.NAMED, key);
      }

      @Override
      public boolean areNamed(String text) {
        return conditions.isNamed(text, snapshot);
      }

      @Override
      public boolean areBegun(String text) {
        return !begun(text, kinds, snapshot).isEmpty();
      }

      @Override
      public boolean areCoded() {
        return snapshot.coded(CODED) >= QUARTER;
      }

      @Override
      public String written(String term) {
        return snapshot.texts().written(kinds, term);
      }
    };
  }
}
