package greenpair.web.input;

import module java.base;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import greenpair.catalog.Entry;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Language;
import greenpair.catalog.value.Rule;
import greenpair.index.contract.Facet;
import greenpair.message.Message;
import greenpair.message.Messages;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON Schemas (draft 2020-12) of records: of requests by their [Rules], of answers as
/// [greenpair.web.http.Json] writes them. Not safe for concurrent use.
public final class JsonSchemas {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String ROOT = "#/components/schemas/";
  private static final int MOST = 100;

  private final Map<String, Class<?>> names = new TreeMap<>();
  private final Map<String, ObjectNode> components = new TreeMap<>();
  private final UnaryOperator<String> describe;

  /// @param describe gives the description of a key; empty for none
  public JsonSchemas(UnaryOperator<String> describe) {
    this.describe = describe;
  }

  /// All schemas that others refer to, by name.
  public Map<String, ObjectNode> components() {
    return components;
  }

  /// The description of a key of requests, or else the label of the field in forms; empty for none.
  public static Optional<Message> description(String key) {
    return Stream.of("api.parameter." + key, "page.input." + key)
        .filter(Messages.of(Language.EN)::has)
        .findFirst()
        .map(Message::of);
  }

  public static JsonNode json(String text) {
    return MAPPER.readTree(text.replace('\'', '"'));
  }

  public ObjectNode answer(Class<?> type) {
    return of(type, type, false);
  }

  public ObjectNode body(Class<?> type) {
    return of(type, type, true);
  }

  /// The schema of a body without references.
  public ObjectNode inline(Class<?> type) {
    ObjectNode schema = define(type.getSimpleName(), type, true);
    schema.path("properties").values().forEach(this::resolve);
    return schema;
  }

  private void resolve(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("$ref")) {
      String name = object.remove("$ref").stringValue().substring(ROOT.length());
      object.setAll(Objects.requireNonNull(components.get(name)));
    }
    node.values().forEach(this::resolve);
  }

  public Map<String, ObjectNode> query(Class<?> type) {
    Map<String, ObjectNode> keys = new LinkedHashMap<>();
    for (RecordComponent each : type.getRecordComponents()) {
      if (Rules.isUnwrapped(each)) {
        keys.putAll(query(each.getType()));
      } else if (each.getType() == Map.class) {
        for (Facet facet : Facet.values()) {
          keys.put(facet.word(), list(string()));
        }
      } else {
        ObjectNode schema = ruled(each, true);
        Rules.Example example = each.getAnnotation(Rules.Example.class);
        if (example != null) {
          schema.put("example", example.value());
        }
        keys.put(Rules.key(each), schema);
      }
    }
    return keys;
  }

  private static ObjectNode string() {
    return MAPPER.createObjectNode().put("type", "string");
  }

  private static ObjectNode list(ObjectNode items) {
    ObjectNode list = MAPPER.createObjectNode().put("type", "array");
    list.set("items", items);
    return list;
  }

  private ObjectNode of(Type type, AnnotatedElement rules, boolean isRequest) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == Map.class) {
        ObjectNode map = MAPPER.createObjectNode().put("type", "object");
        map.set("additionalProperties", of(arguments[1], rules, isRequest));
        return map;
      }
      if (Collection.class.isAssignableFrom((Class<?>) generic.getRawType())) {
        return list(of(arguments[0], rules, isRequest));
      }
      return of(generic.getRawType(), rules, isRequest);
    }
    if (!(type instanceof Class<?> raw)) {
      return MAPPER.createObjectNode();
    }
    String plain = SchemaTypes.PLAIN.get(raw);
    if (plain != null) {
      return (ObjectNode) json(plain);
    }
    if (Entry.class.isAssignableFrom(raw)) {
      return reference(Entry.class, isRequest);
    }
    if (raw.isEnum()
        && !SchemaTypes.KNOWN.containsKey(raw)
        && (rules.isAnnotationPresent(Rule.OneOf.class)
            || rules.isAnnotationPresent(Rules.Searched.class))) {
      return choice(raw, rules);
    }
    boolean isNamed =
        SchemaTypes.KNOWN.containsKey(raw) || raw.isEnum() || raw.isRecord() || raw.isSealed();
    return isNamed ? reference(raw, isRequest) : MAPPER.createObjectNode();
  }

  private static ObjectNode choice(Class<?> type, AnnotatedElement rules) {
    ObjectNode choice = string();
    ArrayNode words = choice.putArray("enum");
    Rules.words(type, rules).keySet().forEach(words::add);
    return choice;
  }

  private ObjectNode reference(Class<?> type, boolean isRequest) {
    String name = name(type);
    if (names.putIfAbsent(name, type) == null) {
      components.put(name, define(name, type, isRequest));
    }
    return MAPPER.createObjectNode().put("$ref", ROOT + name);
  }

  /// The simple name of a type; one that is nested and called as another one begins with the name
  /// of what it is nested in.
  private String name(Class<?> type) {
    String simple = type.getSimpleName();
    Class<?> outer = type.getEnclosingClass();
    Class<?> taken = names.get(simple);
    if (taken == null || taken == type) {
      return simple.replaceFirst("(?<=.)View$", "");
    }
    String prefix = outer == null ? "Other" : outer.getSimpleName();
    return prefix.replaceFirst("(Handler|View|Writer)$", "") + simple;
  }

  private ObjectNode define(String name, Class<?> type, boolean isRequest) {
    String known = SchemaTypes.KNOWN.get(type);
    if (known != null) {
      return (ObjectNode) json(known);
    }
    if (type.isEnum()) {
      return choice(type, type);
    }
    if (type.isSealed() && !type.isRecord()) {
      ObjectNode any = MAPPER.createObjectNode();
      ArrayNode cases = any.putArray("oneOf");
      for (Class<?> each : type.getPermittedSubclasses()) {
        boolean isWord = isRequest && each.isAnnotationPresent(Rules.AsText.class);
        cases.add(isWord ? ruled(each.getRecordComponents()[0], true) : reference(each, isRequest));
      }
      return any;
    }
    ObjectNode object = MAPPER.createObjectNode().put("type", "object");
    object.put("additionalProperties", false);
    ObjectNode properties = MAPPER.createObjectNode();
    ArrayNode required = MAPPER.createArrayNode();
    add(name, type, isRequest, properties, required);
    if (!required.isEmpty()) {
      object.set("required", required);
    }
    object.set("properties", properties);
    return object;
  }

  private void add(
      String name, Class<?> type, boolean isRequest, ObjectNode properties, ArrayNode required) {
    JsonIgnoreProperties hidden = type.getAnnotation(JsonIgnoreProperties.class);
    Set<String> left = hidden == null ? Set.of() : Set.of(hidden.value());
    for (RecordComponent each : type.getRecordComponents()) {
      String key = Rules.key(each);
      Method read = each.getAccessor();
      if (Rules.isUnwrapped(each)) {
        ObjectNode inner = MAPPER.createObjectNode();
        ArrayNode needed = MAPPER.createArrayNode();
        add(name, each.getType(), isRequest, inner, needed);
        JsonIgnoreProperties without = read.getAnnotation(JsonIgnoreProperties.class);
        Set<String> gone = without == null ? Set.of() : Set.of(without.value());
        inner.properties().stream()
            .filter(one -> !gone.contains(one.getKey()))
            .forEach(one -> properties.set(one.getKey(), one.getValue()));
        needed
            .valueStream()
            .filter(one -> !gone.contains(one.stringValue()))
            .forEach(required::add);
      } else if (!read.isAnnotationPresent(JsonIgnore.class) && !left.contains(key)) {
        ObjectNode schema = isRequest ? ruled(each, true) : of(each.getGenericType(), each, false);
        String description = describe.apply(key);
        if (!description.isEmpty()) {
          schema.put("description", description);
        }
        properties.set(key, schema);
        boolean isNeeded =
            (isRequest && Binder.isOfCatalog(type))
                ? FieldTable.isRequired(each)
                : isRequest
                    ? each.isAnnotationPresent(Rules.Required.class)
                    : !each.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (isNeeded) {
          required.add(key);
        }
      }
    }
  }

  private static void bound(ObjectNode value, String key, double bound) {
    value.set(key, DoubleNode.valueOf(bound));
    if (bound == Math.rint(bound)) {
      value.put(key, (long) bound);
    }
  }

  private ObjectNode ruled(RecordComponent component, boolean isRequest) {
    ObjectNode schema = of(component.getGenericType(), component, isRequest);
    Rule.Range range = Rule.find(Rule.Range.class, component);
    Rule.Most most = Rule.find(Rule.Most.class, component);
    Rule.Form form = Rule.find(Rule.Form.class, component);
    Rules.Default otherwise = component.getAnnotation(Rules.Default.class);
    boolean isList = component.getType() == List.class;
    ObjectNode value = isList ? (ObjectNode) schema.get("items") : schema;
    if (range != null) {
      bound(value, "minimum", range.min());
      bound(value, "maximum", range.max());
    }
    if (isList) {
      Class<?> element = Rules.element(component.getGenericType());
      if (!element.isRecord() || Values.isWord(element)) {
        schema.put("minItems", most == null ? 1 : most.least());
      }
      schema.put("maxItems", most == null ? MOST : most.value());
    } else if (most != null) {
      schema.put("maxLength", most.value());
    }
    boolean isText = value.path("type").asString("").equals("string");
    if (form != null && !form.value().isEmpty() && isText) {
      value.put("pattern", "^(" + form.value() + ")$");
    } else if (isText && component.getType() == String.class && otherwise == null) {
      schema.put("minLength", 1);
    }
    if (otherwise != null && !otherwise.value().isEmpty()) {
      boolean isWord = component.getType().isEnum();
      schema.set(
          "default", isWord ? MAPPER.valueToTree(otherwise.value()) : json(otherwise.value()));
    }
    return schema;
  }
}
