package greenpair.search;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.concept.PlainWords;
import greenpair.match.reason.Answer;
import greenpair.message.Phrases;
import greenpair.search.read.Conditions;
import greenpair.search.read.Interpretation;
import greenpair.search.settings.SearchSettings;

/// Describes how a query was interpreted, what nothing matched, and the nearest technologies.
record QueryDescription(
    Taxonomy taxonomy,
    ConceptFinder finder,
    Supplier<PlainWords> plain,
    SearchSettings settings,
    Phrases phrases) {
  private static final double NEAREST = 0.03;
  private static final int MOST_NEAREST = 5;

  SearchResponse.Meaning of(PlannedSearch plan) {
    Interpretation understanding = plan.read().concepts();
    return new SearchResponse.Meaning(
        concepts(understanding.named()),
        concepts(understanding.excluded()),
        understanding.corrections().stream()
            .map(each -> new SearchResponse.Correction(each.from(), each.to()))
            .toList(),
        plan.read().unmatched(),
        plan.read().conditions().said().stream()
            .filter(each -> !each.isUnread())
            .map(
                each ->
                    new SearchResponse.Condition(
                        each.sort().word(),
                        each.written(),
                        new TreeSet<>(each.values()),
                        each.isExcluded()))
            .toList(),
        unwanted(plan.request().text()),
        notes(plan.read().conditions()));
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
            .read(understanding.text(), understanding.text(), 2, this::near, MOST_NEAREST)
            .keySet());
    return named(codes.stream().limit(MOST_NEAREST).toList());
  }

  private double near(PlainWords.Evidence evidence) {
    double probability = settings.guessing().probability(evidence);
    return probability >= NEAREST ? probability : 0;
  }

  /// How many matches there are, which words nothing matched, what comes nearest.
  ///
  /// @param isNone whether there is no hit
  /// @param isCompared whether meanings could be compared
  Text message(
      boolean isNone,
      long total,
      boolean isCompared,
      PlannedSearch plan,
      List<Answer.NamedCode> nearest) {
    List<String> unmatched = plan.read().unmatched();
    List<Text> sentences = new ArrayList<>();
    boolean isEmpty =
        !plan.request().text().isBlank() && settings.isEmpty(plan.read().concepts().text());
    sentences.add(
        isNone
            ? phrases.say(isEmpty ? "search.no_words" : "search.none")
            : phrases.say("search.match", Map.of("count", Phrases.same(total))));
    if (!unmatched.isEmpty()) {
      sentences.add(phrases.say("search.unmatched", Map.of("words", words(unmatched))));
    }
    List<String> parts = plan.read().parts();
    if (plan.isLenient() && total > 0 && unmatched.isEmpty() && parts.size() > 1) {
      sentences.add(phrases.say("search.not_combined", Map.of("words", words(parts))));
    }
    sentences.addAll(notes(plan.read().conditions()));
    if (!isCompared) {
      sentences.add(phrases.say("search.no_vectors"));
    }
    if (!nearest.isEmpty()) {
      Text technologies = Phrases.list(nearest.stream().map(Answer.NamedCode::label).toList());
      sentences.add(phrases.say("search.nearest", Map.of("technologies", technologies)));
    }
    return Phrases.join(sentences);
  }

  /// What of the conditions was read otherwise than one may expect, or not at all.
  private List<Text> notes(Conditions conditions) {
    List<Text> notes = new ArrayList<>();
    for (Conditions.Said each : conditions.said()) {
      String key =
          switch (each.sort()) {
            case AMOUNT -> each.isUnread() ? "search.negative" : "";
            case DISTANCE -> each.isUnread() ? "search.no_origin" : "";
            case BARE_AMOUNT -> "search.dollars";
            case YUAN_AMOUNT -> "search.yuan";
            default -> "";
          };
      if (!key.isEmpty()) {
        notes.add(phrases.say(key, Map.of("written", Phrases.same(each.written()))));
      }
    }
    List<String> contradicting = conditions.contradicting();
    if (!contradicting.isEmpty()) {
      notes.add(phrases.say("search.contradicting", Map.of("words", words(contradicting))));
    }
    return notes;
  }

  /// The parts of a query that say what is not wanted, as they are written: "not in China".
  private List<String> unwanted(String query) {
    BitSet at = finder.excluded(query).all();
    List<String> unwanted = new ArrayList<>();
    int end = 0;
    for (int start = at.nextSetBit(0); start >= 0; start = at.nextSetBit(end)) {
      end = at.nextClearBit(start);
      int next = at.nextSetBit(end);
      while (next > 0 && query.substring(end, next).isBlank()) {
        end = at.nextClearBit(next);
        next = at.nextSetBit(end);
      }
      boolean isMinus = start > 0 && query.charAt(start - 1) == '-';
      unwanted.add(query.substring(isMinus ? start - 1 : start, end));
    }
    return unwanted;
  }

  private static Text words(List<String> words) {
    return Phrases.list(words.stream().map(Phrases::same).toList());
  }
}
