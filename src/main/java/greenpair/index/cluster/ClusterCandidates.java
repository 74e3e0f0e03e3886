package greenpair.index.cluster;

import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.codec.CityCodec;
import greenpair.index.codec.CityTable;
import greenpair.index.codec.CodeTable;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.document.Analysis;
import greenpair.index.document.Fields;
import greenpair.index.document.FirstStage;
import greenpair.index.query.Candidate;
import greenpair.index.query.CandidateQuery;
import greenpair.index.read.CandidateSource;
import greenpair.index.read.Deadline;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import tools.jackson.databind.JsonNode;

/// Candidates found by the cluster. Scores are those of the embedded index: statistics are those of
/// all shards, and of entries with equal scores the first in the catalog is taken. For a need,
/// three to five requests are sent, and once another for the frequencies of its words.
final class ClusterCandidates implements CandidateSource {
  private static final int CITIES_OF_A_PAGE = 5_000;
  private static final String WHOLE = "allow_partial_search_results=false";
  private static final String HITS =
      "_shards.failed,hits.hits.sort,hits.hits.fields,hits.hits.matched_queries,error,status";
  private static final String SEARCH =
      "search_type=dfs_query_then_fetch&request_cache=false&include_named_queries_score=true&"
          + WHOLE
          + "&filter_path="
          + HITS;
  private static final String SEARCHES =
      "filter_path=responses." + HITS.replace(",", ",responses.") + ",error";

  /// Of each of several searches.
  private static final byte[] HEAD =
      Connection.JSON.writeValueAsBytes(
          Map.of(
              "search_type",
              "dfs_query_then_fetch",
              "allow_partial_search_results",
              false,
              "request_cache",
              false));

  private final Connection connection;
  private final String index;
  private final ClusterWords words;
  private final TraitsCodec codec;
  private final CityTable cities = new CityTable();

  private ClusterCandidates(
      Connection connection, IndexSet set, Taxonomy taxonomy, IndexSettings settings) {
    this.connection = connection;
    this.index = set.entries();
    this.words = new ClusterWords(connection, index, new Analysis(settings));
    this.codec = new TraitsCodec(new CodeTable(taxonomy));
    readCities();
  }

  /// Opens an index set.
  ///
  /// @throws SharedException when it does not have the fields, or the cluster does not answer
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
              + " cluster_queries on every server that reindexes, and reindex",
          null);
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
      hits = hits(connection.send("POST", "/" + index + "/_search?" + WHOLE, request));
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
    List<ClusterWords.Text> texts = queries.stream().map(each -> words(each, deadline)).toList();
    List<Map<String, Object>> bodies = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      bodies.add(RankQueries.candidates(queries.get(i), texts.get(i)));
    }
    // Only a search that is sent alone returns the scores of its words.
    boolean areTogether = queries.size() > 1 && queries.stream().allMatch(q -> q.text().isEmpty());
    List<JsonNode> hits =
        areTogether
            ? searchAll(bodies)
            : bodies.stream().map(body -> search(body, deadline)).toList();
    List<List<Candidate>> found = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      found.add(read(hits.get(i), texts.get(i)));
    }
    return found;
  }

  @Override
  public long matching(CandidateQuery query, Deadline deadline) {
    Map<String, Object> body = RankQueries.count(query, words(query, deadline));
    deadline.check();
    return whole(ask("/_count", json(body))).path("count").asLong();
  }

  private ClusterWords.Text words(CandidateQuery query, Deadline deadline) {
    deadline.check();
    return words.of(query.kind(), query.text());
  }

  /// The hits of a search.
  private JsonNode search(Map<String, Object> body, Deadline deadline) {
    deadline.check();
    return hits(ask("/_search?" + SEARCH, json(body)));
  }

  /// The hits of each of several searches in one request.
  private List<JsonNode> searchAll(List<Map<String, Object>> bodies) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Map<String, Object> body : bodies) {
      lines.writeBytes(HEAD);
      lines.write('\n');
      lines.writeBytes(Connection.JSON.writeValueAsBytes(body));
      lines.write('\n');
    }
    JsonNode answer = ask("/_msearch?" + SEARCHES, Connection.lines(lines.toByteArray()));
    List<JsonNode> hits = new ArrayList<>();
    for (JsonNode each : answer.path("responses")) {
      hits.add(hits(good(new Connection.Answer(each.path("status").asInt(200), each))));
    }
    if (hits.size() != bodies.size()) {
      throw failed("not all searches were answered");
    }
    return hits;
  }

  private static @Nullable Body json(Map<String, Object> body) {
    return Connection.json(Connection.JSON.writeValueAsBytes(body));
  }

  private JsonNode ask(String path, @Nullable Body body) {
    return good(connection.once("POST", "/" + index + path, body));
  }

  private JsonNode good(Connection.Answer answer) {
    UnansweredException.check(answer);
    if (!answer.isGood()) {
      throw failed(answer.reason());
    }
    return answer.body();
  }

  private JsonNode hits(JsonNode answer) {
    return whole(answer).path("hits").path("hits");
  }

  /// An answer of all shards. That of another program, say a proxy, names no shards.
  private JsonNode whole(JsonNode answer) {
    if (answer.path("_shards").path("failed").asInt(1) > 0) {
      throw failed("not all shards answered");
    }
    return answer;
  }

  private SharedException failed(String reason) {
    return new SharedException(
        Condition.UNREACHABLE, "the cluster did not search " + index + " (" + reason + ")", null);
  }

  private record Placed(long place, Candidate candidate) {}

  private List<Candidate> read(JsonNode hits, ClusterWords.Text asked) {
    List<Placed> found = new ArrayList<>();
    for (JsonNode hit : hits) {
      TraitsCodec.Unpacked unpacked = codec.unpack(traits(hit), cities);
      Map<String, Double> shares = new LinkedHashMap<>();
      asked
          .fields()
          .forEach(
              (field, words) -> {
                float score = hit.path("matched_queries").path(field).floatValue(0);
                double share = FirstStage.share(score / RankQueries.UNNOTICED, words.bound());
                shares.put(field, score == 0 ? 0 : share);
              });
      double text =
          Math.max(
              shares.getOrDefault(Fields.ENGLISH, 0.0), shares.getOrDefault(Fields.CHINESE, 0.0));
      Candidate candidate =
          new Candidate(
              unpacked.id(),
              unpacked.traits(),
              unpacked.precedents(),
              shares.getOrDefault(Fields.NAME, 0.0),
              text);
      found.add(new Placed(hit.path("sort").path(1).asLong(), candidate));
    }
    return found.stream()
        .sorted(Comparator.comparingLong(Placed::place))
        .map(Placed::candidate)
        .toList();
  }
}
