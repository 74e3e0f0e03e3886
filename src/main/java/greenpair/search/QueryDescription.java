package greenpair.search;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.PlainWords;
import greenpair.match.reason.Answer;
import greenpair.message.Phrases;
import greenpair.search.settings.SearchSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Describes how a query was interpreted, what nothing matched, and the nearest technologies.
record QueryDescription(
    Taxonomy taxonomy, Supplier<PlainWords> plain, SearchSettings settings, Phrases phrases) {
  private static final double NEAREST = 0.03;
  private static final int MOST_NEAREST = 5;

  SearchResponse.Meaning of(PlannedSearch asked) {
    Interpretation understanding = asked.understanding();
    return new SearchResponse.Meaning(
        concepts(understanding.named()),
        concepts(understanding.excluded()),
        understanding.corrections(),
        asked.unmatched(),
        asked.conditions().said().stream()
            .filter(each -> !each.isUnread())
            .map(
                each ->
                    new SearchResponse.Condition(
                        each.sort().word(),
                        each.written(),
                        new TreeSet<>(each.values()),
                        each.isExcluded()))
            .toList());
  }

  private List<SearchResponse.Concept> concepts(List<Interpretation.Named> all) {
    List<SearchResponse.Concept> concepts = new ArrayList<>();
    for (Interpretation.Named named : all) {
      for (Code code : named.codes()) {
        double share = named.codes().size() == 1 ? 1 : settings.ambiguous();
        concepts.add(
            new SearchResponse.Concept(
                code,
                taxonomy.label(code),
                named.written(),
                Math.round(named.weight() * share * 1000) / 1000.0,
                named.sure()));
      }
    }
    return concepts;
  }

  List<Answer.NamedCode> named(Iterable<Code> codes) {
    List<Answer.NamedCode> named = new ArrayList<>();
    codes.forEach(code -> named.add(new Answer.NamedCode(code, taxonomy.label(code))));
    return named;
  }

  /// The technologies nearest to the words: those that are named, else those of which at least a
  /// part is.
  List<Answer.NamedCode> nearest(Interpretation understanding) {
    Set<Code> codes = new LinkedHashSet<>();
    understanding.named().forEach(named -> codes.addAll(named.codes()));
    codes.addAll(
        plain
            .get()
            .read(understanding.text(), understanding.text(), this::near, MOST_NEAREST)
            .keySet());
    return named(codes.stream().limit(MOST_NEAREST).toList());
  }

  private double near(PlainWords.Evidence evidence) {
    double probability = settings.guessing().probability(evidence);
    return probability >= NEAREST ? probability : 0;
  }

  /// How many hits there are, which words nothing matched, what comes nearest.
  ///
  /// @param isCompared whether meanings could be compared
  Text message(
      long total, boolean isCompared, PlannedSearch asked, List<Answer.NamedCode> nearest) {
    List<String> unmatched = asked.unmatched();
    List<String> contradicting = asked.conditions().contradicting();
    List<Text> sentences = new ArrayList<>();
    boolean isEmpty = settings.isEmpty(asked.understanding().text());
    sentences.add(
        total > 0
            ? phrases.say("search.match", Map.of("count", Phrases.same(total)))
            : phrases.say(isEmpty ? "search.no_words" : "search.none"));
    if (!unmatched.isEmpty()) {
      sentences.add(phrases.say("search.unmatched", Map.of("words", words(unmatched))));
    }
    for (Conditions.Said each : asked.conditions().unread()) {
      sentences.add(
          phrases.say(
              each.sort() == Conditions.Sort.AMOUNT ? "search.negative" : "search.no_origin",
              Map.of("written", Phrases.same(each.written()))));
    }
    if (!contradicting.isEmpty()) {
      sentences.add(phrases.say("search.contradicting", Map.of("words", words(contradicting))));
    }
    if (!isCompared) {
      sentences.add(phrases.say("search.no_vectors"));
    }
    if (!nearest.isEmpty()) {
      Text technologies = Phrases.list(nearest.stream().map(Answer.NamedCode::label).toList());
      sentences.add(phrases.say("search.nearest", Map.of("technologies", technologies)));
    }
    return Phrases.join(sentences);
  }

  private static Text words(List<String> words) {
    return Phrases.list(words.stream().map(Phrases::same).toList());
  }
}
