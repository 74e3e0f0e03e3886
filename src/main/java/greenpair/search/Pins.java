package greenpair.search;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.FieldTable;
import greenpair.catalog.taxonomy.SearchEdit;
import greenpair.index.contract.EntryQuery;
import greenpair.message.Phrases;

/// The last step of a ranking: the entry that a coordinator pinned to a query comes first. Counts
/// are of what the words find.
record Pins(Map<String, Entry.Key> byQuery, Phrases phrases) {
  /// Before every score, so that the next page begins with the best one.
  private static final float FIRST = Float.MAX_VALUE;

  static Pins of(List<SearchEdit> edits, Phrases phrases) {
    Map<String, Entry.Key> pins = new HashMap<>();
    edits.forEach(each -> each.pinned().ifPresent(entry -> pins.put(each.words(), entry)));
    return new Pins(pins, phrases);
  }

  /// The ranking with what is pinned to exactly this query, which nothing narrows, first on the
  /// first page and nowhere else.
  MergedHits first(MergedHits ranking, PlannedSearch plan) {
    SearchRequest request = plan.request();
    Entry.Key pin = byQuery.get(SearchRequest.folded(request.text()));
    if (pin == null
        || !plan.queries().containsKey(pin.kind())
        || !request.isWanted(pin.kind())
        || request.order() != EntryQuery.Order.RELEVANCE
        || !request.narrowing().equals(SearchRequest.Narrowing.NONE)) {
      return ranking;
    }
    int doc = plan.snapshot().doc(pin.kind(), pin.id());
    List<MergedHits.Ranked> places = new ArrayList<>(ranking.places());
    places.removeIf(each -> each.kind() == pin.kind() && each.place().doc() == doc);
    if (doc >= 0 && request.after() == null) {
      places.addFirst(new MergedHits.Ranked(pin.kind(), EntryQuery.Place.of(doc, FIRST).first()));
    }
    return new MergedHits(ranking.found(), places);
  }

  /// The hits of a page, of which a pinned one says so.
  List<Hit> said(List<Hit> hits, List<MergedHits.Ranked> page) {
    if (page.isEmpty() || page.getFirst().place().score() != FIRST) {
      return hits;
    }
    List<Hit> said = new ArrayList<>(hits);
    Hit first = said.removeFirst();
    var pinned = phrases.say("why.pinned");
    var why = first.score() > 0 ? Phrases.join(List.of(pinned, first.why())) : pinned;
    said.addFirst(FieldTable.with(first, "why", why));
    return said;
  }
}
