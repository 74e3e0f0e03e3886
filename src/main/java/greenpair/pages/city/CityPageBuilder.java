package greenpair.pages.city;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import greenpair.match.Gaps;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.pages.city.NeedPage.ListOffset;
import greenpair.pages.city.NeedPage.Offers;
import greenpair.pages.view.CallerView;
import greenpair.pages.view.ContactWays;
import org.jspecify.annotations.Nullable;

/// Collects the contents of the pages of a city for one request.
public record CityPageBuilder(Recommender recommender, ProgramNotes notes, Snapshot snapshot) {
  private static final int FIRMS = 8;
  private static final int OTHERS = 5;
  private static final int CASES = 1_000;
  private static final int PACKAGES = 3;

  /// Enough entries to choose from after some are vetoed.
  private static final int RANKED_PACKAGES = 50;

  private static final int BRIEF_NEEDS = 5;

  public CityPage of(City city) {
    return new CityOverviewBuilder(recommender, notes, snapshot).of(city);
  }

  /// One need of a city, from the catalog or entered by staff; empty if the city has no such need.
  ///
  /// @param offset the lists that are read on; null for the beginning of each
  public Optional<NeedPage> need(City city, EntryId named, @Nullable ListOffset offset) {
    List<Need> needs = snapshot.needs(city.id());
    return chosen(needs, named, offset)
        .map(
            chosen ->
                new NeedPage(
                    city,
                    chosen,
                    snapshot.ownNeeds(city.id()).stream()
                        .filter(each -> !each.id().equals(named))
                        .toList(),
                    notes,
                    reach(List.of(chosen), RecommendationRequest.MAX_LIMIT, CallerView.OPEN)));
  }

  /// The need of the catalog or, if there is none, the one that staff entered.
  private Optional<NeedPage.Chosen> chosen(
      List<Need> needs, EntryId named, @Nullable ListOffset offset) {
    return needs.stream()
        .filter(each -> each.id().equals(named))
        .findFirst()
        .map(need -> chosen(need, null, offset))
        .or(
            () ->
                notes
                    .typedIn(named)
                    .map(draft -> chosen(Objects.requireNonNull(draft.need()), draft, offset)));
  }

  /// A city's brief, with contact persons only for those who may see them.
  public BriefPage brief(City city, CallerView disclosure) {
    List<CityPage.Row> rows = rows(city);
    List<BriefPage.Item> items = new ArrayList<>();
    for (CityPage.Row row : rows.subList(0, Math.min(BRIEF_NEEDS, rows.size()))) {
      items.add(new BriefPage.Item(row, chosen(row.need(), null, null)));
    }
    return new BriefPage(
        city,
        items,
        rows.size() - items.size(),
        snapshot.manifest().created(),
        notes,
        reach(items.stream().map(BriefPage.Item::chosen).toList(), BriefPage.SHOWN, disclosure));
  }

  private Map<Entry.Key, ContactWays> reach(
      List<NeedPage.Chosen> needs, int most, CallerView disclosure) {
    Map<Entry.Key, ContactWays> reach = new HashMap<>();
    for (NeedPage.Chosen need : needs) {
      for (Kind kind : Kind.PARTNERS) {
        need.list(kind).shown().stream()
            .limit(most)
            .forEach(
                each ->
                    reach.computeIfAbsent(
                        new Entry.Key(each.kind(), each.id()),
                        key -> ContactWays.of(key.kind(), key.id(), snapshot, disclosure)));
      }
    }
    return reach;
  }

  private List<CityPage.Row> rows(City city) {
    // Contracted and met needs require no decision.
    List<Need> needs = snapshot.ownNeeds(city.id()).stream().filter(Need::isOpen).toList();
    List<Gaps.Coverage> coverage = recommender.coverage(needs, snapshot);
    List<CityPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < needs.size(); i++) {
      rows.add(new CityPage.Row(needs.get(i), coverage.get(i)));
    }
    return rows;
  }

  private NeedPage.Chosen chosen(
      Need need, ProgramNotes.@Nullable Draft draft, @Nullable ListOffset offset) {
    Map<Kind, Shortlist> lists = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.RANKED) {
      boolean isRead = ListOffset.isOf(offset, kind);
      int usual = kind == Kind.FIRM ? FIRMS : OTHERS;
      int limit = isRead ? RecommendationRequest.MAX_LIMIT : usual;
      RecommendationRequest request =
          draft == null
              ? RecommendationRequest.ofNeed(kind, need.city(), need.id(), limit)
              : RecommendationRequest.ofTypedIn(kind, need, limit);
      RecommendationRequest asked = isRead ? request.startingAt(first(offset)) : request;
      lists.put(kind, Shortlist.of(recommender.recommend(asked, snapshot), notes, need.id()));
    }
    return new NeedPage.Chosen(
        need,
        draft,
        lists,
        draft == null ? offers(need, offset) : null,
        offset,
        evidence(lists.values().stream().map(Shortlist::answer).toList()));
  }

  private Offers offers(Need need, @Nullable ListOffset offset) {
    boolean isRead = ListOffset.isOf(offset, null);
    int shown = isRead ? RecommendationRequest.MAX_LIMIT : PACKAGES;
    int ranked = isRead || notes.remarks().isEmpty() ? shown : RANKED_PACKAGES;
    int first = isRead ? first(offset) : 0;
    return Offers.of(recommender.packages(need.id(), first, ranked, snapshot), shown, notes);
  }

  private static int first(@Nullable ListOffset offset) {
    return Objects.requireNonNull(offset).from();
  }

  /// The cases behind answers, strongest first.
  private static List<Answer.Case> evidence(List<Answer> answers) {
    Map<EntryId, Answer.Case> all = new LinkedHashMap<>();
    for (Answer answer : answers) {
      Stream.of(answer.recommendations(), answer.unproven(), answer.peers())
          .flatMap(List::stream)
          .map(Answer.Recommendation::evidence)
          .flatMap(List::stream)
          .forEach(each -> add(each, all));
      answer.nearest().forEach(each -> add(each, all));
    }
    return all.values().stream()
        .sorted(
            Comparator.comparingDouble(Answer.Case::weight)
                .reversed()
                .thenComparing(Answer.Case::id))
        .limit(CASES)
        .toList();
  }

  /// A deployment may have different weights for two technologies; the greatest is used.
  private static void add(Answer.Case found, Map<EntryId, Answer.Case> all) {
    all.merge(found.id(), found, (a, b) -> a.weight() >= b.weight() ? a : b);
  }
}
