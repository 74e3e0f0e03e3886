package greenpair.bench;

import module java.base;

import greenpair.catalog.Text;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.lucene.util.IOUtils;
import tools.jackson.databind.json.JsonMapper;

/// OpenSearch in this JVM, over HTTP, on the firms of the comparison and with the same work as
/// [BareEngine], by its default settings and Lucene's analyzers of the two languages.
final class OpenSearchEngine implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGE = 1_000;
  private static final int PLACES = 10;
  private static final List<String> TEXTS = List.of("title_en", "body_en", "title_zh", "body_zh");
  private static final List<String> FACETS = List.of("sector", "country", "market");

  private final OpenSearchNode node;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI root;

  private OpenSearchEngine(OpenSearchNode node) {
    this.node = node;
    this.root = node.address();
  }

  /// Starts a node and loads the firms into one segment of one shard.
  static OpenSearchEngine start(CompareCorpus corpus) throws IOException, InterruptedException {
    Path home = Catalogs.ROOT.resolve("opensearch");
    IOUtils.rm(home);
    OpenSearchEngine engine = new OpenSearchEngine(OpenSearchNode.start(home));
    engine.load(corpus);
    return engine;
  }

  private void load(CompareCorpus corpus) throws IOException, InterruptedException {
    Map<String, Object> fields = new HashMap<>();
    TEXTS.forEach(
        each ->
            fields.put(
                each,
                Map.of("type", "text", "analyzer", each.endsWith("_zh") ? "cjk" : "english")));
    FACETS.forEach(each -> fields.put(each, Map.of("type", "keyword")));
    Map<String, Object> settings = Map.of("number_of_shards", 1, "number_of_replicas", 0);
    send(
        "PUT",
        "/firms",
        JSON.writeValueAsString(
            Map.of("settings", settings, "mappings", Map.of("properties", fields))));
    StringBuilder lines = new StringBuilder();
    for (int number = 0; number < corpus.firms(); number++) {
      lines.append("{\"index\":{}}\n").append(line(corpus.doc(number))).append('\n');
      if (number % PAGE == PAGE - 1 || number == corpus.firms() - 1) {
        send("POST", "/firms/_bulk", lines.toString());
        lines.setLength(0);
      }
    }
    send("POST", "/firms/_forcemerge?max_num_segments=1", "");
    send("POST", "/firms/_refresh", "");
  }

  private static String line(CompareCorpus.Doc doc) {
    Map<String, Object> line = new LinkedHashMap<>();
    text(line, "title", doc.name());
    text(line, "body", doc.description());
    line.put("sector", doc.sectors());
    line.put("country", doc.country());
    line.put("market", doc.markets());
    return JSON.writeValueAsString(line);
  }

  private static void text(Map<String, Object> line, String field, Text text) {
    line.put(field + "_en", text.en());
    line.put(field + "_zh", text.zh());
  }

  String path() {
    return "/firms/_search?request_cache=false";
  }

  int port() {
    return root.getPort();
  }

  /// A search that counts three facets and highlights ten texts.
  String body(CompareCorpus.Query asked) {
    String language = asked.isChinese() ? "_zh" : "_en";
    List<Object> should =
        List.of(
            match("title" + language, asked.text(), BareEngine.TITLE),
            match("body" + language, asked.text(), 1));
    List<Object> filters = new ArrayList<>();
    if (asked.isFiltered()) {
      filters.add(Map.of("term", Map.of("country", asked.country())));
      filters.add(Map.of("term", Map.of("sector", asked.sector())));
    }
    Map<String, Object> facets = new HashMap<>();
    FACETS.forEach(each -> facets.put(each, Map.of("terms", Map.of("field", each, "size", 10))));
    Map<String, Object> marks = new HashMap<>();
    List.of("body_en", "body_zh")
        .forEach(each -> marks.put(each, Map.of("number_of_fragments", 0)));
    Map<String, Object> bool =
        Map.of("should", should, "minimum_should_match", 1, "filter", filters);
    return JSON.writeValueAsString(
        Map.of(
            "size",
            PLACES,
            "track_total_hits",
            true,
            "query",
            Map.of("bool", bool),
            "aggs",
            facets,
            "highlight",
            Map.of("fields", marks)));
  }

  private static Object match(String field, String words, float boost) {
    return Map.of("match", Map.of(field, Map.of("query", words, "boost", boost)));
  }

  private String send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(path))
            .header(
                "Content-Type",
                path.endsWith("_bulk") ? "application/x-ndjson" : "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
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
    node.close();
  }
}
