package greenpair.web.input;

import module java.base;

import greenpair.catalog.value.Word;
import greenpair.message.Message;
import greenpair.web.http.ValueParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The keys of a request: of one JSON object of a body, of a query, or of a form. Each key is read
/// once; [#finish] then reports keys that were not read, here and in the objects inside it. A
/// missing or invalid field is null, and the error names the whole path, such as
/// `city.grid.factor`.
public final class BodyFields {
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,，、;；]+");
  private static final Pattern LINE = Pattern.compile("[\\n;；]+");
  static final Message LEAVE_OUT = Message.of("next.leave_out_unknown");

  /// How values are written: with the types of JSON, or as texts.
  public enum Encoding {
    JSON,
    /// Lists are repeated.
    QUERY,
    /// Lists are also separated; fields that nothing reads belong to the page.
    FORM
  }

  private final String path;
  private final ObjectNode object;
  private final ValueParser checks;
  private final Encoding encoding;
  private final Set<String> read;
  private final List<BodyFields> children = new ArrayList<>();
  private boolean isRequired;

  /// @param path of the object with a dot behind it, empty for the whole body
  public BodyFields(String path, ObjectNode object, ValueParser checks) {
    this(path, object, checks, Encoding.JSON);
  }

  BodyFields(String path, ObjectNode object, ValueParser checks, Encoding encoding) {
    this(path, object, checks, encoding, new LinkedHashSet<>());
  }

  private BodyFields(
      String path, ObjectNode object, ValueParser checks, Encoding encoding, Set<String> read) {
    this.path = path;
    this.object = object;
    this.checks = checks;
    this.encoding = encoding;
    this.read = read;
  }

  /// The parameters of a query, each with a list of its values.
  public static BodyFields ofQuery(ObjectNode parameters, ValueParser checks) {
    return new BodyFields("", parameters, checks, Encoding.QUERY);
  }

  /// The same, read by other checks.
  public BodyFields with(ValueParser other) {
    return new BodyFields(path, object, other, encoding, read);
  }

  boolean isText() {
    return encoding != Encoding.JSON;
  }

  Encoding encoding() {
    return encoding;
  }

  public ValueParser checks() {
    return checks;
  }

  /// Begins a field: one that is required cannot be left out.
  void begin(RecordComponent component) {
    isRequired = component.isAnnotationPresent(Rules.Required.class);
  }

  /// The next step after a fault of the field.
  Message advice(Message usual) {
    return isRequired && usual.equals(LEAVE_OUT) ? Message.of("next.correct") : usual;
  }

  public String path(String key) {
    return path + key;
  }

  public boolean isMissing(String key) {
    return !object.has(key);
  }

  public boolean isRead(String key) {
    return read.contains(key);
  }

  /// The value of a key, of whatever type.
  public @Nullable JsonNode value(String key) {
    read.add(key);
    return object.get(key);
  }

  /// The value of a key that has one: the first of a list in a query or form.
  public @Nullable JsonNode one(String key) {
    JsonNode value = value(key);
    if (!isText() || !(value instanceof ArrayNode all)) {
      return value;
    }
    if (all.size() > 1) {
      checks.fault(
          path(key),
          String.join(", ", all.valueStream().map(JsonNode::asString).toList()),
          Message.of("check.once", "count", all.size()),
          Message.of("check.once.next"));
    }
    return all.get(0);
  }

  /// The texts of a list in a query or form.
  ///
  /// @param isByLine whether each is on a line of its own in a form
  List<String> texts(JsonNode value, boolean isByLine) {
    Stream<String> texts =
        value.isArray() ? value.valueStream().map(JsonNode::asString) : Stream.of(shown(value));
    return encoding == Encoding.QUERY
        ? texts.toList()
        : texts
            .flatMap((isByLine ? LINE : SEPARATOR)::splitAsStream)
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
  }

  /// The meaning of a word of a closed list; null if it is missing or wrong.
  public <T> @Nullable T choice(String key, Map<String, T> meanings) {
    JsonNode value = one(key);
    return value == null ? null : checks.choice(path(key), shown(value), meanings).orElse(null);
  }

  BodyFields child(String where, ObjectNode object) {
    BodyFields child = new BodyFields(where + ".", object, checks, encoding);
    children.add(child);
    return child;
  }

  public void fault(String key, Message rule, Message next) {
    checks.fault(path(key), null, rule, next);
  }

  private static Message required(Message what) {
    return Message.of("check.required_what", "what", what);
  }

  /// Records the fault of a field that must be there.
  public void missing(String key, Message what) {
    fault(key, required(what), Message.of("next.add"));
  }

  public void missing(String key) {
    fault(key, Message.of("check.required"), Message.of("next.add"));
  }

  public void require(String key) {
    if (isMissing(key)) {
      missing(key);
    }
  }

  /// Refuses a field that does not go with what another says.
  public void refuse(String key, Enum<?> choice) {
    if (!isMissing(key)) {
      String word = Word.of(choice);
      fault(key, Message.of("check.not_with", "other", word), Message.of("next.leave_out"));
    }
  }

  void missing(String key, Rules.Required required, RecordComponent component) {
    fault(key, rule(required, component), next(required));
  }

  private static Message rule(Rules.Required required, RecordComponent component) {
    Class<?> type = component.getType();
    return !required.value().isEmpty()
        ? required(Message.of(required.value()))
        : type.isEnum()
            ? required(
                Message.of(
                    "what.choice", "values", List.copyOf(Rules.words(type, component).keySet())))
            : Message.of("check.required");
  }

  private Message next(Rules.Required required) {
    if (required.next().equals("next.add_or_leave_out")) {
      String parent = path.replaceFirst("\\.$", "").replaceFirst(".*\\.", "");
      return Message.of(required.next(), "field", parent);
    }
    if (!required.next().isEmpty()) {
      return Message.of(required.next());
    }
    return required.example().isEmpty()
        ? Message.of("next.add")
        : Message.of("next.add_such_as", "example", required.example());
  }

  /// Records a fault of a field.
  ///
  /// @return null, which is its value then
  @Nullable Object fault(String where, JsonNode value, Message rule) {
    checks.fault(where, shown(value), rule, advice(LEAVE_OUT));
    return null;
  }

  static String shown(JsonNode value) {
    // A number beyond all doubles would be shown as a text of JSON.
    return value.isString() || value.isNumber() ? value.asString() : value.toString();
  }

  /// Reports every key that was not read.
  public void finish() {
    children.forEach(BodyFields::finish);
    if (encoding == Encoding.FORM) {
      return;
    }
    List<String> known = List.copyOf(read);
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      if (!read.contains(each.getKey())) {
        unknown(each.getKey(), each.getValue(), known);
      }
    }
  }

  private void unknown(String key, JsonNode value, List<String> known) {
    boolean isBody = encoding == Encoding.JSON;
    Message rule =
        isBody
            ? Message.of("check.unknown_key", "known", known)
            : known.isEmpty()
                ? Message.of("check.no_parameters")
                : Message.of("check.unknown_parameter", "known", known);
    checks.fault(
        path(key),
        isBody ? null : value.path(0).asString(""),
        rule,
        ValueParser.didYouMean(key, known, Message.of("next.leave_out")));
  }
}
