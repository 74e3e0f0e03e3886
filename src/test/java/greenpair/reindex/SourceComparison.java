package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.CityTraits;
import greenpair.index.read.CandidateSource;
import greenpair.index.read.Deadline;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Compares a source of candidates with the index of a data folder: the same entries in the same
/// order with the same traits and exactly the same scores, wherever shards are cut and limits fall.
public final class SourceComparison {
  private static final long SEED = 18;
  private static final int[] DEPTHS = {1, 7, 50, 200};
  private static final List<String> TEXTS =
      List.of(
          "",
          "heat pumps for cold winters 供热",
          "公交 深圳 比亚迪",
          "electric bus electric bus depot charging in the city",
          "zzqqx",
          "energy");

  private final Snapshot own;
  private final CandidateSource other;
  private final Taxonomy taxonomy;
  private final Random random = new Random(SEED);
  private int found;

  private SourceComparison(Snapshot own, CandidateSource other, Taxonomy taxonomy) {
    this.own = own;
    this.other = other;
    this.taxonomy = taxonomy;
  }

  /// Fails with the first difference.
  ///
  /// @param count queries of each kind
  /// @return the number of candidates compared
  public static int of(Snapshot own, CandidateSource other, Taxonomy taxonomy, int count) {
    SourceComparison comparison = new SourceComparison(own, other, taxonomy);
    EnumSet.complementOf(EnumSet.of(Kind.CITY)).forEach(kind -> comparison.compare(kind, count));
    return comparison.found;
  }

  /// What is recommended for the first needs, of each kind, and for the city of the first.
  public static List<Answer> recommendations(
      Snapshot snapshot, Recommender recommender, int count) {
    List<Answer> answers = new ArrayList<>();
    for (Entry each : snapshot.entries(Kind.NEED, 0, count)) {
      Need need = (Need) each;
      for (Kind kind : Kind.RANKED) {
        if (answers.size() < Kind.RANKED.size()) {
          answers.add(
              recommender.recommend(RecommendationRequest.ofCity(kind, need.city(), 20), snapshot));
        }
        RecommendationRequest request =
            RecommendationRequest.ofNeed(kind, need.city(), need.id(), 20);
        answers.add(recommender.recommend(request, snapshot));
      }
    }
    return answers;
  }

  private void compare(Kind kind, int count) {
    List<CandidateQuery> queries = queries(kind, count);
    List<List<Candidate>> expected = own.generation().candidates(queries, Deadline.NONE);
    CandidateSource.Ahead ahead = other.ahead(queries, Deadline.NONE);
    for (int i = 0; i < count; i++) {
      CandidateQuery query = queries.get(i);
      assertSame(expected.get(i), ahead.candidates().getOrDefault(query, List.of()), query);
      if (Kind.RANKED.contains(kind)) {
        assertEquals(own.matching(query), ahead.matching().get(query), query::toString);
      }
      found += expected.get(i).size();
    }
    List<CandidateQuery> alone = queries.subList(0, 1);
    assertEquals(expected.subList(0, 1), other.candidates(alone, Deadline.NONE));
    assertEquals(own.matching(alone.getFirst()), other.matching(alone.getFirst(), Deadline.NONE));
  }

  private static void assertSame(
      List<Candidate> expected, List<Candidate> actual, CandidateQuery query) {
    assertEquals(
        expected.stream().map(Candidate::id).toList(),
        actual.stream().map(Candidate::id).toList(),
        query::toString);
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), actual.get(i), query::toString);
    }
  }

  private List<CandidateQuery> queries(Kind kind, int count) {
    List<Entry> cities = own.entries(Kind.CITY, 0, 1_000);
    List<Code> codes = taxonomy.concepts().stream().map(Concept::code).toList();
    List<CandidateQuery> queries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<Code, Double> wanted = new HashMap<>();
      for (int n = random.nextInt(6); n > 0; n--) {
        wanted.put(codes.get(random.nextInt(codes.size())), n % 2 == 0 ? 1.0 : 0.3);
      }
      EntryId place = cities.get(random.nextInt(cities.size())).id();
      CityTraits city = random.nextInt(4) == 0 ? null : own.city(place).orElseThrow();
      String text = TEXTS.get(random.nextInt(TEXTS.size()));
      int depth = DEPTHS[random.nextInt(DEPTHS.length)];
      queries.add(new CandidateQuery(kind, wanted, text, city, depth));
    }
    return queries;
  }
}
