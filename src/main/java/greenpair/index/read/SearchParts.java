package greenpair.index.read;

import greenpair.catalog.Code;
import greenpair.index.analysis.NameKeys;
import greenpair.index.analysis.Strengths;
import greenpair.index.contract.SearchQuery;
import greenpair.index.contract.TranslatedWord;
import greenpair.index.document.SearchFields;
import greenpair.text.Pinyin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The parts of a search score as Lucene queries, each with scores in [0, 1].
///
/// - `concepts`: (best + s x mean of the others) / (1 + s) over the wanted concepts, each the best
///   of place x relation over the entry's codes, stored in one posting, see `ConceptFields`.
/// - `labels`, `words`: sum over words of rarity x BM25F saturation, over the sum of rarities. The
///   weights of fields are in the index, so a word is one posting too.
/// - `name`: 1 for the whole name, 0.9 for one inside the query or for a case of its bearer, else
///   the same sum over the names alone, or the sound.
/// - `place`: 1 for what belongs to the city that the query names or is proven in it, or to one of
///   the countries that it names; of a city and countries, the city counts most of it.
/// - `state`: 1 for what ended, is planned or is being built, as the query says.
/// - `similar`: how near the meaning of its texts is, see `SearchSettings.Nearness`.
record SearchParts(LiveSearcher searcher, SearchSettings settings, Strengths strengths) {
  /// Words that take part in scoring, the rarest first.
  private static final int MOST_WORDS = 32;

  /// From this number of Latin words without a concept, a single matching word is not enough
  /// ("world" of a world cup). Pairs of Chinese characters need no such rule, because a single pair
  /// has a low score.
  private static final int MANY = 3;

  /// Lucene takes 1,024 terms of a query. Words, labels, names and concepts have up to 500 of them,
  /// and renderings may occur in it four times: in two languages, in texts and in names.
  private static final int MOST_RENDERED = 120;

  private static final float LIKE_A_NAME = 0.9f;
  private static final int SHORTEST_SOUND = 2;
  private static final int LONGEST_NAME = 60;

  /// A part of the score: its query and its share.
  record Addend(Query query, double weight) {}

  /// Minimum number of words that an entry must contain to match by words.
  static int least(SearchQuery query) {
    long latin =
        whole(query.words()).filter(term -> !Character.isIdeographic(term.codePointAt(0))).count();
    return query.concepts().isEmpty() && latin >= MANY ? 2 : 1;
  }

  /// The same in the name of an entry. A single word of a proper name is not the name: 世界 (world)
  /// of 世界杯 (World Cup) is also in 世界银行 (World Bank).
  private static int leastInName(SearchQuery query) {
    boolean isFragment = query.concepts().isEmpty() && !query.isTitled();
    return isFragment && whole(query.words()).count() >= MANY ? 2 : 1;
  }

  /// @param similar the query that scores similarity in meaning; null if there is none
  Map<SearchSettings.Part, Addend> of(SearchQuery query, @Nullable Query similar) {
    List<SearchQuery.Word> labels = query.labels();
    List<SearchQuery.Word> words = query.words();
    int least = least(query);
    Map<SearchSettings.Part, Query> parts = new EnumMap<>(SearchSettings.Part.class);
    if (!query.concepts().isEmpty()) {
      parts.put(SearchSettings.Part.CONCEPTS, concepts(query.concepts()));
    }
    if (!labels.isEmpty()) {
      parts.put(SearchSettings.Part.LABELS, words(labels, SearchFields.WORDS, 1));
    }
    if (!words.isEmpty()) {
      parts.put(SearchSettings.Part.WORDS, words(query, SearchFields.WORDS, least));
    }
    if (!query.name().isBlank() || !query.named().isEmpty()) {
      parts.put(SearchSettings.Part.NAME, name(query, least));
    }
    // A place alone does not find entries: it only raises those that a concept finds.
    boolean isPlaced = !query.place().isEmpty() || !query.countries().isEmpty();
    if (isPlaced && !query.concepts().isEmpty()) {
      parts.put(SearchSettings.Part.PLACE, PlaceQuery.of(query, settings.near().share()));
    }
    if (!query.states().isEmpty() && !query.concepts().isEmpty()) {
      parts.put(SearchSettings.Part.STATE, states(query.states()));
    }
    if (similar != null) {
      parts.put(SearchSettings.Part.SIMILAR, similar);
    }
    double sum = parts.keySet().stream().mapToDouble(part -> share(part, query)).sum();
    Map<SearchSettings.Part, Addend> addends = new LinkedHashMap<>();
    parts.forEach(
        (part, each) ->
            addends.put(part, new Addend(each, share(part, query) * query.share() / sum)));
    return addends;
  }

  /// Guessed concepts count less and leave a greater share to the written words.
  private double share(SearchSettings.Part part, SearchQuery query) {
    double sure = query.concepts().stream().mapToDouble(SearchQuery.Wish::weight).max().orElse(1);
    return switch (part) {
      case CONCEPTS, LABELS -> settings.part(part) * sure;
      case WORDS -> settings.part(part) * (query.isConditioned() ? settings.conditions() : 1);
      case PLACE, STATE, SIMILAR -> settings.part(part);
      case NAME ->
          query.isName()
              ? settings.wholeName()
              : query.named().isEmpty() ? settings.part(part) : settings.nameInside();
    };
  }

  /// Different words, and pairs of characters within a word.
  private static Stream<String> whole(List<SearchQuery.Word> words) {
    return words.stream().filter(word -> word.weight() == 1).map(SearchQuery.Word::term).distinct();
  }

  private Query concepts(List<SearchQuery.Wish> wishes) {
    List<Query> each = new ArrayList<>();
    double surest = wishes.stream().mapToDouble(SearchQuery.Wish::weight).max().orElse(1);
    double several = wishes.size() == 1 ? 0 : settings.several();
    float all = (float) (1 + several);
    for (SearchQuery.Wish wish : wishes) {
      each.add(new BoostQuery(concept(wish), (float) (wish.weight() / surest / all)));
    }
    return new DisjunctionMaxQuery(each, (float) (several / Math.max(1, wishes.size() - 1)));
  }

  private Query concept(SearchQuery.Wish wish) {
    if (wish.wanted().isEmpty()) {
      return codes(wish);
    }
    List<Query> any = new ArrayList<>();
    wish.wanted()
        .forEach(
            (code, share) -> {
              Term term = new Term(SearchFields.CONCEPT, code.value());
              any.add(new BoostQuery(searcher.query(term), share.floatValue()));
            });
    return new DisjunctionMaxQuery(any, 0);
  }

  /// Codes with the same weight are searched together.
  private Query codes(SearchQuery.Wish wish) {
    Map<Float, Map<String, List<BytesRef>>> groups = new TreeMap<>();
    for (Map.Entry<Code, Double> fit : wish.fits().entrySet()) {
      group(groups, SearchFields.MAIN, strengths.main(), fit);
      group(groups, SearchFields.OWN, strengths.own(), fit);
      group(groups, SearchFields.MENTIONED, strengths.mentioned(), fit);
    }
    List<Query> any = new ArrayList<>();
    groups.forEach(
        (fit, fields) ->
            fields.forEach(
                (field, codes) ->
                    any.add(
                        new BoostQuery(
                            new ConstantScoreQuery(new TermInSetQuery(field, codes)), fit))));
    return new DisjunctionMaxQuery(any, 0);
  }

  private static void group(
      Map<Float, Map<String, List<BytesRef>>> groups,
      String field,
      double place,
      Map.Entry<Code, Double> fit) {
    float value = (float) (place * fit.getValue());
    if (value > 0) {
      groups
          .computeIfAbsent(value, key -> new TreeMap<>())
          .computeIfAbsent(field, key -> new ArrayList<>())
          .add(new BytesRef(fit.getKey().value()));
    }
  }

  /// The words as written or as translated, whichever gives the higher score for an entry.
  private Query words(SearchQuery query, String field, int least) {
    List<Query> either = new ArrayList<>();
    either.add(words(query.words(), field, least));
    for (List<TranslatedWord> each : query.rendered()) {
      Query rendered =
          new TranslatedWordsQuery(searcher, field, MOST_WORDS, MOST_RENDERED, least).query(each);
      either.add(new BoostQuery(rendered, (float) settings.renderings().share()));
    }
    return either.size() == 1 ? either.getFirst() : new DisjunctionMaxQuery(either, 0);
  }

  /// @param least how many words must be there
  private Query words(List<SearchQuery.Word> all, String field, int least) {
    List<SearchQuery.Word> distinct = SearchQuery.Word.distinct(all);
    List<SearchQuery.Word> rarest =
        distinct.stream()
            .filter(word -> word.occurs() || !word.near().isEmpty())
            .sorted(
                Comparator.comparingDouble((SearchQuery.Word word) -> word.weight() * word.idf())
                    .reversed()
                    .thenComparing(SearchQuery.Word::term))
            .limit(MOST_WORDS)
            .toList();
    double sum = distinct.stream().mapToDouble(word -> word.weight() * word.idf()).sum();
    BooleanQuery.Builder any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
    for (SearchQuery.Word word : rarest) {
      float share = (float) (word.weight() * word.idf() / sum);
      for (Map.Entry<String, Float> each : spellings(word).entrySet()) {
        Query one = searcher.query(new Term(field, each.getKey()));
        any.add(new BoostQuery(one, share * each.getValue()), BooleanClause.Occur.SHOULD);
      }
    }
    return any.build();
  }

  /// The term itself or, if no entry has it, the nearest term in the index.
  private Map<String, Float> spellings(SearchQuery.Word word) {
    return word.near().isEmpty()
        ? Map.of(word.term(), 1f)
        : Map.of(word.near().getFirst(), (float) settings.misspelt());
  }

  private static Query states(Set<String> states) {
    List<BytesRef> any = states.stream().map(SearchFields::stateTerm).map(BytesRef::new).toList();
    return new ConstantScoreQuery(new TermInSetQuery(SearchFields.FACET, any));
  }

  private Query name(SearchQuery query, int least) {
    String name = query.name();
    List<Query> any = new ArrayList<>();
    // Names that no entry of the kind has are omitted, so that words alone form one flat sum.
    names(query.named()).ifPresent(names -> any.add(new BoostQuery(names, LIKE_A_NAME)));
    if (!query.partners().isEmpty()) {
      List<BytesRef> partners = query.partners().stream().map(BytesRef::new).toList();
      Query theirs = new ConstantScoreQuery(new TermInSetQuery(SearchFields.PARTNER, partners));
      any.add(new BoostQuery(theirs, LIKE_A_NAME));
    }
    if (!query.words().isEmpty() && query.named().isEmpty()) {
      int inName = Math.max(least, leastInName(query));
      any.add(new BoostQuery(words(query, SearchFields.TITLE, inName), LIKE_A_NAME));
    }
    String whole = NameKeys.whole(name);
    if (!whole.isEmpty() && name.length() <= LONGEST_NAME) {
      exact(whole).ifPresent(any::add);
      List<String> syllables = Pinyin.syllables(whole);
      // The rest after removing letters of another script is not a name: 电动公交 of BYD 电动公交.
      boolean isHeard =
          syllables.stream().allMatch(each -> searcher.has(new Term(SearchFields.SOUND, each)));
      if (isHeard && syllables.size() >= SHORTEST_SOUND && syllables.size() == whole.length()) {
        Query sound = new PhraseQuery(SearchFields.SOUND, syllables.toArray(new String[0]));
        any.add(new BoostQuery(new ConstantScoreQuery(sound), (float) settings.sound()));
      }
    }
    return new DisjunctionMaxQuery(any, 0);
  }

  /// All names in a passage form one clause.
  private Optional<Query> names(Set<String> names) {
    List<String> there =
        names.stream().filter(name -> searcher.has(SearchFields.whole(name))).toList();
    if (there.size() <= 1) {
      return there.stream().findFirst().flatMap(this::exact);
    }
    List<Term> terms = there.stream().map(SearchFields::whole).toList();
    String field = terms.getFirst().field();
    return Optional.of(
        new ConstantScoreQuery(
            new TermInSetQuery(field, terms.stream().map(Term::bytes).toList())));
  }

  private Optional<Query> exact(String name) {
    Term term = SearchFields.whole(name);
    return searcher.has(term)
        ? Optional.of(new ConstantScoreQuery(searcher.query(term)))
        : Optional.empty();
  }
}
