package greenpair.index.cluster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.catalog.Kind;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.document.Analysis;
import greenpair.index.document.FirstStage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The words of texts with their frequencies in the whole cluster, one request for a text. A
/// cluster counts words by shard, so each shard is asked, by a routing that leads to it.
/// Thread-safe.
final class ClusterWords {
  /// Number of cached words of recent texts, enough for some hundred needs.
  private static final int RECENT_WORDS = 30_000;

  /// Number of routings to try for each shard; a few are enough, since they are hashed.
  private static final int ROUTINGS_PER_SHARD = 100;

  private static final String STATISTICS =
      "/_mtermvectors?filter_path=docs._index,docs.error,"
          + "docs.term_vectors.*.field_statistics.doc_count,docs.term_vectors.*.terms.*.doc_freq";

  private final Connection connection;
  private final String index;
  private final Analysis analysis;
  private final List<String> routings;
  private final Cache<Asked, Text> recent =
      Caffeine.newBuilder()
          .maximumWeight(RECENT_WORDS)
          .weigher((Asked asked, Text text) -> text.size())
          .build();

  /// @param index with the entries
  ClusterWords(Connection connection, String index, Analysis analysis) {
    this.connection = connection;
    this.index = index;
    this.analysis = analysis;
    this.routings = routings(connection, index);
  }

  private record Asked(Kind kind, String text) {}

  /// A word in a field of the cluster.
  record Word(String field, String text, boolean occurs, double idf) implements FirstStage.Word {}

  /// The words of a field.
  ///
  /// @param bound the sum of their idf
  record Words(List<Word> words, double bound) {}

  /// The words of a text by field of the embedded index.
  record Text(Map<String, Words> fields) {
    Words of(String field) {
      return Objects.requireNonNull(fields.get(field));
    }

    private int size() {
      return 1 + fields.values().stream().mapToInt(each -> each.words.size()).sum();
    }
  }

  /// The words of a text. Recent texts are cached, because the needs of a programme recur.
  Text of(Kind kind, String text) {
    Asked asked = new Asked(kind, text);
    Text known = recent.getIfPresent(asked);
    if (known == null) {
      known = read(kind, text);
      recent.put(asked, known);
    }
    return known;
  }

  private Text read(Kind kind, String text) {
    Map<String, List<String>> terms = new LinkedHashMap<>();
    FirstStage.FIELDS.keySet().forEach(field -> terms.put(field, analysis.terms(field, text)));
    Counts counts = new Counts();
    if (terms.values().stream().anyMatch(each -> !each.isEmpty())) {
      counts = counts(kind, terms);
    }
    Map<String, Words> fields = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> each : terms.entrySet()) {
      String field = RankFields.words(kind, each.getKey());
      List<Word> words = new ArrayList<>();
      for (String term : each.getValue()) {
        long frequency = counts.frequency(field, term);
        double idf = FirstStage.idf(counts.documents(field), frequency);
        words.add(new Word(field, term, frequency > 0, idf));
      }
      fields.put(each.getKey(), new Words(List.copyOf(words), FirstStage.bound(words)));
    }
    return new Text(fields);
  }

  /// Sums over all shards.
  private static final class Counts {
    private final Map<String, Long> documents = new TreeMap<>();
    private final Map<String, Map<String, Long>> frequencies = new TreeMap<>();

    long documents(String field) {
      return documents.getOrDefault(field, 0L);
    }

    long frequency(String field, String term) {
      return frequencies.getOrDefault(field, Map.of()).getOrDefault(term, 0L);
    }

    void add(String field, JsonNode vector) {
      long count = vector.path("field_statistics").path("doc_count").asLong(0);
      documents.merge(field, Math.max(0, count), Long::sum);
      Map<String, Long> of = frequencies.computeIfAbsent(field, _ -> new TreeMap<>());
      vector
          .path("terms")
          .properties()
          .forEach(
              term ->
                  of.merge(term.getKey(), term.getValue().path("doc_freq").asLong(0), Long::sum));
    }
  }

  private Counts counts(Kind kind, Map<String, List<String>> terms) {
    Map<String, Object> document = new LinkedHashMap<>();
    terms.forEach(
        (field, words) -> {
          if (!words.isEmpty()) {
            document.put(RankFields.words(kind, field), String.join(" ", words));
          }
        });
    List<Object> shards = new ArrayList<>();
    for (String routing : routings) {
      Map<String, Object> shard = new LinkedHashMap<>();
      shard.put("doc", document);
      shard.put("routing", routing);
      shard.put("term_statistics", true);
      shard.put("positions", false);
      shard.put("offsets", false);
      shard.put("payloads", false);
      shards.add(shard);
    }
    Connection.Answer answer =
        connection.ask("POST", "/" + index + STATISTICS, Map.of("docs", shards));
    UnansweredException.check(answer);
    JsonNode docs = answer.body().path("docs");
    if (!answer.isGood() || docs.size() != shards.size()) {
      throw unreachable(
          "the cluster did not count words in all shards of "
              + index
              + " ("
              + answer.reason()
              + ")");
    }
    Counts counts = new Counts();
    for (JsonNode shard : docs) {
      if (shard.has("error")) {
        throw unreachable(
            "the cluster did not count words: " + shard.path("error").path("reason").asString(""));
      }
      shard
          .path("term_vectors")
          .properties()
          .forEach(field -> counts.add(field.getKey(), field.getValue()));
    }
    return counts;
  }

  /// A routing that leads to each of the shards.
  private static List<String> routings(Connection connection, String index) {
    String path = "/" + index + "/_search_shards";
    int shards = connection.get(path).path("shards").size();
    Map<Integer, String> routings = new TreeMap<>();
    for (int i = 0; routings.size() < shards && i < ROUTINGS_PER_SHARD * shards; i++) {
      String routing = Integer.toString(i);
      JsonNode group = connection.get(path + "?routing=" + routing).path("shards").path(0);
      int shard = group.path(0).path("shard").asInt(-1);
      if (shard < 0) {
        throw unreachable("a shard of " + index + " is not assigned");
      }
      routings.putIfAbsent(shard, routing);
    }
    if (shards == 0 || routings.size() < shards) {
      throw unreachable("the cluster did not name the shards of " + index);
    }
    return List.copyOf(routings.values());
  }

  private static SharedException unreachable(String message) {
    return new SharedException(Condition.UNREACHABLE, message, null);
  }
}
