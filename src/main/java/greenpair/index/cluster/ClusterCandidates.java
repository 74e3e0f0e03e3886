package greenpair.index.cluster;

import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.analysis.TextAnalyzers;
import greenpair.index.codec.CityCodec;
import greenpair.index.codec.CityTable;
import greenpair.index.codec.CodeTable;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.document.CoreFields;
import greenpair.index.document.FirstStageQuery;
import greenpair.index.read.CandidateSource;
import greenpair.index.read.Deadline;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.apache.lucene.util.BytesRef;
import org.opensearch.client.opensearch.generic.Body;
import tools.jackson.databind.JsonNode;

/// Candidates found by the cluster. Scores are those of the embedded index: statistics are those of
/// all shards, and of entries with equal scores the first in the catalog is taken. For a need, two
/// requests are sent at once, before them one if it has words that no need had before, and after
/// them one for the cases of solutions.
final class ClusterCandidates implements CandidateSource {
  private static final int CITIES_OF_A_PAGE = 5_000;
  private static final String WHOLE = "/_search?allow_partial_search_results=false";
  private static final String SEARCH =
      WHOLE
          + "&search_type=dfs_query_then_fetch&request_cache=false&include_named_queries_score=true"
          + "&filter_path=error,_shards.failed,hits.hits.sort,hits.hits.fields,"
          + "hits.hits.matched_queries";
  private static final String SEARCHES =
      "/_msearch?filter_path=error,responses.error,responses.status,responses._shards.failed,"
          + "responses.hits.total.value,responses.hits.hits.sort,responses.hits.hits.fields";

  /// Of each search that is sent with others.
  private static final byte[] HEAD =
      Connection.JSON.writeValueAsBytes(
          Map.of(
              "search_type", "dfs_query_then_fetch",
              "allow_partial_search_results", false,
              "request_cache", false));

  private final Connection connection;
  private final String index;
  private final ClusterWords words;
  private final TraitsCodec codec;
  private final CityTable cities = new CityTable();

  private ClusterCandidates(
      Connection connection, IndexSet set, Taxonomy taxonomy, IndexSettings settings) {
    this.connection = connection;
    this.index = set.entries();
    this.words = new ClusterWords(connection, index, new TextAnalyzers(settings));
    this.codec = new TraitsCodec(new CodeTable(taxonomy));
    readCities();
  }

  /// Opens an index set.
  ///
  /// @throws SharedException if it does not have the fields, or the cluster does not answer
  static CandidateSource open(
      Connection connection, IndexSet set, Taxonomy taxonomy, IndexSettings settings) {
    boolean isThere =
        connection.find("/" + set.entries() + "/_mapping").stream()
            .map(found -> found.path(set.entries()).path("mappings").path("properties"))
            .anyMatch(fields -> fields.has(RankFields.TRAITS));
    if (!isThere) {
      throw new SharedException(
          Condition.OTHER_CONFIGURATION,
          "the index "
              + set.entries()
              + " was loaded without cluster_queries and cannot be asked for candidates; set"
              + " cluster_queries on every server that reindexes, and reindex");
    }
    return new ClusterCandidates(connection, set, taxonomy, settings);
  }

  private void readCities() {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("size", CITIES_OF_A_PAGE);
    request.put("track_total_hits", false);
    request.put("_source", false);
    request.put("docvalue_fields", List.of(RankFields.TRAITS));
    request.put("sort", List.of(Map.of(RankFields.PLACE, "asc")));
    request.put("query", Map.of("term", Map.of(RankFields.KIND, Kind.CITY.word())));
    JsonNode hits;
    do {
      hits = hits(connection.send("POST", "/" + index + WHOLE, request)).path("hits");
      for (JsonNode hit : hits) {
        CityCodec.unpack(traits(hit), cities);
        request.put("search_after", List.of(hit.path("sort").path(0).asLong()));
      }
    } while (hits.size() == CITIES_OF_A_PAGE);
  }

  private static BytesRef traits(JsonNode hit) {
    String packed = hit.path("fields").path(RankFields.TRAITS).path(0).asString("");
    return new BytesRef(Base64.getDecoder().decode(packed));
  }

  @Override
  public List<List<Candidate>> candidates(List<CandidateQuery> queries, Deadline deadline) {
    Map<CandidateQuery, List<Candidate>> found = find(queries, List.of(), deadline).candidates();
    return queries.stream().map(query -> Objects.requireNonNull(found.get(query))).toList();
  }

  @Override
  public long matching(CandidateQuery query, Deadline deadline) {
    return Objects.requireNonNull(find(List.of(), List.of(query), deadline).matching().get(query));
  }

  @Override
  public Ahead ahead(List<CandidateQuery> queries, Deadline deadline) {
    return find(
        queries,
        queries.stream().filter(each -> Kind.RANKED.contains(each.kind())).toList(),
        deadline);
  }

  private Ahead find(
      List<CandidateQuery> queries, List<CandidateQuery> counted, Deadline deadline) {
    // One search for all queries that differ in depth only.
    Map<CandidateQuery, CandidateQuery> deepest = new LinkedHashMap<>();
    for (CandidateQuery each : queries) {
      deepest.merge(each.to(1), each, (one, other) -> one.depth() < other.depth() ? other : one);
    }
    List<Search> searches = new ArrayList<>();
    deepest.values().forEach(query -> searches.add(new Search(query, false)));
    counted.forEach(query -> searches.add(new Search(query, true)));
    deadline.check();
    Map<CandidateQuery, ClusterWords.Text> texts =
        words.of(searches.stream().map(Search::query).toList());
    deadline.check();
    Map<Search, JsonNode> answers = ask(searches, texts, deadline);
    Map<CandidateQuery, List<Placed>> strongest = new HashMap<>();
    deepest.forEach(
        (any, query) ->
            strongest.put(
                any, read(known(answers, new Search(query, false)), known(texts, query))));
    Map<CandidateQuery, List<Candidate>> candidates = new HashMap<>();
    for (CandidateQuery each : queries) {
      candidates.put(each, first(each.depth(), known(strongest, each.to(1))));
    }
    Map<CandidateQuery, Long> matching = new HashMap<>();
    for (CandidateQuery each : counted) {
      JsonNode hits = known(answers, new Search(each, true));
      matching.put(each, hits.path("total").path("value").asLong());
    }
    return new Ahead(candidates, matching);
  }

  private record Search(CandidateQuery query, boolean isCount) {
    /// Only a search that is sent alone returns the scores of its words.
    boolean isAlone() {
      return !isCount && !query.text().isEmpty();
    }

    Map<String, Object> body(Map<CandidateQuery, ClusterWords.Text> texts) {
      ClusterWords.Text text = known(texts, query);
      return isCount ? RankQueries.count(query, text) : RankQueries.candidates(query, text);
    }
  }

  private static <K, V> V known(Map<K, V> answers, K question) {
    return Objects.requireNonNull(answers.get(question));
  }

  /// The hits of each search. Those that can be sent together are, while the others are sent.
  private Map<Search, JsonNode> ask(
      List<Search> searches, Map<CandidateQuery, ClusterWords.Text> texts, Deadline deadline) {
    Map<Search, Map<String, Object>> alone = new LinkedHashMap<>();
    Map<Search, Map<String, Object>> together = new LinkedHashMap<>();
    searches.forEach(each -> (each.isAlone() ? alone : together).put(each, each.body(texts)));
    Map<Search, JsonNode> answers = new HashMap<>();
    FutureTask<List<JsonNode>> others = new FutureTask<>(() -> searchAll(together.values()));
    Thread.startVirtualThread(others);
    try {
      alone.forEach(
          (search, body) -> {
            deadline.check();
            answers.put(search, search(body));
          });
      Iterator<JsonNode> hits = result(others).iterator();
      together.keySet().forEach(search -> answers.put(search, hits.next()));
      return answers;
    } finally {
      others.cancel(true);
    }
  }

  private static <T> T result(Future<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the cluster", e);
    }
  }

  private JsonNode search(Map<String, Object> body) {
    Body json = Connection.json(Connection.JSON.writeValueAsBytes(body));
    return hits(good(connection.once("POST", "/" + index + SEARCH, json)));
  }

  /// The hits of each of several searches, from one request.
  private List<JsonNode> searchAll(Collection<Map<String, Object>> bodies) {
    if (bodies.isEmpty()) {
      return List.of();
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Map<String, Object> body : bodies) {
      lines.writeBytes(HEAD);
      lines.write('\n');
      lines.writeBytes(Connection.JSON.writeValueAsBytes(body));
      lines.write('\n');
    }
    JsonNode answer =
        good(
            connection.once("POST", "/" + index + SEARCHES, Connection.lines(lines.toByteArray())));
    List<JsonNode> hits = new ArrayList<>();
    for (JsonNode each : answer.path("responses")) {
      hits.add(hits(good(new Connection.Answer(each.path("status").asInt(200), each))));
    }
    if (hits.size() != bodies.size()) {
      throw failed("not all searches were answered");
    }
    return hits;
  }

  private JsonNode good(Connection.Answer answer) {
    UnansweredException.check(answer);
    if (!answer.isGood()) {
      throw failed(answer.reason());
    }
    return answer.body();
  }

  /// The hits of all shards. An answer of another program, say a proxy, names no shards.
  private JsonNode hits(JsonNode answer) {
    if (answer.path("_shards").path("failed").asInt(1) > 0) {
      throw failed("not all shards answered");
    }
    return answer.path("hits");
  }

  private SharedException failed(String reason) {
    return new SharedException(
        Condition.UNREACHABLE, "the cluster did not search " + index + " (" + reason + ")");
  }

  private record Placed(long place, Candidate candidate) {}

  /// The candidates in the order of their scores.
  private List<Placed> read(JsonNode hits, ClusterWords.Text asked) {
    List<Placed> found = new ArrayList<>();
    for (JsonNode hit : hits.path("hits")) {
      if (hit.path("sort").path(0).asDouble(0) < RankQueries.LEAST) {
        break;
      }
      TraitsCodec.Unpacked unpacked = codec.unpack(traits(hit), cities);
      Map<String, Double> shares = new LinkedHashMap<>();
      asked
          .fields()
          .forEach(
              (field, words) -> {
                float score = hit.path("matched_queries").path(field).floatValue(0);
                double share = FirstStageQuery.share(score / RankQueries.UNNOTICED, words.bound());
                shares.put(field, score == 0 ? 0 : share);
              });
      double text =
          Math.max(
              shares.getOrDefault(CoreFields.ENGLISH, 0.0),
              shares.getOrDefault(CoreFields.CHINESE, 0.0));
      Candidate candidate =
          new Candidate(
              unpacked.id(),
              unpacked.traits(),
              unpacked.precedents(),
              shares.getOrDefault(CoreFields.NAME, 0.0),
              text);
      found.add(new Placed(hit.path("sort").path(1).asLong(), candidate));
    }
    return found;
  }

  /// The strongest, in the order of the catalog.
  private static List<Candidate> first(int depth, List<Placed> found) {
    return found.stream()
        .limit(depth)
        .sorted(Comparator.comparingLong(Placed::place))
        .map(Placed::candidate)
        .toList();
  }
}
