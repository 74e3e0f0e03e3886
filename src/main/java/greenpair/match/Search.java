package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.ConceptFinder;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.Candidate;
import greenpair.index.CandidateQuery;
import greenpair.index.CityTraits;
import greenpair.index.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Finds entries by words in either language and by technology. The words are read as concepts of
/// the taxonomy too, so a Chinese query finds an English entry through the code that both name.
///
/// Score = sum of weight x value over three parts, each in [0, 1]: `concepts` (how well the entry's
/// codes answer those that the words name), `name` and `text` (shares of the words, weighted by
/// rarity). Where the words name no concept, name and text share the whole weight.
public final class Search {
  private static final double CONCEPTS = 0.5;
  private static final double NAME = 0.3;
  private static final double TEXT = 0.2;
  private static final double ALONE = NAME + TEXT;

  private final Rules rules;
  private final ConceptFinder finder;
  private final Phrases phrases;
  private final Needs needs;

  public Search(Rules rules, ConceptFinder finder, Phrases phrases) {
    this.rules = rules;
    this.finder = finder;
    this.phrases = phrases;
    this.needs = new Needs(rules.taxonomy(), finder);
  }

  private record Found(Kind kind, EntryId id, Explanation explanation) {
    double score() {
      return explanation.value();
    }
  }

  /// Finds the best entries of the wanted kinds.
  ///
  /// @throws NotFoundException when the city is not there
  public Hits search(SearchRequest request, Snapshot snapshot) {
    Map<Code, Double> concepts = new TreeMap<>(finder.codes(request.text()));
    List<Found> found = new ArrayList<>();
    for (Kind kind : request.kinds()) {
      found.addAll(find(kind, request, concepts, snapshot));
    }
    found.sort(
        Comparator.comparingDouble(Found::score)
            .reversed()
            .thenComparingInt(each -> request.kinds().indexOf(each.kind()))
            .thenComparing(Found::id));
    List<Hits.Hit> hits = new ArrayList<>();
    for (Found each : found.subList(0, Math.min(request.limit(), found.size()))) {
      hits.add(hit(each, snapshot));
    }
    return new Hits(
        snapshot.manifest().id(),
        snapshot.manifest().configuration(),
        request.text(),
        needs.named(List.copyOf(concepts.keySet())),
        hits);
  }

  /// The whole ranking of one kind, at most `depth` long, without reading full records.
  public Map<EntryId, Double> ranking(Kind kind, String text, Snapshot snapshot) {
    SearchRequest request = new SearchRequest(List.of(kind), text, List.of(), null, 1);
    List<Found> found = find(kind, request, new TreeMap<>(finder.codes(text)), snapshot);
    found.sort(Comparator.comparingDouble(Found::score).reversed().thenComparing(Found::id));
    Map<EntryId, Double> ranking = new java.util.LinkedHashMap<>();
    found.forEach(each -> ranking.put(each.id(), each.score()));
    return ranking;
  }

  private List<Found> find(
      Kind kind, SearchRequest request, Map<Code, Double> concepts, Snapshot snapshot) {
    Map<Code, Double> wanted = new HashMap<>(widen(concepts));
    request.technologies().forEach(code -> wanted.putAll(widen(Map.of(code, 1.0))));
    CandidateQuery query =
        new CandidateQuery(kind, wanted, request.text(), null, rules.ranking().depth());
    CityTraits city = city(request, snapshot);
    List<Found> found = new ArrayList<>();
    for (Candidate candidate : snapshot.candidates(query)) {
      if (isWanted(candidate, kind, request, city, snapshot)) {
        Explanation explanation = explain(candidate, concepts, request);
        if (explanation.value() > 0) {
          found.add(new Found(kind, candidate.id(), explanation));
        }
      }
    }
    return found;
  }

  private static @org.jspecify.annotations.Nullable CityTraits city(
      SearchRequest request, Snapshot snapshot) {
    EntryId id = request.city();
    return id == null
        ? null
        : snapshot.city(id).orElseThrow(() -> new NotFoundException(Kind.CITY, id, ""));
  }

  /// Each code with those below it.
  private Map<Code, Double> widen(Map<Code, Double> codes) {
    Map<Code, Double> wide = new HashMap<>();
    codes.forEach((code, weight) -> widen(code, weight, wide));
    return wide;
  }

  private void widen(Code code, double weight, Map<Code, Double> into) {
    into.merge(code, weight, Math::max);
    for (Code child : rules.taxonomy().children(code)) {
      widen(child, weight, into);
    }
  }

  private boolean isWanted(
      Candidate candidate,
      Kind kind,
      SearchRequest request,
      @org.jspecify.annotations.Nullable CityTraits city,
      Snapshot snapshot) {
    List<Code> has = candidate.traits().technologies();
    boolean technology =
        request.technologies().isEmpty()
            || request.technologies().stream().anyMatch(code -> answers(code, has));
    if (!technology || city == null) {
      return technology;
    }
    var precedents =
        kind == Kind.SOLUTION
            ? snapshot.precedents(Set.copyOf(has), city, Answers.PRECEDENTS)
            : candidate.precedents();
    return precedents.stream()
        .anyMatch(each -> each.proves() && each.city().id().equals(city.id()));
  }

  private boolean answers(Code wanted, List<Code> offered) {
    return offered.stream()
        .map(code -> rules.taxonomy().relate(wanted, code))
        .anyMatch(
            relation ->
                relation == greenpair.catalog.Taxonomy.Relation.SAME
                    || relation == greenpair.catalog.Taxonomy.Relation.BELOW);
  }

  private Explanation explain(
      Candidate candidate, Map<Code, Double> concepts, SearchRequest request) {
    if (request.text().isBlank()) {
      return Explanation.sum(List.of(part("concepts", 1, 1)));
    }
    double share = concepts.isEmpty() ? ALONE : 1;
    List<Explanation.Part> parts = new ArrayList<>();
    if (!concepts.isEmpty()) {
      parts.add(part("concepts", CONCEPTS, fit(candidate, concepts)));
    }
    parts.add(part("name", NAME / share, candidate.name()));
    parts.add(part("text", TEXT / share, candidate.text()));
    return Explanation.sum(parts);
  }

  private Explanation.Part part(String name, double weight, double value) {
    return Explanation.part(
        name, phrases.say("signal.search_" + name), Side.CITY, weight, Signal.Reading.of(value));
  }

  private double fit(Candidate candidate, Map<Code, Double> concepts) {
    double sum = 0;
    double weights = 0;
    for (Map.Entry<Code, Double> each : concepts.entrySet()) {
      double fit = Pairing.fit(each.getKey(), candidate.traits().technologies(), rules);
      sum += each.getValue() * fit;
      weights += each.getValue();
    }
    return weights == 0 ? 0 : sum / weights;
  }

  private Hits.Hit hit(Found found, Snapshot snapshot) {
    Entry entry =
        snapshot
            .entry(found.kind(), found.id())
            .orElseThrow(() -> new NotFoundException(found.kind(), found.id(), ""));
    return new Hits.Hit(
        found.id(),
        found.kind(),
        entry.name(),
        found.score(),
        found.explanation(),
        entry.profile().description(),
        needs.named(entry.technologies()),
        entry.verified(),
        List.copyOf(entry.profile().unverified()),
        entry.profile().provenance());
  }
}
