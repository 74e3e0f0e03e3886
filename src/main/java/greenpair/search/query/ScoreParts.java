package greenpair.search.query;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.index.analysis.NameKeys;
import greenpair.index.analysis.Strengths;
import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.SearchWord;
import greenpair.index.contract.TranslatedWord;
import greenpair.search.query.MatchClauses.Leniency;
import greenpair.search.read.Conditions;
import greenpair.search.settings.SearchSettings;
import greenpair.search.settings.SearchSettings.Part;
import greenpair.text.Pinyin;

/// The parts of a search score as clauses, each with scores in [0, 1].
///
/// - `concepts`: (best + s x mean of the others) / (1 + s) over the wanted concepts, each the best
///   of place x relation over the entry's codes, stored in one posting, see `ConceptFields`.
/// - `labels`, `words`: sum over words of rarity x BM25F saturation, over the sum of rarities. The
///   weights of fields are in the index, so a word is one posting too.
/// - `name`: 1 for the whole name, 0.9 for one inside the query, 0.7 for a case of its bearer, else
///   the same sum over the names alone, or the sound.
/// - `place`: 1 for what belongs to the city that the query names or has its seat there, or to one
///   of the countries that it names; of a city and countries, the city counts most of it.
/// - `state`: 1 for what ended, is planned or is being built, as the query says.
/// - `amount`: 1 for deals of the sizes that it names.
/// - `similar`: how near the meaning of its texts is, see [SearchSettings.Nearness].
public record ScoreParts(
    SearchSettings settings, SearchSettings.Weights weights, Strengths strengths) {
  /// Words that take part in scoring, the rarest first.
  private static final int MOST_WORDS = 32;

  /// Lucene takes 1,024 terms of a query. Words, labels, names and concepts have up to 500 of them,
  /// and renderings may occur in it four times: in two languages, in texts and in names.
  private static final int MOST_RENDERED = 120;

  /// Information of a word (idf) from which it is rare, and of one that counts twice: one entry in
  /// 150 has it, one in 1,100.
  private static final double RARE = 5;

  private static final double RAREST = 7;

  private static final double LIKE_A_NAME = 0.9;

  /// What cases count of a partner or in a city that is named.
  public static final double OF_A_CASE = 0.7;

  private static final int SHORTEST_SOUND = 2;
  private static final int LONGEST_NAME = 60;

  /// Share of a score that one occurrence of a word has in a text of half the average length, see
  /// `SearchSimilarity`: a text that repeats a word scores up to 1 over it more.
  static final double ONCE = 1 / 1.75;

  /// The query to the index, and the share of each part in the score, in the order of its parts;
  /// similarity of meaning is last.
  public record Planned(EntryQuery query, Map<Part, Double> shares) {}

  /// Plans a query.
  ///
  /// @param leniency what is enough for a match
  public Planned of(SearchQuery query, Leniency leniency) {
    Map<Part, Clause> parts = query.isOpen() ? Map.of() : clauses(query);
    float[] direction = query.isOpen() ? null : query.direction();
    SearchSettings.Nearness nearness = settings.meaning();
    boolean isCompared = direction != null && nearness.most() > 0;
    // Where entries have technologies, one says what is meant; a sentence, or who says where or in
    // what state, means more than it names.
    boolean isCounted =
        isCompared
            && (weights.covered() > 0
                || query.read().isSentence()
                || query.isBound()
                || !query.read().concepts().isNamed());
    double sum = parts.keySet().stream().mapToDouble(part -> share(part, query)).sum();
    sum += isCounted ? weights.of(Part.SIMILAR) : 0;
    Map<Part, Double> shares = new EnumMap<>(Part.class);
    List<EntryQuery.Part> weighed = new ArrayList<>();
    for (Map.Entry<Part, Clause> each : parts.entrySet()) {
      double weight = share(each.getKey(), query) * query.share() / sum;
      shares.put(each.getKey(), weight);
      boolean isRaising = each.getKey().isCondition() && !query.read().isKindAlone();
      weighed.add(new EntryQuery.Part(each.getValue(), weight, isRaising));
    }
    double similar = isCounted ? weights.of(Part.SIMILAR) / sum : 0;
    EntryQuery.Meaning meaning = null;
    if (isCounted) {
      shares.put(Part.SIMILAR, similar * query.share());
    }
    if (direction != null && isCompared) {
      meaning =
          new EntryQuery.Meaning(
              direction,
              query.language(),
              similar * query.share(),
              nearness.most(),
              nearness.from(),
              nearness.alone(),
              nearness.across());
    }
    double hit = query.isByWords() ? settings.minimumOfWords() * ONCE : settings.minimum();
    return new Planned(
        new EntryQuery(
            weighed,
            meaning,
            hit * (1 - similar),
            new MatchClauses(this, leniency).of(query, parts),
            query.read().isBound(),
            query.selection().values(),
            FilterClauses.required(query),
            FilterClauses.excluded(query),
            query.selection().origin()),
        shares);
  }

  private Map<Part, Clause> clauses(SearchQuery query) {
    Map<Part, Clause> parts = new EnumMap<>(Part.class);
    if (!query.concepts().isEmpty()) {
      parts.put(Part.CONCEPTS, concepts(query.concepts()));
    }
    if (!query.words().labels().isEmpty()) {
      parts.put(Part.LABELS, words(query.words().labels(), IndexFields.WORDS));
    }
    if (!query.words().written().isEmpty()) {
      parts.put(Part.WORDS, words(query, IndexFields.WORDS));
    }
    if (!query.read().name().isBlank() || !query.conditions().names().keys().isEmpty()) {
      parts.put(Part.NAME, name(query));
    }
    // A place alone does not find entries, only of a kind that is asked for: else it raises others.
    if (query.isPlaced()) {
      parts.put(Part.PLACE, PlaceClauses.of(query, settings.near().share()));
    }
    if (!query.conditions().states().isEmpty()) {
      parts.put(Part.STATE, FilterClauses.states(query));
    }
    if (!query.conditions().money().isEmpty()) {
      parts.put(Part.AMOUNT, new Clause.All(FilterClauses.money(query, /* isBound= */ false)));
    }
    return parts;
  }

  /// Guessed concepts count less and leave a greater share to the written words.
  private double share(Part part, SearchQuery query) {
    double sure = query.concepts().stream().mapToDouble(SearchQuery.Wish::weight).max().orElse(1);
    return switch (part) {
      case CONCEPTS, LABELS -> weights.of(part) * sure;
      // Beside places and states, words are the subject if no concept is.
      case WORDS ->
          query.concepts().isEmpty() && query.isBound()
              ? weights.of(Part.CONCEPTS) + weights.of(Part.LABELS)
              : weights.of(part) * (query.read().isConditioned() ? conditions(query) : 1);
      case PLACE, STATE, AMOUNT, SIMILAR -> weights.of(part);
      case NAME ->
          query.read().isName() || !query.read().begun().isEmpty()
              ? settings.wholeName()
              : query.conditions().names().keys().isEmpty()
                  ? weights.of(part)
                  : settings.nameInside();
    };
  }

  /// A rare word beside a technology says more of what is meant: ferry in "hydrogen ferry".
  private double conditions(SearchQuery query) {
    double rarest =
        query.words().written().stream()
            .filter(word -> word.occurs() && word.isWhole())
            .mapToDouble(SearchWord::idf)
            .max()
            .orElse(0);
    double rare = Math.clamp((rarest - RARE) / (RAREST - RARE), 0, 1);
    return settings.conditions() * (1 + rare);
  }

  private Clause concepts(List<SearchQuery.Wish> wishes) {
    List<Clause> each = new ArrayList<>();
    double surest = wishes.stream().mapToDouble(SearchQuery.Wish::weight).max().orElse(1);
    double several = wishes.size() == 1 ? 0 : settings.several();
    for (SearchQuery.Wish wish : wishes) {
      each.add(concept(wish).times(wish.weight() / surest / (1 + several)));
    }
    return new Clause.Best(each, several / Math.max(1, wishes.size() - 1));
  }

  Clause concept(SearchQuery.Wish wish) {
    if (wish.wanted().isEmpty()) {
      return codes(wish);
    }
    List<Clause> any = new ArrayList<>();
    wish.wanted().forEach((code, share) -> any.add(new Clause.Concept(code).times(share)));
    return Clause.Best.of(any);
  }

  /// Codes with the same weight are searched together.
  private Clause codes(SearchQuery.Wish wish) {
    Map<String, Double> places =
        Map.of(
            IndexFields.MAIN, strengths.main(),
            IndexFields.OWN, strengths.own(),
            IndexFields.MENTIONED, strengths.mentioned());
    Map<Double, Map<String, Set<String>>> groups = new TreeMap<>();
    wish.fits()
        .forEach(
            (code, fit) ->
                places.forEach(
                    (field, place) ->
                        groups
                            .computeIfAbsent(place * fit, key -> new TreeMap<>())
                            .computeIfAbsent(field, key -> new TreeSet<>())
                            .add(code.value())));
    groups.remove(0.0);
    List<Clause> any = new ArrayList<>();
    groups.forEach(
        (fit, fields) ->
            fields.forEach((field, codes) -> any.add(new Clause.Filter(field, codes).times(fit))));
    return Clause.Best.of(any);
  }

  /// The words as written or as translated, whichever gives the higher score for an entry.
  private Clause words(SearchQuery query, String field) {
    List<Clause> either = new ArrayList<>();
    either.add(words(query.words().written(), field));
    for (List<TranslatedWord> each : query.words().rendered()) {
      Clause rendered = rendered(each, field);
      either.add(rendered.times(settings.renderings().share()));
    }
    return Clause.Best.of(either);
  }

  static Clause rendered(List<TranslatedWord> words, String field) {
    return new TranslatedClauses(field, MOST_WORDS, MOST_RENDERED).of(words);
  }

  Clause words(List<SearchWord> all, String field) {
    List<SearchWord> distinct = SearchWord.distinct(all);
    List<SearchWord> rarest =
        distinct.stream()
            .filter(word -> word.occurs() || !word.near().isEmpty())
            .sorted(
                Comparator.comparingDouble((SearchWord word) -> word.weight() * word.idf())
                    .reversed()
                    .thenComparing(SearchWord::term))
            .limit(MOST_WORDS)
            .toList();
    double sum = distinct.stream().mapToDouble(word -> word.weight() * word.idf()).sum();
    List<Clause> any = new ArrayList<>();
    for (SearchWord word : rarest) {
      double share = word.weight() * word.idf() / sum;
      // If no entry has the term, the nearest one in the index.
      any.add(
          word.near().isEmpty()
              ? new Clause.Word(field, word.term()).times(share)
              : new Clause.Word(field, word.near().getFirst()).times(share * settings.misspelt()));
    }
    return new Clause.Sum(any);
  }

  private Clause name(SearchQuery query) {
    List<Clause> any = new ArrayList<>();
    Conditions.Names names = query.conditions().names();
    if (!names.keys().isEmpty()) {
      any.add(new Clause.Names(names.keys()).times(LIKE_A_NAME));
    }
    if (!query.read().begun().isEmpty()) {
      any.add(new Clause.Names(query.read().begun()).times(LIKE_A_NAME));
    }
    if (query.kind() == Kind.DEPLOYMENT && !names.partners().isEmpty()) {
      any.add(new Clause.Filter(IndexFields.PARTNER, names.partners()).times(OF_A_CASE));
    }
    if (!query.words().written().isEmpty() && names.keys().isEmpty()) {
      // The title of a case describes it; a name in it is that of another entry.
      boolean isCase = query.kind() == Kind.DEPLOYMENT;
      any.add(words(query, IndexFields.TITLE).times(isCase ? OF_A_CASE : LIKE_A_NAME));
    }
    String whole = NameKeys.whole(query.read().name());
    if (!whole.isEmpty() && query.read().name().length() <= LONGEST_NAME) {
      if (query.read().isName()) {
        any.add(new Clause.Names(Set.of(whole)));
      }
      List<String> syllables = Pinyin.syllables(whole);
      if (syllables.size() >= SHORTEST_SOUND && syllables.size() == whole.length()) {
        any.add(new Clause.Phrase(IndexFields.SOUND, syllables).times(settings.sound()));
      }
    }
    return Clause.Best.of(any);
  }
}
