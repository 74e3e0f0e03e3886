package greenpair.web.pages;

import module java.base;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.message.Messages;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.auth.SessionCookies;
import greenpair.web.http.CompressedAnswer;
import greenpair.web.http.Format;
import greenpair.web.http.Problem;
import greenpair.web.http.Replies;
import greenpair.web.http.Version;
import greenpair.web.input.JsonSchemas;
import greenpair.web.input.Request;
import greenpair.web.input.Slice;
import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes the OpenAPI 3.1 document, in English, from the descriptions of the routes, the records
/// that they read and give, and `openapi.properties`.
public final class OpenApi {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String JSON = "application/json";
  private static final String TABLE = "openxmlformats-officedocument.spreadsheetml.sheet";
  private static final Messages ENGLISH = Messages.of(Language.EN);
  static final Properties TEXTS = texts();

  private final ObjectNode document = MAPPER.createObjectNode();
  private final JsonSchemas schemas = new JsonSchemas(key -> "");

  private OpenApi() {}

  private static Properties texts() {
    Properties texts = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(OpenApi.class.getResourceAsStream("openapi.properties")),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /// The route of the document.
  ///
  /// @param groups routes by the name of what they belong to, once they are there
  public static Route route(Supplier<Map<String, List<Route>>> groups) {
    return Route.get(
            "/openapi.json",
            Access.OPEN,
            context -> {
              byte[] document = MAPPER.writeValueAsBytes(document(groups.get()));
              Replies.answer(context, CompressedAnswer.of(document, null));
            })
        .asFile("openApi", Request.Nothing.class, JSON);
  }

  private static ObjectNode document(Map<String, List<Route>> groups) {
    OpenApi made = new OpenApi();
    made.write(groups);
    return made.document;
  }

  private void write(Map<String, List<Route>> groups) {
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Greenpair")
        .put("version", Version.CURRENT)
        .put("description", text("description"));
    document.putArray("servers").addObject().put("url", "/");
    ArrayNode tags = document.putArray("tags");
    ObjectNode paths = document.putObject("paths");
    groups.forEach(
        (group, routes) -> {
          tags.addObject().put("name", group).put("description", text("group." + group));
          routes.stream()
              .filter(Route::isDescribed)
              .forEach(
                  route ->
                      paths
                          .withObjectProperty(route.path())
                          .set(
                              route.method().name().toLowerCase(Locale.ROOT),
                              operation(group, route)));
        });
    ObjectNode components = document.putObject("components");
    ObjectNode security = components.putObject("securitySchemes");
    security.putObject("token").put("type", "http").put("scheme", "bearer");
    security
        .putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", SessionCookies.COOKIE);
    ObjectNode problem = components.putObject("responses").putObject("Problem");
    problem.put("description", text("problem"));
    problem
        .putObject("content")
        .putObject("application/problem+json")
        .set("schema", schemas.answer(Problem.class));
    ObjectNode named = components.putObject("schemas");
    schemas.components().forEach(named::set);
  }

  private static String text(String key) {
    return Objects.requireNonNull(TEXTS.getProperty(key), key);
  }

  static String words(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /// The description of a key of an operation: its own, or that of all keys of the name, or the
  /// label of the field in forms; null for none.
  static @Nullable Message ofKey(Route route, String key) {
    String own = "api.parameter." + key + "-" + words(route.name());
    if (ENGLISH.has(own)) {
      return Message.of(own);
    }
    return JsonSchemas.description(key).orElse(null);
  }

  /// A key of a route that is not in its body.
  ///
  /// @param in `path`, `query` or `header`
  record Parameter(String name, String in, ObjectNode schema, @Nullable JsonNode example) {}

  static List<Parameter> parameters(Route route, JsonSchemas schemas) {
    List<Parameter> all = new ArrayList<>();
    Matcher part = Pattern.compile("\\{([a-z]+)}").matcher(route.path());
    while (part.find()) {
      String example = route.parameters().getOrDefault(part.group(1), "x");
      ObjectNode string = MAPPER.createObjectNode().put("type", "string");
      all.add(new Parameter(part.group(1), "path", string, MAPPER.valueToTree(example)));
    }
    if (!route.method().equals(HandlerType.GET)) {
      if (route.access() != Access.OPEN && route.access() != Access.READ) {
        ObjectNode key = MAPPER.createObjectNode().put("type", "string").put("maxLength", 200);
        all.add(new Parameter("Idempotency-Key", "header", key, null));
      }
      return all;
    }
    schemas.query(route.reads()).forEach((key, schema) -> all.add(inQuery(key, schema)));
    if (route.gives().shape() == Route.Shape.PARTS) {
      schemas.query(Slice.class).forEach((key, schema) -> all.add(inQuery(key, schema)));
    }
    if (route.gives().media().isEmpty() && Format.isVersioned(route.path())) {
      ObjectNode format = MAPPER.createObjectNode();
      ArrayNode words = format.putArray("enum");
      Format.WORDS.keySet().forEach(words::add);
      all.add(new Parameter("format", "query", format, MAPPER.valueToTree("json")));
    }
    return all;
  }

  private static Parameter inQuery(String key, ObjectNode schema) {
    JsonNode example = schema.remove("example");
    JsonNode first = schema.path("enum").path(0);
    JsonNode otherwise = schema.path("default");
    return new Parameter(
        key,
        "query",
        schema,
        example != null
            ? example
            : !otherwise.isMissingNode() ? otherwise : first.isMissingNode() ? null : first);
  }

  private ObjectNode operation(String group, Route route) {
    ObjectNode operation = MAPPER.createObjectNode();
    operation.put("operationId", route.name());
    operation.putArray("tags").add(group);
    operation.put("summary", text(words(route.name())));
    boolean isOpen = route.access() == Access.OPEN || route.access() == Access.READ;
    if (!isOpen) {
      ArrayNode security = operation.putArray("security");
      security.addObject().putArray("token");
      security.addObject().putArray("session");
    }
    List<Parameter> parameters = parameters(route, schemas);
    if (!parameters.isEmpty()) {
      ArrayNode all = operation.putArray("parameters");
      parameters.forEach(each -> all.add(parameter(route, each)));
    }
    if (!route.method().equals(HandlerType.GET) && route.reads() != Request.Nothing.class) {
      body(operation, route);
    }
    ObjectNode responses = operation.putObject("responses");
    ObjectNode good = responses.putObject(Integer.toString(route.gives().status()));
    good.put("description", text("good"));
    content(good, route.gives());
    responses.putObject("default").put("$ref", "#/components/responses/Problem");
    return operation;
  }

  private static ObjectNode parameter(Route route, Parameter parameter) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("name", parameter.name()).put("in", parameter.in());
    if (parameter.in().equals("path")) {
      node.put("required", true);
    }
    Message about = ofKey(route, parameter.name().toLowerCase(Locale.ROOT));
    if (about != null) {
      node.put("description", ENGLISH.say(about));
    }
    node.set("schema", parameter.schema());
    if (parameter.example() != null) {
      node.set("example", parameter.example());
    }
    return node;
  }

  private void body(ObjectNode operation, Route route) {
    ObjectNode content =
        operation.putObject("requestBody").put("required", true).putObject("content");
    ObjectNode json = content.putObject(JSON);
    json.set("schema", schemas.body(route.reads()));
    ObjectNode examples = json.putObject("examples");
    int number = 1;
    for (String each : route.examples()) {
      examples.putObject("example" + number++).set("value", JsonSchemas.json(each));
    }
  }

  private void content(ObjectNode response, Route.Gives gives) {
    Class<?> type = gives.type();
    if (type == null && gives.media().isEmpty()) {
      return;
    }
    ObjectNode content = response.putObject("content");
    if (type == null) {
      ObjectNode schema = content.putObject(gives.media()).putObject("schema");
      if (!gives.media().equals(JSON)) {
        schema.put("type", "string");
      }
      return;
    }
    ObjectNode schema = schemas.answer(type);
    boolean isList = gives.shape() != Route.Shape.ONE;
    content.putObject(JSON).set("schema", isList ? page(schema) : schema);
    if (isList) {
      content.putObject("text/csv").putObject("schema").put("type", "string");
      content.putObject("application/vnd." + TABLE);
    }
  }

  /// A part of a list, with the cursor of the next one.
  private static ObjectNode page(ObjectNode item) {
    ObjectNode page = MAPPER.createObjectNode().put("type", "object");
    page.put("additionalProperties", false).putArray("required").add("items");
    ObjectNode properties = page.putObject("properties");
    properties.putObject("items").put("type", "array").set("items", item);
    properties.putObject("next").put("type", "string");
    return page;
  }
}
