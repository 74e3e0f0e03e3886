package greenpair.web.input;

import greenpair.message.Message;
import greenpair.web.http.ValueParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The keys of a request: of one JSON object of a body, of a query, or of a form. Each key is read
/// once; [#finish] then reports keys that were not read, here and in the objects inside it. A
/// missing or invalid field is null, and the error names the whole path, such as
/// `city.grid.factor`.
public final class BodyFields {
  private static final int MOST = 100;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,9})?");
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,，、;；]+");
  private static final Pattern LINE = Pattern.compile("[\\n;；]+");
  private static final Message LEAVE_OUT = Message.of("next.leave_out_unknown");

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
  private final Set<String> read = new LinkedHashSet<>();
  private final List<BodyFields> children = new ArrayList<>();

  /// @param path of the object with a dot behind it, empty for the whole body
  public BodyFields(String path, ObjectNode object, ValueParser checks) {
    this(path, object, checks, Encoding.JSON);
  }

  BodyFields(String path, ObjectNode object, ValueParser checks, Encoding encoding) {
    this.path = path;
    this.object = object;
    this.checks = checks;
    this.encoding = encoding;
  }

  boolean isText() {
    return encoding != Encoding.JSON;
  }

  /// Whether the elements of a list are words of a notation, not objects.
  boolean hasWords(String key) {
    JsonNode value = object.path(key);
    return isText() && !value.path(0).isObject() && !(value.isArray() && value.isEmpty());
  }

  public ValueParser checks() {
    return checks;
  }

  public String path(String key) {
    return path + key;
  }

  public boolean isMissing(String key) {
    return !object.has(key);
  }

  /// The value of a key, of whatever type.
  public @Nullable JsonNode any(String key) {
    read.add(key);
    return object.get(key);
  }

  /// The value of a key if it is of a type; null after a fault.
  ///
  /// @param rule key of what it must be
  @Nullable JsonNode any(String key, String rule, Predicate<JsonNode> isGood) {
    JsonNode value = any(key);
    if (value != null && !isGood.test(value)) {
      fault(path(key), value, Message.of(rule));
      return null;
    }
    return value;
  }

  /// The value of a key that has one: the first of a list in a query or form.
  private @Nullable JsonNode one(String key) {
    JsonNode value = any(key);
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

  /// A text, at most as long as [ValueParser#words] allows; only that of a query may be blank.
  public @Nullable String string(String key) {
    JsonNode value = one(key);
    return value == null ? null : string(path(key), value);
  }

  /// A text of at most this many characters.
  public @Nullable String string(String key, int most) {
    String text = string(key);
    if (text != null && text.length() > most) {
      Message rule = Message.of("check.most_characters", "most", most);
      checks.fault(path(key), text, rule, Message.of("next.shorten"));
    }
    return text;
  }

  private @Nullable String string(String where, JsonNode value) {
    boolean mayBeBlank = encoding == Encoding.QUERY;
    if (value.isString() && (mayBeBlank || !value.stringValue().isBlank())) {
      String text = checks.words(where, value.stringValue());
      return text.isEmpty() && !mayBeBlank ? null : text;
    }
    fault(where, value, Message.of("check.not_blank"));
    return null;
  }

  /// A text of that form.
  public @Nullable String form(String key, Pattern form, Message rule) {
    return form(key, form, rule, LEAVE_OUT);
  }

  @Nullable String form(String key, Pattern form, Message rule, Message next) {
    JsonNode value = one(key);
    if (value == null) {
      return null;
    }
    if (value.isString() && form.matcher(value.stringValue()).matches()) {
      return value.stringValue();
    }
    checks.fault(path(key), shown(value), rule, next);
    return null;
  }

  /// The meaning of a word of a closed list.
  public <T> @Nullable T choice(String key, Map<String, T> meanings) {
    JsonNode value = one(key);
    return value == null ? null : checks.choice(path(key), shown(value), meanings).orElse(null);
  }

  public @Nullable Double number(String key, double min, double max) {
    JsonNode value = one(key);
    if (value == null) {
      return null;
    }
    double number = number(value);
    if (number >= min && number <= max) {
      return number;
    }
    checks.fault(path(key), shown(value), ValueParser.numberRule(min, max), outOfRange());
    return null;
  }

  private double number(JsonNode value) {
    if (isText() && value.isString() && NUMBER.matcher(value.stringValue()).matches()) {
      return Double.parseDouble(value.stringValue());
    }
    return value.isNumber() ? value.doubleValue(Double.NaN) : Double.NaN;
  }

  private Message outOfRange() {
    return encoding == Encoding.QUERY ? ValueParser.stayInRange() : LEAVE_OUT;
  }

  public @Nullable Long whole(String key, long min, long max) {
    JsonNode value = one(key);
    if (value == null) {
      return null;
    }
    double number = number(value);
    boolean isPoint = isText() && value.asString("").contains(".");
    if (number >= min && number <= max && number == Math.rint(number) && !isPoint) {
      return (Long) (long) number;
    }
    checks.fault(path(key), shown(value), ValueParser.wholeRule(min, max), outOfRange());
    return null;
  }

  /// Whether it is true; false when it is missing or wrong. A form sends a box only if it is
  /// ticked.
  public boolean flag(String key) {
    JsonNode value = one(key);
    if (value == null || value.isBoolean()) {
      return value != null && value.booleanValue();
    }
    switch (encoding) {
      case JSON -> fault(path(key), value, Message.of("check.boolean"));
      case FORM -> {
        return true;
      }
      case QUERY -> {
        Map<String, Boolean> words = Map.of("true", true, "false", false);
        return checks.choice(path(key), shown(value), words).orElse(false);
      }
    }
    return false;
  }

  /// A list of 1 to 100 texts, each read further; what is wrong is left out, and a missing list is
  /// empty.
  ///
  /// @param element takes the path of a text and the text
  public <T> List<T> list(String key, BiFunction<String, String, Optional<T>> element) {
    return list(key, MOST, SEPARATOR, element);
  }

  /// A list whose elements are on lines of their own in a form.
  <T> List<T> lines(String key, int most, BiFunction<String, String, Optional<T>> element) {
    return list(key, most, LINE, element);
  }

  private <T> List<T> list(
      String key, int most, Pattern separator, BiFunction<String, String, Optional<T>> element) {
    JsonNode value = any(key);
    List<T> all = new ArrayList<>();
    if (value == null) {
      return all;
    }
    if (isText()) {
      texts(value, separator)
          .limit(most)
          .forEach(each -> element.apply(path(key), each).ifPresent(all::add));
      if (value.size() > most) {
        Message rule = Message.of("check.times", "most", most);
        checks.fault(path(key), Integer.toString(value.size()), rule, Message.of("next.fewer"));
      }
      return all;
    }
    if (!value.isArray() || value.isEmpty() || value.size() > most) {
      fault(path(key), value, Message.of("check.list", "most", most));
      return all;
    }
    for (int at = 0; at < value.size(); at++) {
      String where = path(key) + "[" + at + "]";
      String text = string(where, value.get(at));
      if (text != null) {
        element.apply(where, text).ifPresent(all::add);
      }
    }
    return all;
  }

  private Stream<String> texts(JsonNode value, Pattern separator) {
    Stream<String> texts =
        value.isArray() ? value.valueStream().map(JsonNode::asString) : Stream.of(shown(value));
    return encoding == Encoding.QUERY
        ? texts
        : texts
            .flatMap(separator::splitAsStream)
            .map(String::strip)
            .filter(each -> !each.isEmpty());
  }

  /// A list of objects, at most this many; empty if it is missing or wrong.
  public List<BodyFields> objects(String key, int most) {
    JsonNode value = any(key);
    List<BodyFields> all = new ArrayList<>();
    if (value == null) {
      return all;
    }
    if (!value.isArray() || value.size() > most) {
      fault(path(key), value, Message.of("check.objects", "most", most));
      return all;
    }
    for (int at = 0; at < value.size(); at++) {
      String where = path(key) + "[" + at + "]";
      if (value.get(at) instanceof ObjectNode each) {
        all.add(child(where, each));
      } else {
        fault(where, value.get(at), Message.of("check.object"));
      }
    }
    return all;
  }

  public @Nullable BodyFields object(String key) {
    JsonNode value = any(key);
    if (value == null) {
      return null;
    }
    if (value instanceof ObjectNode inner) {
      return child(path(key), inner);
    }
    fault(path(key), value, Message.of("check.object"));
    return null;
  }

  BodyFields child(String where, ObjectNode object) {
    BodyFields child = new BodyFields(where + ".", object, checks, encoding);
    children.add(child);
    return child;
  }

  /// Records a fault of a key without its value.
  public void missing(String key, Message rule, Message next) {
    checks.fault(path(key), null, rule, next);
  }

  /// Records a fault of a field.
  public void fault(String where, JsonNode value, Message rule) {
    checks.fault(where, shown(value), rule, LEAVE_OUT);
  }

  private static String shown(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
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
