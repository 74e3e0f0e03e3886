package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.reason.Answer;
import greenpair.reindex.gate.Shortlists;
import greenpair.search.SearchRequest;
import greenpair.search.SearchResponse;
import greenpair.search.Suggestions;
import greenpair.search.query.QueryBounds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All answers of a generation, without its id, for comparing two generations: every entry, every
/// candidate of every kind with its traits and precedents, recommendations, searches with facets,
/// reasons and parts of scores in each order, suggestions.
final class AllAnswers {
  private static final int ALL = 1_000_000;
  private static final List<String> WORDS =
      List.of(
          "",
          "heat pumps for cold winters",
          "公交",
          "New",
          "electric buss",
          "深圳",
          "比亚迪 电动公交",
          "bioga storage Los Angeles");
  private static final List<String> TYPED =
      List.of("b", "by", "new ", "zh", "深", "elec", "shenzh", "sol", "n", "beijing");

  private final Workbench bench;
  private final Snapshot snapshot;
  private final Map<String, String> said = new LinkedHashMap<>();

  private AllAnswers(Workbench bench, Snapshot snapshot) {
    this.bench = bench;
    this.snapshot = snapshot;
  }

  static Map<String, String> of(Workbench bench, Path data) {
    try (LiveIndex live = bench.open(data);
        Snapshot snapshot = live.acquire()) {
      return of(bench, snapshot);
    }
  }

  static Map<String, String> of(Workbench bench, Snapshot snapshot) {
    AllAnswers all = new AllAnswers(bench, snapshot);
    all.entries();
    all.recommendations();
    all.searches();
    all.suggestions();
    return all.said;
  }

  /// Fails with the first difference.
  static void assertSame(Map<String, String> expected, Map<String, String> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (question, answer) -> {
          String other = String.valueOf(actual.get(question));
          int at = 0;
          while (at < Math.min(answer.length(), other.length())
              && answer.charAt(at) == other.charAt(at)) {
            at++;
          }
          if (!answer.equals(other)) {
            fail(question + ": expected\n" + around(answer, at) + "\ngot\n" + around(other, at));
          }
        });
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 200));
  }

  private void entries() {
    said.put("counts", snapshot.manifest().counts() + " as of " + snapshot.manifest().asOf());
    for (Kind kind : Kind.values()) {
      List<Entry> all = snapshot.entries(kind, 0, ALL);
      for (Entry entry : all) {
        EntryId id = entry.id();
        said.put(
            kind + " " + id, String.valueOf(snapshot.whole(kind, id).orElseThrow().unredacted()));
        if (kind != Kind.CITY) {
          CandidateQuery query =
              new CandidateQuery(kind, Map.of(), "electric bus 公交 energy", null, 1);
          said.put(kind + " " + id + " traits", snapshot.candidate(query, id).toString());
        } else {
          said.put("traits of " + id, snapshot.city(id).toString());
          said.put("needs of " + id, snapshot.needs(id).toString());
        }
      }
      // In the order of the catalog, in pages of odd length.
      List<EntryId> paged = new ArrayList<>();
      for (int from = 0; from < all.size(); from += 7) {
        snapshot.entries(kind, from, 7).forEach(entry -> paged.add(entry.id()));
      }
      assertEquals(all.stream().map(Entry::id).toList(), paged);
    }
  }

  private void recommendations() {
    List<Need> needs = Shortlists.sample(snapshot, 5);
    for (Need need : needs) {
      for (Kind kind : Kind.RANKED) {
        put("for " + need.id(), RecommendationRequest.ofNeed(kind, need.city(), need.id(), 20));
      }
    }
    for (Entry each : snapshot.entries(Kind.CITY, 0, 2)) {
      for (Kind kind : Kind.RANKED) {
        put("for " + each.id(), RecommendationRequest.ofCity(kind, ((City) each).id(), 20));
      }
    }
  }

  private void put(String question, RecommendationRequest request) {
    Answer answer = bench.recommender().recommend(request, snapshot);
    said.put(
        question + " " + request.kind(),
        answer.recommendations() + "\n" + answer.unproven() + "\n" + answer.excluded());
  }

  private void searches() {
    EntryId city = snapshot.entries(Kind.CITY, 0, 1).getFirst().id();
    for (String words : WORDS) {
      for (EntryQuery.Order order : EnumSet.complementOf(EnumSet.of(EntryQuery.Order.DISTANCE))) {
        search(words, Map.of(), null, order);
      }
      search(words, Map.of(Facet.COUNTRY, Set.of("US")), null, EntryQuery.Order.RELEVANCE);
      search(words, Map.of(), city, EntryQuery.Order.RELEVANCE);
    }
  }

  private void search(
      String words,
      Map<Facet, Set<String>> facets,
      @Nullable EntryId city,
      EntryQuery.Order order) {
    for (Language language : Language.values()) {
      SearchRequest request =
          new SearchRequest(
              Kind.SEARCHED,
              Set.of(),
              words,
              new SearchRequest.Narrowing(facets, city, 0, null, QueryBounds.Years.ANY),
              order,
              language,
              100,
              null);
      SearchResponse found = bench.search().search(request, snapshot);
      said.put(
          "search " + List.of(words, facets, String.valueOf(city), order, language),
          found.total()
              + "\n"
              + found.message()
              + "\n"
              + found.understanding()
              + "\n"
              + found.didYouMean()
              + "\n"
              + found.facets()
              + "\n"
              + found.hits()
              + "\n"
              + found.nearest());
    }
  }

  private void suggestions() {
    Suggestions suggestions = new Suggestions(snapshot.configuration(), bench.taxonomy());
    for (String typed : TYPED) {
      said.put("typed " + typed, suggestions.of(typed, 20, snapshot).suggestions().toString());
    }
  }
}
