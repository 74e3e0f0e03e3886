package greenpair.index.read;

import greenpair.index.analysis.IndexSettings;
import greenpair.index.analysis.TextAnalyzers;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.document.CoreFields;
import greenpair.index.document.EntryDocumentBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The first stage of recommendations as bare queries of OpenSearch over HTTP: a yardstick.
///
/// The module with `rank_feature` is not on the class path. A feature is therefore a token,
/// repeated twice its strength s, in a field with b = 0 and k1 = twice the pivot p: BM25 of it is
/// idf s / (s + p), and the boost is divided by the idf. Words are indexed as the terms of the
/// analyzers, so OpenSearch does not analyse them.
public final class BareCandidates implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGE = 500;
  private static final List<String> WORDS =
      List.of(CoreFields.NAME, CoreFields.ENGLISH, CoreFields.CHINESE);
  private static final Pattern FEATURE =
      Pattern.compile("FeatureQuery\\(field=(\\S+), feature=(\\S+), function=.*");

  private final DirectoryReader reader;
  private final Queries queries;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI root;
  private final String index;

  /// @param directory of the Lucene index of a kind
  /// @param address of a node
  public BareCandidates(Path directory, IndexSettings settings, String address) throws IOException {
    this.reader = DirectoryReader.open(new MMapDirectory(directory));
    this.queries = new Queries(new TextAnalyzers(settings), new LiveSearcher(reader));
    this.root = URI.create(address);
    this.index = "/bare-" + directory.getFileName();
  }

  /// Loads all entries of the kind, with the same terms, strengths and traits.
  public void load(int shards, int replicas) throws IOException, InterruptedException {
    Map<String, Object> fields = new HashMap<>();
    WORDS.forEach(each -> fields.put(each, words("words")));
    fields.put(CoreFields.TECHNOLOGY, words("saturation"));
    fields.put(CoreFields.TRAITS, Map.of("type", "binary", "store", true));
    Map<String, Object> settings =
        Map.of(
            "number_of_shards",
            shards,
            "number_of_replicas",
            replicas,
            "similarity",
            Map.of(
                "words",
                Map.of("type", "BM25"),
                "saturation",
                Map.of("type", "BM25", "b", 0, "k1", 6)));
    Map<String, Object> mappings =
        Map.of("_source", Map.of("enabled", false), "properties", fields);
    send("PUT", index, JSON.writeValueAsString(Map.of("settings", settings, "mappings", mappings)));
    for (LeafReaderContext leaf : reader.leaves()) {
      load(leaf.reader());
    }
    send("POST", index + "/_forcemerge?max_num_segments=1", "");
    send("POST", index + "/_refresh", "");
  }

  private static Map<String, Object> words(String similarity) {
    return Map.of(
        "type",
        "text",
        "analyzer",
        "whitespace",
        "index_options",
        "freqs",
        "similarity",
        similarity);
  }

  private void load(LeafReader leaf) throws IOException, InterruptedException {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (int doc = 0; doc < leaf.maxDoc(); doc++) {
      documents.add(new LinkedHashMap<>());
    }
    for (String field : WORDS) {
      collect(leaf, field, documents);
    }
    collect(leaf, CoreFields.TECHNOLOGY, documents);
    var traits = leaf.getBinaryDocValues(CoreFields.TRAITS);
    var labels = leaf.getBinaryDocValues(CoreFields.LABEL);
    StringBuilder lines = new StringBuilder();
    for (int doc = 0; doc < documents.size(); doc++) {
      traits.advance(doc);
      labels.advance(doc);
      var packed = traits.binaryValue();
      byte[] bytes = Arrays.copyOfRange(packed.bytes, packed.offset, packed.offset + packed.length);
      documents.get(doc).put(CoreFields.TRAITS, Base64.getEncoder().encodeToString(bytes));
      String id = EntryDocumentBuilder.named(labels.binaryValue()).id().value();
      lines.append(JSON.writeValueAsString(Map.of("index", Map.of("_id", id)))).append('\n');
      lines.append(JSON.writeValueAsString(documents.get(doc))).append('\n');
      documents.set(doc, Map.of());
      if (doc % PAGE == PAGE - 1 || doc == documents.size() - 1) {
        if (send("POST", index + "/_bulk", lines.toString()).contains("\"errors\":true")) {
          throw new IOException("a document was not accepted");
        }
        lines.setLength(0);
      }
    }
  }

  /// Adds the terms of a field to its documents, each as often as it occurs.
  private static void collect(LeafReader leaf, String field, List<Map<String, Object>> documents)
      throws IOException {
    var terms = leaf.terms(field);
    if (terms == null) {
      return;
    }
    TermsEnum each = terms.iterator();
    for (var term = each.next(); term != null; term = each.next()) {
      String word = term.utf8ToString() + " ";
      PostingsEnum postings = each.postings(null, PostingsEnum.FREQS);
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int times = field.equals(CoreFields.TECHNOLOGY) ? twice(postings.freq()) : postings.freq();
        documents.get(postings.docID()).merge(field, word.repeat(times), BareCandidates::join);
      }
    }
  }

  private static Object join(Object one, Object other) {
    return one.toString() + other;
  }

  /// Twice the strength of a feature, which Lucene keeps as the upper bits of a float.
  private static int twice(int frequency) {
    return Math.round(2 * Float.intBitsToFloat(frequency << 15));
  }

  /// A prepared query.
  ///
  /// @return JSON
  public String prepare(CandidateQuery query) throws IOException {
    List<Object> should = new ArrayList<>();
    Query first = queries.firstStage(query, queries.words(query.text()));
    for (BooleanClause clause : (BooleanQuery) first) {
      should.add(term(clause.query()));
    }
    return JSON.writeValueAsString(
        Map.of(
            "size",
            query.depth(),
            "track_total_hits",
            false,
            "stored_fields",
            List.of(CoreFields.TRAITS),
            "query",
            Map.of("bool", Map.of("should", should))));
  }

  private Object term(Query clause) throws IOException {
    float boost = clause instanceof BoostQuery boosted ? boosted.getBoost() : 1;
    Query inner = clause instanceof BoostQuery boosted ? boosted.getQuery() : clause;
    if (inner instanceof TermQuery word) {
      return term(word.getTerm().field(), word.getTerm().text(), boost);
    }
    Matcher feature = FEATURE.matcher(inner.toString());
    if (!feature.matches()) {
      throw new IllegalStateException("another query: " + inner);
    }
    double df = reader.docFreq(new Term(CoreFields.TECHNOLOGY, feature.group(2)));
    double all = reader.getDocCount(CoreFields.TECHNOLOGY);
    double idf = Math.log(1 + (all - df + 0.5) / (df + 0.5));
    return term(CoreFields.TECHNOLOGY, feature.group(2), boost / idf);
  }

  private static Object term(String field, String value, double boost) {
    return Map.of("term", Map.of(field, Map.of("value", value, "boost", boost)));
  }

  /// Asks with global statistics.
  ///
  /// @return length of the answer
  public int search(String prepared) throws IOException, InterruptedException {
    return ask(prepared).length();
  }

  /// The ids that a query finds.
  public Set<String> ids(String prepared) throws IOException, InterruptedException {
    Set<String> ids = new HashSet<>();
    for (JsonNode hit : JSON.readTree(ask(prepared)).path("hits").path("hits")) {
      ids.add(hit.path("_id").asString(""));
    }
    return Collections.unmodifiableSet(ids);
  }

  private String ask(String prepared) throws IOException, InterruptedException {
    return send(
        "POST", index + "/_search?search_type=dfs_query_then_fetch&request_cache=false", prepared);
  }

  private String send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + path + ": " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() throws IOException {
    client.close();
    reader.close();
  }
}
