package greenpair.registry.format;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.catalog.value.Nearest;
import greenpair.catalog.value.Rule;
import greenpair.message.Bounds;
import greenpair.message.Message;
import greenpair.message.Translated;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One value of a JSON object, or one element of a list in it, with its path for messages. Every
/// read returns the value in the requested form, or null after recording the path, the rule and the
/// value.
record Field(Fields owner, String key, int index, JsonNode value) {
  static final int NOT_IN_LIST = -1;

  String path() {
    String path = owner.path(key);
    return index == NOT_IN_LIST ? path : path + "[" + index + "]";
  }

  private String where() {
    return Nearest.wellFormed(path());
  }

  /// The rule of a closed list, with the nearest word.
  static Message near(Message rule, String word, Collection<String> words) {
    return Message.of("value.near", "rule", rule, "near", Message.near(word, words));
  }

  /// Records that the value breaks a rule, whose text follows the path of the field.
  @SuppressWarnings("TypeParameterUnusedInFormals") // Always null, which fits every type.
  <T> @Nullable T refuse(Message rule) {
    String shown = Nearest.shorten(value.toString());
    Message text = Message.of("line.refused", "path", where(), "rule", rule, "value", shown);
    String plain = value.isString() ? Nearest.shorten(value.stringValue()) : shown;
    owner.problem(new FieldProblem(where(), plain, rule, text));
    return null;
  }

  /// Records a problem whose text contains the value.
  @SuppressWarnings("TypeParameterUnusedInFormals") // Always null, which fits every type.
  <T> @Nullable T fault(Message problem) {
    Message text = Message.of("line.at", "place", where(), "problem", problem);
    owner.problem(new FieldProblem(where(), null, problem, text));
    return null;
  }

  /// Whether the value is a way to write "unknown", which is recorded as a problem.
  boolean isBlank() {
    boolean blank =
        value.isNull()
            || (value.isContainer() && value.isEmpty())
            || (value.isString() && isBlank(value.stringValue()));
    if (blank) {
      Message text = Message.of("line.blank", "path", where(), "value", value.toString());
      Message rule = Message.of("value.blank", "value", value.toString());
      owner.problem(new FieldProblem(where(), null, rule, text));
    }
    return blank;
  }

  private static boolean isBlank(String text) {
    return text.isBlank() || text.equals("-");
  }

  @Nullable String string() {
    if (!value.isString()) {
      return refuse(Message.of("config.text"));
    }
    String text = value.stringValue();
    return isClean(text) ? text : refuse(Message.of("value.control"));
  }

  /// Line ends and tabs are allowed in a text; other control characters, and U+FFFD, are damage or
  /// deceive.
  private static boolean isClean(String text) {
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      if (isControl(each)) {
        return false;
      }
      if (Character.isSurrogate(each)) {
        if (at + 1 == text.length() || !Character.isSurrogatePair(each, text.charAt(at + 1))) {
          return false;
        }
        at++;
      }
    }
    return true;
  }

  private static boolean isControl(char each) {
    return each == '\u007f'
        || each == '\ufffd'
        || (each < ' ' && each != '\n' && each != '\r' && each != '\t')
        || Text.isDirection(each);
  }

  /// A string of that form.
  @Nullable String string(Pattern form, Message rule) {
    if (!value.isString()) {
      return refuse(rule);
    }
    String text = string();
    return text == null || form.matcher(text).matches() ? text : refuse(rule);
  }

  @Nullable EntryId id() {
    if (!value.isString()) {
      return refuse(Message.of("value.id_string"));
    }
    try {
      return new EntryId(value.stringValue());
    } catch (IllegalArgumentException e) {
      return fault(Translated.of(e));
    }
  }

  /// What a word of a closed list means.
  <E> @Nullable E word(Map<String, E> meanings) {
    E meaning = value.isString() ? meanings.get(value.stringValue()) : null;
    if (meaning != null) {
      return meaning;
    }
    Message rule = Message.of("check.one_of", "values", List.copyOf(meanings.keySet()));
    return refuse(value.isString() ? near(rule, value.stringValue(), meanings.keySet()) : rule);
  }

  @Nullable Boolean flag() {
    return value.isBoolean()
        ? Boolean.valueOf(value.booleanValue())
        : refuse(Message.of("check.boolean"));
  }

  @Nullable Double number(double min, double max) {
    double number = value.isNumber() ? value.doubleValue(Double.NaN) : Double.NaN;
    if (number != 0 && Math.abs(number) < Double.MIN_NORMAL) {
      return refuse(Message.of("row.size", "least", "1e-307", "most", "1e308"));
    }
    return checked(number, Bounds.of(min, max), "value.number_from");
  }

  @Nullable Long whole(double min, double max) {
    double number = value.isNumber() ? value.doubleValue(Double.NaN) : Double.NaN;
    Double whole = checked(number, Bounds.ofWhole(min, max), "value.integer_from");
    return whole == null ? null : (Long) whole.longValue();
  }

  /// @param open the key of the rule without an upper bound, unless the number is above it
  private @Nullable Double checked(double number, Bounds bounds, String open) {
    if (bounds.hold(number)) {
      return number;
    }
    boolean isOpen = bounds.max() >= Rule.OPEN && !(number > bounds.max());
    return refuse(isOpen ? Message.of(open, "min", Bounds.plain(bounds.min())) : bounds.rule());
  }

  <T> @Nullable T object(Message rule, Fields.Build<T> build) {
    return value instanceof ObjectNode object
        ? Fields.read(object, this, owner.problems(), build)
        : refuse(rule);
  }

  <T> @Nullable List<T> list(Fields.Shape<T> element) {
    if (!value.isArray()) {
      return refuse(Message.of("value.list"));
    }
    List<T> all = new ArrayList<>(value.size());
    for (int at = 0; at < value.size(); at++) {
      Field each = new Field(owner, key, at, value.get(at));
      T read = each.isBlank() ? null : element.read(each);
      if (read != null) {
        all.add(read);
      }
    }
    return all;
  }
}
