package greenpair.registry.format;

import module java.base;

import greenpair.catalog.value.Nearest;
import greenpair.message.Message;
import greenpair.message.Translated;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A checked view of one JSON object. Each key is read once, so that keys that were not read are
/// reported as unknown. Errors go to a list, so that all errors of a line are reported together.
final class Fields {
  /// Creates a value from one field; null after recording a problem.
  interface Shape<T> {
    @Nullable T read(Field field);
  }

  /// Makes a value from the fields of one object. It reads every field before it calls a
  /// constructor that may throw, or the fields after that would count as unknown.
  interface Build<T> {
    @Nullable T build(Fields fields);
  }

  private static final int MOST_LISTED = 12;

  private final ObjectNode object;
  private final @Nullable Field holder;
  private final List<FieldProblem> problems;
  private final int before;
  private final List<String> asked = new ArrayList<>();
  private int met;

  private Fields(ObjectNode object, @Nullable Field holder, List<FieldProblem> problems) {
    this.object = object;
    this.holder = holder;
    this.problems = problems;
    this.before = problems.size();
  }

  /// Builds a value from an object; null if there was a problem.
  static <T> @Nullable T read(
      ObjectNode object, @Nullable Field holder, List<FieldProblem> problems, Build<T> build) {
    Fields fields = new Fields(object, holder, problems);
    T value = null;
    Message fault = null;
    try {
      value = build.build(fields);
    } catch (IllegalArgumentException e) {
      fault = Translated.of(e);
    }
    fields.finish();
    // An exception about a placeholder would be misleading.
    if (fault != null && !fields.isFaulty()) {
      if (holder == null) {
        fields.problem(FieldProblem.of(fault));
      } else {
        holder.fault(fault);
      }
    }
    return fields.isFaulty() ? null : value;
  }

  /// Whether a problem was found in the object so far.
  boolean isFaulty() {
    return problems.size() > before;
  }

  /// The value of a field that may be unknown.
  <T> @Nullable T may(String key, Shape<T> shape) {
    asked.add(key);
    JsonNode value = object.get(key);
    if (value == null) {
      return null;
    }
    met++;
    Field field = new Field(this, key, Field.NOT_IN_LIST, value);
    return field.isBlank() ? null : shape.read(field);
  }

  /// The number of a field, before anything is checked; not a number where it is none.
  double number(String key) {
    JsonNode value = object.get(key);
    return value != null && value.isNumber() ? value.doubleValue(Double.NaN) : Double.NaN;
  }

  /// Records that a field is required, unless it is present and was recorded as invalid.
  void missing(String key) {
    if (!object.has(key)) {
      Message text = Message.of("line.missing", "path", path(key));
      problem(new FieldProblem(path(key), null, Message.of("check.required"), text));
    }
  }

  /// The values of a list that may be unknown.
  <T> List<T> list(String key, Shape<T> element) {
    List<T> values = may(key, field -> field.list(element));
    return values == null ? List.of() : values;
  }

  /// Ignores keys that were not read: without a kind, it is unknown which keys are valid.
  void leaveRest() {
    met = object.size();
  }

  void problem(FieldProblem problem) {
    problems.add(problem);
  }

  String path(String key) {
    return holder == null ? key : holder.path() + "." + key;
  }

  List<FieldProblem> problems() {
    return problems;
  }

  private void finish() {
    if (met == object.size()) {
      return;
    }
    for (String key : object.propertyNames()) {
      if (!asked.contains(key)) {
        problem(unknown(key));
      }
    }
  }

  /// A long list of keys would hide the error: then the schema has them.
  private FieldProblem unknown(String key) {
    boolean isListed = asked.size() <= MOST_LISTED && Nearest.to(key, asked).isEmpty();
    Object known = isListed ? List.copyOf(asked) : "none";
    String path = Nearest.shorten(path(key));
    Message text = Message.of("line.unknown_key", "key", path, "known", known);
    Message rule = Message.of("check.unknown_key", "known", List.copyOf(asked));
    Message near = Field.near(rule, key, asked);
    return new FieldProblem(path, null, near, Field.near(text, key, asked));
  }
}
