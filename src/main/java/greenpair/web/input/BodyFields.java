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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One JSON object of a body. Each key is read once; [#finish] then reports keys that were not
/// read, here and in the objects inside it. A missing or invalid field is null, and the error names
/// the whole path, such as `city.grid.factor`.
public final class BodyFields {
  private static final int MOST = 100;
  private static final Message LEAVE_OUT = Message.of("next.leave_out_unknown");

  private final String path;
  private final ObjectNode object;
  private final ValueParser checks;
  private final Set<String> read = new LinkedHashSet<>();
  private final List<BodyFields> children = new ArrayList<>();

  /// @param path of the object with a dot behind it, empty for the whole body
  public BodyFields(String path, ObjectNode object, ValueParser checks) {
    this.path = path;
    this.object = object;
    this.checks = checks;
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

  /// A text that is not blank, at most as long as [ValueParser#words] allows.
  public @Nullable String string(String key) {
    JsonNode value = any(key);
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
    if (value.isString() && !value.stringValue().isBlank()) {
      String text = checks.words(where, value.stringValue());
      return text.isEmpty() ? null : text;
    }
    fault(where, value, Message.of("check.not_blank"));
    return null;
  }

  /// A text of that form.
  public @Nullable String form(String key, Pattern form, Message rule) {
    JsonNode value = any(key);
    if (value == null) {
      return null;
    }
    if (value.isString() && form.matcher(value.stringValue()).matches()) {
      return value.stringValue();
    }
    fault(path(key), value, rule);
    return null;
  }

  /// The meaning of a word of a closed list.
  public <T> @Nullable T choice(String key, Map<String, T> meanings) {
    JsonNode value = any(key);
    if (value == null) {
      return null;
    }
    String word = value.isString() ? value.stringValue() : value.toString();
    return checks.choice(path(key), word, meanings).orElse(null);
  }

  public @Nullable Double number(String key, double min, double max) {
    JsonNode value = any(key);
    if (value == null) {
      return null;
    }
    double number = value.isNumber() ? value.doubleValue(Double.NaN) : Double.NaN;
    if (number >= min && number <= max) {
      return number;
    }
    fault(path(key), value, ValueParser.numberRule(min, max));
    return null;
  }

  public @Nullable Long whole(String key, long min, long max) {
    JsonNode value = any(key);
    if (value == null) {
      return null;
    }
    double number = value.isNumber() ? value.doubleValue(Double.NaN) : Double.NaN;
    if (number >= min && number <= max && number == Math.rint(number)) {
      return (Long) (long) number;
    }
    fault(path(key), value, ValueParser.wholeRule(min, max));
    return null;
  }

  /// Whether it is true; false when it is missing or wrong.
  public boolean flag(String key) {
    JsonNode value = any(key);
    if (value != null && !value.isBoolean()) {
      fault(path(key), value, Message.of("check.boolean"));
    }
    return value != null && value.asBoolean(false);
  }

  /// A list of 1 to 100 texts, each read further; what is wrong is left out, and a missing list is
  /// empty.
  ///
  /// @param element takes the path of a text and the text
  public <T> List<T> list(String key, BiFunction<String, String, Optional<T>> element) {
    JsonNode value = any(key);
    List<T> all = new ArrayList<>();
    if (value == null) {
      return all;
    }
    if (!value.isArray() || value.isEmpty() || value.size() > MOST) {
      Message rule = Message.of("check.list", "most", MOST);
      fault(path(key), value, rule);
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

  private BodyFields child(String where, ObjectNode object) {
    BodyFields child = new BodyFields(where + ".", object, checks);
    children.add(child);
    return child;
  }

  /// Records a fault of a key that is missing, or that must be.
  public void missing(String key, Message rule, Message next) {
    checks.fault(path(key), null, rule, next);
  }

  /// Records a fault of a field.
  public void fault(String where, JsonNode value, Message rule) {
    String shown = value.isString() ? value.stringValue() : value.toString();
    checks.fault(where, shown, rule, LEAVE_OUT);
  }

  /// Reports every key that was not read.
  public void finish() {
    children.forEach(BodyFields::finish);
    List<String> known = List.copyOf(read);
    for (String key : object.propertyNames()) {
      if (!read.contains(key)) {
        checks.fault(
            path(key),
            null,
            Message.of("check.unknown_key", "known", known),
            ValueParser.didYouMean(key, known, Message.of("next.leave_out")));
      }
    }
  }
}
