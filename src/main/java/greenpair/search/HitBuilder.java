package greenpair.search;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.index.contract.TranslatedWord;
import greenpair.match.rank.Explanation;
import greenpair.message.Phrases;
import greenpair.search.PlannedSearch.PlannedKind;
import greenpair.search.query.SearchQuery;
import greenpair.search.settings.SearchSettings;
import org.jspecify.annotations.Nullable;

/// The hits of one page: records, parts of scores, reasons and highlights. Only here are records
/// read and parts scored separately.
record HitBuilder(
    QueryDescription meanings, HitReasons reasons, Highlights highlights, Phrases phrases) {
  List<Hit> of(List<MergedHits.Ranked> page, PlannedSearch plan) {
    Map<Kind, List<Integer>> places = new EnumMap<>(Kind.class);
    for (int i = 0; i < page.size(); i++) {
      places.computeIfAbsent(page.get(i).kind(), kind -> new ArrayList<>()).add(i);
    }
    Hit[] hits = new Hit[page.size()];
    places.forEach(
        (kind, all) -> {
          List<Integer> docs = all.stream().map(i -> page.get(i).place().doc()).toList();
          List<Hit> found = ofKind(kind, docs, plan);
          for (int i = 0; i < found.size(); i++) {
            hits[all.get(i)] = found.get(i);
          }
        });
    return Arrays.asList(hits);
  }

  private List<Hit> ofKind(Kind kind, List<Integer> docs, PlannedSearch plan) {
    PlannedKind query = plan.query(kind);
    boolean isOpen = query.query().isOpen();
    Set<Code> concepts = new HashSet<>();
    plan.read().concepts().named().forEach(named -> concepts.addAll(named.codes()));
    Set<String> terms = query.query().marked();
    Map<SearchSettings.Part, Double> shares = query.shares();
    List<Map<SearchSettings.Part, Double>> values = query.values(docs);
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < docs.size(); i++) {
      Entry entry = plan.snapshot().entry(kind, docs.get(i));
      String evidence = plan.snapshot().evidence(kind, docs.get(i)).orElse(null);
      Explanation explanation = explain(shares, values.get(i));
      hits.add(
          isOpen
              ? hit(entry, true, evidence, explanation, phrases.say("why.all"), List.of())
              : hit(
                  entry,
                  query.index().isMatch(docs.get(i)),
                  evidence,
                  explanation,
                  why(entry, plan, query.query(), values.get(i)),
                  highlights.of(entry, concepts, terms, plan.snapshot())));
    }
    return hits;
  }

  private Text why(
      Entry entry, PlannedSearch plan, SearchQuery query, Map<SearchSettings.Part, Double> values) {
    List<TranslatedWord> said = new ArrayList<>();
    query
        .words()
        .rendered()
        .forEach(words -> said.addAll(plan.snapshot().texts().said(entry, words)));
    return reasons.of(entry, plan, query.concepts(), said, values);
  }

  /// Of a search for everything, every hit has the whole score.
  private static Explanation explain(
      Map<SearchSettings.Part, Double> shares, Map<SearchSettings.Part, Double> values) {
    List<Explanation.Part> parts = new ArrayList<>();
    shares.forEach(
        (part, share) ->
            parts.add(Explanation.part(part.word(), share, values.getOrDefault(part, 0.0))));
    if (parts.isEmpty()) {
      parts.add(Explanation.part("filter", 1, 1));
    }
    return Explanation.of(parts);
  }

  /// Whether a partner is in business, as a word; null for others and when unknown.
  static @Nullable String status(Entry entry) {
    Partner partner = Entry.partner(entry);
    return partner.status() == null ? null : partner.status().word();
  }

  private static @Nullable Text description(Entry entry) {
    Text description = entry.profile().description();
    return description == null && entry instanceof City city ? city.regionName() : description;
  }

  private Hit hit(
      Entry entry,
      boolean isMatch,
      @Nullable String evidence,
      Explanation explanation,
      Text why,
      List<Hit.Highlight> marks) {
    return new Hit(
        entry.id(),
        entry.kind(),
        entry.name(),
        isMatch,
        explanation.value(),
        explanation,
        why,
        marks,
        description(entry),
        meanings.named(entry.technologies()),
        status(entry),
        evidence,
        entry.verified(),
        List.copyOf(entry.profile().unverified()),
        entry.profile().provenance());
  }
}
