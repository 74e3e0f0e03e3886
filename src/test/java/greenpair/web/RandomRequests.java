package greenpair.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import module java.base;

import greenpair.web.auth.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Requests that no client would send, and some that one would: over all routes with the
/// parameters, headers and bodies that the OpenAPI document names, whole or spoiled. They go over a
/// bare socket, since a client library would put them right.
final class RandomRequests {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");
  private static final Pattern LOCATION =
      Pattern.compile("(?im)^Location: \\S*/([A-Za-z0-9-]{1,40})(?:\\?.*)?\r?$");
  private static final int PATIENCE = 30_000;
  private static final int MOST_IDS = 60;

  private final int port;
  private final Random random;
  private final List<Route> routes;
  private final JsonNode document;
  private final List<String> parameters;
  private final List<String> fields;
  private final List<String> headers;
  private final List<String> ids;

  RandomRequests(Server server, JsonNode document, List<String> ids, Random random) {
    this.port = server.port();
    this.random = random;
    this.document = document;
    this.ids = new ArrayList<>(ids);
    this.routes =
        server.routes().stream()
            .sorted(Comparator.comparing(each -> each.method() + each.path()))
            .toList();
    this.parameters = named("query");
    this.headers = new ArrayList<>(named("header"));
    headers.addAll(
        List.of(
            "Accept",
            "Accept-Language",
            "Range",
            "Cookie",
            "Origin",
            "Sec-Fetch-Site",
            "Forwarded",
            "X-Forwarded-For",
            "X-HTTP-Method-Override",
            "Content-Encoding",
            "If-None-Match",
            "If-Modified-Since",
            "traceparent",
            "Referer",
            "Upgrade",
            "Last-Event-ID"));
    TreeSet<String> keys = new TreeSet<>();
    document.findValues("properties").forEach(each -> keys.addAll(each.propertyNames()));
    keys.addAll(List.of("csrf", "back", "number", "subject.en", "confirm", "token"));
    this.fields = List.copyOf(keys);
  }

  private List<String> named(String in) {
    return document.findParents("in").stream()
        .filter(each -> each.path("in").asString("").equals(in))
        .map(each -> each.path("name").asString(""))
        .distinct()
        .sorted()
        .toList();
  }

  /// One request, as it goes over the wire.
  @SuppressWarnings("ArrayRecordComponent") // Created once, sent once, never compared.
  record Request(String line, byte[] bytes) {}

  /// What came back.
  ///
  /// @param status 0 where the server hung up, as it may on one who breaks the protocol
  record Answer(int status, String text, long millis) {}

  /// The next one.
  ///
  /// @param token empty for an anonymous caller
  Request next(String token) {
    Route route = pick(routes);
    String method = rarely() ? pick(RequestWords.METHODS) : route.method().name();
    String target = path(route.path()) + query();
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    head.append("Connection: close\r\n");
    if (!token.isEmpty()) {
      head.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    for (int at = random.nextInt(4); at > 0; at--) {
      head.append(pick(headers)).append(": ").append(header()).append("\r\n");
    }
    boolean hasBody = (!method.equals("GET") && !method.equals("HEAD")) || random.nextInt(40) == 0;
    String type = random.nextInt(4) == 0 ? pick(RequestWords.TYPES) : usual(route.path());
    byte[] body = hasBody ? body(route, type) : new byte[0];
    if (hasBody) {
      head.append("Content-Type: ").append(type).append("\r\nContent-Length: ");
      head.append(body.length).append("\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(UTF_8));
    all.writeBytes(body);
    return new Request(method + " " + target + " " + type, all.toByteArray());
  }

  private static String usual(String path) {
    return path.startsWith("/api/") || path.equals("/mcp")
        ? RequestWords.TYPES.get(0)
        : RequestWords.TYPES.get(1);
  }

  private String path(String template) {
    Matcher place = PLACE.matcher(template);
    return place.replaceAll(found -> Matcher.quoteReplacement(rarely() ? bad() : pick(ids)));
  }

  private String query() {
    StringBuilder query = new StringBuilder();
    for (int at = random.nextInt(5); at > 0; at--) {
      query.append(query.isEmpty() ? '?' : '&');
      query.append(rarely() ? bad() : pick(parameters)).append('=').append(word());
    }
    return query.toString();
  }

  private String word() {
    return switch (random.nextInt(4)) {
      case 0 -> bad();
      case 1 -> pick(ids);
      default -> pick(RequestWords.GOOD_WORDS);
    };
  }

  private String bad() {
    return random.nextInt(30) == 0
        ? pick(List.of("a", "%E6%B3%B5", "%20x", "%2C", "1")).repeat(1 + random.nextInt(1_500))
        : pick(RequestWords.BAD_WORDS);
  }

  private String header() {
    return switch (random.nextInt(7)) {
      case 0 -> "*/*";
      case 1 -> "\"" + random.nextInt(3) + "\"";
      case 2 -> "zh-CN,zh;q=0.9,en;q=0." + random.nextInt(10);
      case 3 -> "en;q=1,".repeat(1 + random.nextInt(700));
      case 4 -> "bytes=" + random.nextInt() + "-,0-0";
      case 5 -> "text/csv;q=0.1, application/json;q=x";
      default -> pick(List.of("", "é中\u0001", "null", "session=x; session=y", "127.0.0.1, ::1"));
    };
  }

  private byte[] body(Route route, String type) {
    byte[] whole =
        type.contains("form-urlencoded")
            ? form()
            : type.contains("multipart") ? multipart() : json(route);
    return switch (random.nextInt(12)) {
      case 0 -> Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      case 1 -> flipped(whole);
      case 2 -> ("[".repeat(random.nextInt(30_000)) + "1").getBytes(UTF_8);
      default -> whole;
    };
  }

  private byte[] flipped(byte[] whole) {
    byte[] spoiled = whole.clone();
    for (int at = 0; at < 3 && spoiled.length > 0; at++) {
      spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
    }
    return spoiled;
  }

  private byte[] form() {
    StringBuilder form = new StringBuilder();
    int most = random.nextInt(60) == 0 ? 1_200 : 8;
    for (int at = random.nextInt(most); at >= 0; at--) {
      form.append(pick(fields)).append('=').append(word()).append('&');
    }
    return form.toString().getBytes(ISO_8859_1);
  }

  private byte[] multipart() {
    return "--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"../x\"\r\n\r\n%s\r\n"
        .formatted(pick(fields), word())
        .repeat(1 + random.nextInt(5))
        .getBytes(UTF_8);
  }

  /// An example of the operation with one or more of its values spoiled, or any object.
  private byte[] json(Route route) {
    JsonNode operation =
        document
            .path("paths")
            .path(route.path())
            .path(route.method().name().toLowerCase(Locale.ROOT));
    List<JsonNode> examples = operation.path("requestBody").findValues("value");
    ObjectNode body =
        examples.isEmpty() || !(pick(examples) instanceof ObjectNode example)
            ? MAPPER.createObjectNode()
            : example.deepCopy();
    for (int at = random.nextInt(4); at > 0; at--) {
      spoil(body);
    }
    return MAPPER.writeValueAsBytes(body);
  }

  private void spoil(ObjectNode body) {
    List<ObjectNode> all = new ArrayList<>(List.of(body));
    body.forEach(each -> each.findParents("en").forEach(one -> all.add((ObjectNode) one)));
    ObjectNode at = pick(all);
    List<String> keys = List.copyOf(at.propertyNames());
    String key = keys.isEmpty() || rarely() ? pick(fields) : pick(keys);
    switch (random.nextInt(9)) {
      case 0 -> at.remove(key);
      case 1 -> at.put(key, random.nextLong());
      case 2 -> at.put(key, -Double.MAX_VALUE);
      case 3 -> at.putNull(key);
      case 4 -> at.put(key, "\u0000\uD800中" + "x".repeat(random.nextInt(5_000)));
      case 5 -> at.set(key, nested());
      case 6 -> at.putArray(key).add(pick(ids)).add(1).addNull();
      case 7 -> at.put(key, pick(ids));
      default -> at.put(key, pick(RequestWords.GOOD_WORDS));
    }
  }

  private JsonNode nested() {
    ArrayNode outer = MAPPER.createArrayNode();
    ArrayNode inner = outer;
    for (int depth = random.nextInt(400); depth > 0; depth--) {
      inner = inner.addArray();
    }
    return outer;
  }

  private boolean rarely() {
    return random.nextInt(8) == 0;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /// Sends one, and keeps the ids of what was made for the next ones.
  Answer send(Request request) throws IOException {
    long begin = System.nanoTime();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE);
      try {
        OutputStream out = socket.getOutputStream();
        out.write(request.bytes());
        out.flush();
      } catch (IOException e) {
        // It answers before it has read all; its answer can still be read.
      }
      socket.getInputStream().transferTo(read);
    } catch (SocketTimeoutException e) {
      return new Answer(599, "no answer", PATIENCE);
    } catch (IOException e) {
      // What was read before it hung up counts.
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    String text = read.toString(UTF_8);
    Matcher made = LOCATION.matcher(text.substring(0, Math.min(text.length(), 4_000)));
    if (made.find() && ids.size() < MOST_IDS) {
      ids.add(made.group(1));
    }
    int status =
        text.startsWith("HTTP/1.1 ") && text.length() > 12
            ? Integer.parseInt(text.substring(9, 12))
            : 0;
    return new Answer(status, text, millis);
  }
}
