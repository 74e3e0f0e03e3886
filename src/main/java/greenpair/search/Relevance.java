package greenpair.search;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.config.Lazy;
import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.SearchWord;
import greenpair.index.contract.TranslatedWord;
import greenpair.search.PlannedSearch.PlannedKind;
import greenpair.search.query.SearchQuery;
import greenpair.search.read.Interpretation;
import greenpair.search.read.Passages;
import greenpair.search.read.ReadQuery;
import greenpair.search.settings.NoMatchThreshold;
import greenpair.search.settings.SearchSettings;

/// Whether entries answer a query, by what the best of them has of it, see [NoMatchThreshold].
///
/// The information of a word is its rarity among the entries (idf). A word is matched by an entry
/// that has it or says it in the other language, or by the concept that it names. What is left of
/// the query is compared in meaning with the taxonomy and with what people search elsewhere, and
/// the whole query with the entries.
final class Relevance {
  /// Words, or pairs of Chinese characters, in a query of few: two words or four characters.
  private static final int FEW = 3;

  private final Function<String, Optional<float[]>> direction;
  private final SearchSettings settings;
  private final Lazy<List<float[]>> subjects;
  private final List<float[]> others;

  /// @param direction the vector of a text, of length 1, if there are vectors of words
  Relevance(
      Taxonomy taxonomy, Function<String, Optional<float[]>> direction, SearchSettings settings) {
    this.direction = direction;
    this.settings = settings;
    this.subjects = new Lazy<>(() -> directions(terms(taxonomy)));
    this.others = directions(settings.otherSubjects());
  }

  private static Set<String> terms(Taxonomy taxonomy) {
    Set<String> terms = new LinkedHashSet<>();
    for (Concept concept : taxonomy.concepts()) {
      terms.addAll(concept.terms());
      terms.addAll(concept.problems());
    }
    return terms;
  }

  private List<float[]> directions(Collection<String> texts) {
    return texts.stream().map(direction).flatMap(Optional::stream).toList();
  }

  /// Makes what the first query that needs it would wait for.
  void prepare() {
    subjects.get();
  }

  /// @param coded share of the entries that have technologies, in [0, 1]
  boolean isAnswered(ReadQuery query, Map<Kind, PlannedKind> queries, double coded) {
    Interpretation read = query.concepts();
    boolean isNamed =
        query.isKindAlone()
            || query.isName()
            || !query.begun().isEmpty()
            || !query.conditions().names().keys().isEmpty();
    boolean isAllRead = read.isNamed() && read.words().isBlank();
    if ((isNamed && !queries.isEmpty())
        || isAllRead
        || Passages.isPassage(read.text())
        || queries.values().stream().anyMatch(each -> each.query().isOpen())) {
      return true;
    }
    // A page of what facets leave is ranked anyway; an entry elsewhere only decides if none of
    // these does.
    return isAnswered(read, matched(false, query, queries), queries, coded)
        || (queries.values().stream().anyMatch(each -> each.index().isNarrowed())
            && isAnswered(read, matched(true, query, queries), queries, coded));
  }

  /// Entries and subjects are many: the query and what is left of it are compared with them only if
  /// that can decide.
  private boolean isAnswered(
      Interpretation read, Matched matched, Map<Kind, PlannedKind> queries, double coded) {
    if (matched.isWhole) {
      return true;
    }
    NoMatchThreshold silence = settings.silence();
    float[] query = direction.apply(read.text()).orElse(null);
    float[] rest = direction.apply(matched.rest).orElse(null);
    double least = query == null ? silence.unknown() : -nearest(query, others);
    double other = rest == null ? 0 : nearest(rest, others);
    if (silence.isAnswered(evidence(read, matched, least, -other), coded)) {
      return true;
    }
    double entry =
        query == null
            ? least
            : least
                + queries.values().stream()
                    .mapToDouble(each -> each.index().nearest())
                    .max()
                    .orElse(0);
    DoublePredicate isEnough =
        near -> silence.isAnswered(evidence(read, matched, entry, near - other), coded);
    return isEnough.test(0)
        || (rest != null && isEnough.test(1) && isNear(rest, subjects.get(), isEnough));
  }

  private NoMatchThreshold.Evidence evidence(
      Interpretation read, Matched matched, double entry, double rest) {
    return new NoMatchThreshold.Evidence(
        matched.share,
        matched.information,
        read.isNamed() ? 1 : 0,
        read.endsInConcept() ? 1 : 0,
        read.named().stream()
            .filter(each -> each.reading() == Interpretation.Reading.GUESSED)
            .mapToDouble(Interpretation.Named::weight)
            .max()
            .orElse(0),
        entry,
        rest,
        Passages.isSentence(read.text()) ? rest : Math.max(0, rest - settings.silence().plain()));
  }

  /// The greatest cosine, at least 0.
  private static double nearest(float[] query, Collection<float[]> all) {
    double nearest = 0;
    for (float[] each : all) {
      nearest = Math.max(nearest, cosine(query, each));
    }
    return nearest;
  }

  /// Whether the greatest cosine passes a test that all greater ones pass.
  private static boolean isNear(float[] query, Collection<float[]> all, DoublePredicate isEnough) {
    double nearest = 0;
    for (float[] each : all) {
      double next = cosine(query, each);
      if (next > nearest && isEnough.test(next)) {
        return true;
      }
      nearest = Math.max(nearest, next);
    }
    return false;
  }

  /// Four sums, as each addition waits for the one before.
  private static float cosine(float[] one, float[] other) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int at = 0;
    for (; at + 3 < one.length; at += 4) {
      a += one[at] * other[at];
      b += one[at + 1] * other[at + 1];
      c += one[at + 2] * other[at + 2];
      d += one[at + 3] * other[at + 3];
    }
    for (; at < one.length; at++) {
      a += one[at] * other[at];
    }
    return a + b + c + d;
  }

  /// What the best entry has of a query.
  ///
  /// @param share of the information of the words
  /// @param information of all words
  /// @param rest what it does not have, with blanks in place of the others
  /// @param isWhole whether the query is of few words and the entry has all of them as they are:
  ///     common words have little information, and who asks for `bus` wants what has it; or it
  ///     asks for a kind at a place, and nothing is left of it
  private record Matched(double share, double information, String rest, boolean isWhole) {}

  /// @param isAny whether facets may filter the best entry out
  private Matched matched(boolean isAny, ReadQuery said, Map<Kind, PlannedKind> queries) {
    Interpretation read = said.concepts();
    Kind kind = null;
    EntryQuery.Place best = null;
    for (Map.Entry<Kind, PlannedKind> each : queries.entrySet()) {
      EntryQuery.Place place = each.getValue().index().best(isAny).orElse(null);
      if (place != null && (best == null || place.score() > best.score())) {
        kind = each.getKey();
        best = place;
      }
    }
    if (kind == null || best == null) {
      return new Matched(0, 0, read.searched(), false);
    }
    PlannedKind query = Objects.requireNonNull(queries.get(kind));
    List<SearchWord> words = SearchWord.distinct(said.known().of(read.searched(), kind));
    List<Clause> clauses = words.stream().map(word -> clause(word, read, query.query())).toList();
    boolean[] matches = query.index().matches(clauses, best.doc());
    // Places, kinds and the like are understood beside a technology or each other, whether the
    // entry has their words or not; alone, they say nothing.
    BitSet held = (BitSet) said.ofConditions().clone();
    boolean isSubject = read.isNamed() || said.conditions().isEnough();
    Set<String> terms = new HashSet<>();
    double matched = 0;
    double sayable = 0;
    double all = 0;
    int had = 0;
    int asked = 0;
    for (int i = 0; i < matches.length; i++) {
      SearchWord word = words.get(i);
      double information = word.weight() * word.idf();
      boolean isUnderstood = held.nextClearBit(word.start()) >= word.end();
      // A pair of characters that only spans two words is none, with a particle (热的) or without,
      // nor is a function word that no entry has.
      boolean isAcross =
          word.role() != SearchWord.Role.WORD && said.isAcross(word.start(), word.end());
      boolean isNone =
          isAcross
              || (!word.occurs()
                  && (word.role() == SearchWord.Role.PAIR
                      || (word.role() == SearchWord.Role.FUNCTION && said.conditions().isAny())));
      if (isNone || (isUnderstood && !isSubject && !matches[i])) {
        continue;
      }
      all += information;
      asked++;
      had += matches[i] && (word.occurs() || isSaid(word, query.query())) ? 1 : 0;
      // A word that cannot be said in the language of the entries is no sign against them.
      boolean isMatched = matches[i] || isUnderstood;
      if (isMatched || !query.query().words().isRendered() || isSaid(word, query.query())) {
        sayable += information;
      }
      if (isMatched) {
        matched += information;
        terms.add(word.term());
      }
    }
    said.known().of(read.searched(), kind).stream()
        .filter(word -> terms.contains(word.term()))
        .forEach(word -> held.set(word.start(), word.end()));
    return new Matched(
        sayable == 0 ? 0 : matched / sayable,
        all,
        Interpretation.without(read.searched(), held),
        (asked > 0 && had == asked && asked <= FEW)
            || (said.conditions().isEnough() && matched == sayable));
  }

  private static boolean isSaid(SearchWord word, SearchQuery query) {
    return query.words().rendered().stream()
        .flatMap(List::stream)
        .anyMatch(each -> each.occurs() && each.isOf(word));
  }

  private static Clause clause(SearchWord word, Interpretation read, SearchQuery query) {
    List<Clause> any = new ArrayList<>();
    any.add(new Clause.Word(IndexFields.WORDS, word.term()));
    word.near().forEach(near -> any.add(new Clause.Word(IndexFields.WORDS, near)));
    boolean isOfConcept = read.isOfConcept(word.start(), word.end());
    if (isOfConcept) {
      query
          .concepts()
          .forEach(
              wish -> wish.wanted().keySet().forEach(code -> any.add(new Clause.Concept(code))));
    }
    for (List<TranslatedWord> rendered : query.words().rendered()) {
      for (TranslatedWord each : rendered) {
        if (each.isOf(word)) {
          each.renderings().forEach(said -> any.add(all(said.terms())));
        }
      }
    }
    return Clause.Best.of(any);
  }

  private static Clause all(List<String> terms) {
    return new Clause.All(
        terms.stream().<Clause>map(term -> new Clause.Word(IndexFields.WORDS, term)).toList());
  }
}
