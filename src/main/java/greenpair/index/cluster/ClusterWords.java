package greenpair.index.cluster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.analysis.TextAnalyzers;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.document.FirstStageQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// The words of texts with their frequencies in the whole cluster. A generation never changes, so a
/// word is asked for once, and those of several texts together. A cluster counts words by shard, so
/// each shard is asked, by a routing that leads to it. Thread-safe.
final class ClusterWords {
  /// Number of words whose frequency is kept, those of some thousand needs.
  private static final int KNOWN_WORDS = 100_000;

  /// Number of routings to try for each shard; a few are enough, since they are hashed.
  private static final int ROUTINGS_PER_SHARD = 100;

  private static final String STATISTICS =
      "/_mtermvectors?filter_path=docs._index,docs.error,"
          + "docs.term_vectors.*.field_statistics.doc_count,docs.term_vectors.*.terms.*.doc_freq";

  private final Connection connection;
  private final String index;
  private final TextAnalyzers analysis;
  private final List<String> routings;
  private final Cache<Term, Long> frequencies =
      Caffeine.newBuilder().maximumSize(KNOWN_WORDS).build();

  /// By field, how many entries have it.
  private final Map<String, Long> documents = new ConcurrentHashMap<>();

  /// @param index with the entries
  ClusterWords(Connection connection, String index, TextAnalyzers analysis) {
    this.connection = connection;
    this.index = index;
    this.analysis = analysis;
    this.routings = routings(connection, index);
  }

  private record Term(String field, String text) {}

  /// A word in a field of the cluster.
  record Word(String field, String text, boolean occurs, double idf)
      implements FirstStageQuery.Word {}

  /// The words of a field.
  ///
  /// @param bound the sum of their idf
  record Words(List<Word> words, double bound) {}

  /// The words of a text by field of the embedded index.
  record Text(Map<String, Words> fields) {
    Words of(String field) {
      return Objects.requireNonNull(fields.get(field));
    }
  }

  /// The words of the texts of some queries.
  Map<CandidateQuery, Text> of(Collection<CandidateQuery> queries) {
    Map<CandidateQuery, Map<String, List<Term>>> terms = new LinkedHashMap<>();
    for (CandidateQuery query : queries) {
      terms.put(query, terms(query));
    }
    List<Term> all =
        terms.values().stream()
            .flatMap(each -> each.values().stream())
            .flatMap(List::stream)
            .toList();
    Map<Term, Long> counts = counts(all);
    Map<CandidateQuery, Text> texts = new HashMap<>();
    terms.forEach((query, fields) -> texts.put(query, text(fields, counts)));
    return texts;
  }

  private Map<String, List<Term>> terms(CandidateQuery query) {
    Map<String, List<Term>> terms = new LinkedHashMap<>();
    for (String field : FirstStageQuery.FIELDS.keySet()) {
      String there = RankFields.words(query.kind(), field);
      terms.put(
          field,
          analysis.terms(field, query.text()).stream().map(each -> new Term(there, each)).toList());
    }
    return terms;
  }

  private Text text(Map<String, List<Term>> terms, Map<Term, Long> counts) {
    Map<String, Words> fields = new LinkedHashMap<>();
    terms.forEach(
        (field, all) -> {
          List<Word> words = new ArrayList<>();
          for (Term term : all) {
            long frequency = counts.getOrDefault(term, 0L);
            double idf = FirstStageQuery.idf(documents.getOrDefault(term.field, 0L), frequency);
            words.add(new Word(term.field, term.text, frequency > 0, idf));
          }
          fields.put(field, new Words(List.copyOf(words), FirstStageQuery.bound(words)));
        });
    return new Text(fields);
  }

  /// The frequencies of words; those that are not known yet are asked for.
  private Map<Term, Long> counts(List<Term> terms) {
    Map<Term, Long> counts = new HashMap<>(frequencies.getAllPresent(terms));
    Map<String, Set<String>> unknown = new TreeMap<>();
    for (Term term : terms) {
      if (!counts.containsKey(term)) {
        unknown.computeIfAbsent(term.field, _ -> new LinkedHashSet<>()).add(term.text);
      }
    }
    if (!unknown.isEmpty()) {
      Map<Term, Long> asked = new HashMap<>();
      unknown.forEach(
          (field, texts) -> texts.forEach(text -> asked.put(new Term(field, text), 0L)));
      ask(unknown, asked);
      frequencies.putAll(asked);
      counts.putAll(asked);
    }
    return counts;
  }

  /// Adds up the counts of all shards.
  private void ask(Map<String, Set<String>> terms, Map<Term, Long> counts) {
    Map<String, String> document = new TreeMap<>();
    terms.forEach((field, words) -> document.put(field, String.join(" ", words)));
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
          "the cluster did not count words in all shards of %s (%s)"
              .formatted(index, answer.reason()));
    }
    Map<String, Long> having = new TreeMap<>();
    for (JsonNode shard : docs) {
      if (shard.has("error")) {
        throw unreachable(
            "the cluster did not count words: " + shard.path("error").path("reason").asString(""));
      }
      for (Map.Entry<String, JsonNode> field : shard.path("term_vectors").properties()) {
        long count = field.getValue().path("field_statistics").path("doc_count").asLong(0);
        having.merge(field.getKey(), Math.max(0, count), Long::sum);
        for (Map.Entry<String, JsonNode> term : field.getValue().path("terms").properties()) {
          Term found = new Term(field.getKey(), term.getKey());
          counts.merge(found, term.getValue().path("doc_freq").asLong(0), Long::sum);
        }
      }
    }
    documents.putAll(having);
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
    return new SharedException(Condition.UNREACHABLE, message);
  }
}
