package greenpair.search;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.SearchWord;
import greenpair.index.contract.TranslatedWord;
import greenpair.search.query.Passages;
import greenpair.search.query.SearchQuery;
import greenpair.search.settings.SearchSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Whether entries answer a query: the share of its information that the best of them matches, see
/// [greenpair.search.settings.NoMatchThreshold].
///
/// The information of a word is its rarity among the entries (idf). A word is matched by an entry
/// that has it or says it in the other language, or by the concept that it names. Meaning counts in
/// place of words: how near the query is to a term or problem of the taxonomy, times how far it is
/// from what people search elsewhere, or how near it is to an entry that is nearer than those. The
/// latter do not count against words that entries have.
final class Relevance {
  private final Function<String, Optional<float[]>> direction;
  private final SearchSettings settings;
  private final List<float[]> subjects = new ArrayList<>();
  private final List<float[]> others = new ArrayList<>();

  /// @param direction the vector of a text, of length 1, if there are vectors of words
  Relevance(
      Taxonomy taxonomy, Function<String, Optional<float[]>> direction, SearchSettings settings) {
    this.direction = direction;
    this.settings = settings;
    for (Concept concept : taxonomy.concepts()) {
      addAll(concept.english(), subjects);
      addAll(concept.chinese(), subjects);
      addAll(concept.problems(), subjects);
      for (Language language : Language.values()) {
        addAll(List.of(concept.label().best(language)), subjects);
      }
    }
    addAll(settings.otherSubjects(), others);
  }

  private void addAll(Collection<String> texts, List<float[]> into) {
    texts.forEach(text -> direction.apply(text).ifPresent(into::add));
  }

  /// @param known the words of what is searched, in each kind
  boolean isAnswered(Interpretation read, Map<Kind, PlannedKind> queries, KnownWords known) {
    boolean isNamed =
        queries.values().stream()
            .map(PlannedKind::query)
            .anyMatch(each -> each.isOpen() || each.isName() || !each.named().isEmpty());
    if (isNamed || Passages.isPassage(read.text())) {
      return true;
    }
    List<SearchWord> words = known.ofAll(read.searched());
    Language language =
        words.stream().anyMatch(each -> Character.isIdeographic(each.term().codePointAt(0)))
            ? Language.ZH
            : Language.EN;
    int length =
        (int)
            words.stream()
                .filter(each -> each.weight() == 1)
                .map(SearchWord::term)
                .distinct()
                .count();
    double nearest =
        queries.values().stream().mapToDouble(each -> each.index().nearest()).max().orElse(0);
    return nearest >= settings.meaning().alone()
        || settings.silence().isMeant(language, meaning(read, nearest), length)
        || settings.silence().isAnswered(language, matched(read, queries, known), length);
  }

  /// @param entry cosine of the nearest entry
  private double meaning(Interpretation read, double entry) {
    double certain =
        read.named().stream().mapToDouble(Interpretation.Named::certainty).max().orElse(0);
    float[] query = direction.apply(read.text()).orElse(null);
    if (query == null) {
      return certain;
    }
    double subject = nearest(query, subjects) + settings.silence().technology() * certain;
    double other = nearest(query, others);
    return Math.max(Math.min(1, subject) * (1 - other), entry > other ? entry : 0);
  }

  private static double nearest(float[] query, List<float[]> all) {
    double nearest = 0;
    for (float[] each : all) {
      double cosine = 0;
      for (int i = 0; i < each.length; i++) {
        cosine += query[i] * each[i];
      }
      nearest = Math.max(nearest, cosine);
    }
    return nearest;
  }

  /// The share of the information of the words that the best entry matches.
  private static double matched(
      Interpretation read, Map<Kind, PlannedKind> queries, KnownWords known) {
    Kind kind = null;
    EntryQuery.Place best = null;
    for (Map.Entry<Kind, PlannedKind> each : queries.entrySet()) {
      EntryQuery.Place place = each.getValue().index().best().orElse(null);
      if (place != null && (best == null || place.score() > best.score())) {
        kind = each.getKey();
        best = place;
      }
    }
    if (kind == null || best == null) {
      return 0;
    }
    PlannedKind query = Objects.requireNonNull(queries.get(kind));
    List<SearchWord> words = SearchWord.distinct(known.of(read.searched(), kind));
    List<Clause> clauses = words.stream().map(word -> clause(word, read, query.query())).toList();
    boolean[] matches = query.index().matches(clauses, best.doc());
    double matched = 0;
    double all = 0;
    for (int i = 0; i < matches.length; i++) {
      double information = words.get(i).weight() * words.get(i).idf();
      matched += matches[i] ? information : 0;
      // A word that cannot be said in the language of the entries is no sign against them.
      all +=
          matches[i] || !query.query().isRendered() || isSaid(words.get(i), query.query())
              ? information
              : 0;
    }
    return all == 0 ? 0 : matched / all;
  }

  private static boolean isSaid(SearchWord word, SearchQuery query) {
    return query.rendered().stream()
        .flatMap(List::stream)
        .anyMatch(
            each -> each.occurs() && each.start() <= word.start() && word.end() <= each.end());
  }

  private static Clause clause(SearchWord word, Interpretation read, SearchQuery query) {
    List<Clause> any = new ArrayList<>();
    any.add(new Clause.Word(IndexFields.WORDS, word.term()));
    word.near().forEach(near -> any.add(new Clause.Word(IndexFields.WORDS, near)));
    boolean isOfConcept =
        read.words().length() == read.searched().length()
            && read.words().substring(word.start(), word.end()).isBlank();
    if (isOfConcept) {
      query
          .concepts()
          .forEach(
              wish -> wish.wanted().keySet().forEach(code -> any.add(new Clause.Concept(code))));
    }
    for (List<TranslatedWord> rendered : query.rendered()) {
      for (TranslatedWord each : rendered) {
        if (each.start() <= word.start() && word.end() <= each.end()) {
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
