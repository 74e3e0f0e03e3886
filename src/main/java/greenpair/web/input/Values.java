package greenpair.web.input;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Rule;
import greenpair.message.Bounds;
import greenpair.message.Message;
import greenpair.web.http.ValueParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Reads single values of a request by the type and the [Rules] of a component. A wrong value is
/// null after its fault.
record Values(Binder.Lookup lookup, BodyFields fields) {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:[0-9]{1,15}(?:\\.[0-9]{1,9})?|\\.[0-9]{1,9})");

  /// Calendars cannot hold any year.
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

  /// Texts that are values of a type, with an example of their form.
  private record Parsed(Function<String, Object> reading, String example) {}

  private static final Map<Class<?>, Parsed> PARSED =
      Map.of(
          LocalDate.class, new Parsed(LocalDate::parse, "2026-03-01"),
          LocalTime.class, new Parsed(LocalTime::parse, "09:00"),
          LocalDateTime.class, new Parsed(LocalDateTime::parse, "2027-05-10T13:00"),
          Instant.class, new Parsed(Instant::parse, "2027-05-10T01:00:00Z"),
          ZoneId.class, new Parsed(ZoneId::of, "Asia/Shanghai"));

  static boolean isWord(Class<?> type) {
    return type == EntryId.class || type == Code.class || PARSED.containsKey(type);
  }

  private ValueParser checks() {
    return fields.checks();
  }

  /// @param where path of the value
  /// @param before the components of the record before this one, by name
  @Nullable Object read(
      Class<?> type,
      AnnotatedElement rules,
      String where,
      JsonNode value,
      Map<String, @Nullable Object> before) {
    if (type == String.class) {
      return text(rules, where, value);
    }
    if (type == boolean.class) {
      return flag(where, value);
    }
    if (type == int.class || type == Integer.class) {
      Double whole = number(rules, true, where, value);
      return whole == null ? null : (Object) whole.intValue();
    }
    if (type == long.class || type == Long.class) {
      Double whole = number(rules, true, where, value);
      return whole == null ? null : (Object) whole.longValue();
    }
    if (type == Double.class) {
      return number(rules, false, where, value);
    }
    if (type == JsonNode.class) {
      return value;
    }
    if (type == ObjectNode.class) {
      return value.isObject() ? value : fields.fault(where, value, Message.of("check.object"));
    }
    if (type.isEnum()) {
      return checks().choice(where, BodyFields.shown(value), Rules.words(type, rules)).orElse(null);
    }
    String word = string(where, value, isQuery());
    return word == null ? null : word(type, rules, where, word, before);
  }

  private @Nullable Object word(
      Class<?> type,
      AnnotatedElement rules,
      String where,
      String text,
      Map<String, @Nullable Object> before) {
    if (type == EntryId.class) {
      return id(rules, where, text, before);
    }
    if (type == Code.class) {
      return (rules.isAnnotationPresent(Rule.Under.class)
              ? checks().instrument(where, text)
              : checks().technology(where, text))
          .orElse(null);
    }
    return type.isRecord() ? written(type, where, text) : parsed(type, rules, where, text);
  }

  /// A text, at most as long as [ValueParser#words] allows.
  private @Nullable String string(String where, JsonNode value, boolean mayBeBlank) {
    if (value.isString() && (mayBeBlank || !value.stringValue().isBlank())) {
      String text = checks().words(where, value.stringValue());
      return text.isEmpty() && !mayBeBlank ? null : text;
    }
    fields.fault(where, value, Message.of("check.not_blank"));
    return null;
  }

  private boolean isQuery() {
    return fields.encoding() == BodyFields.Encoding.QUERY;
  }

  private @Nullable String text(AnnotatedElement rules, String where, JsonNode value) {
    Rule.Form form = Rule.find(Rule.Form.class, rules);
    boolean isElement = rules instanceof RecordComponent each && each.getType() == List.class;
    Rule.Most most = isElement ? null : Rule.find(Rule.Most.class, rules);
    if (form != null) {
      if (value.isString()
          && !value.stringValue().isBlank()
          && value.stringValue().matches(form.value())
          && form.begins().begins(value.stringValue())) {
        return value.stringValue();
      }
      Message rule =
          most == null ? Message.of(form.rule()) : Message.of(form.rule(), "most", most.value());
      Message next = fields.advice(Message.of(form.next()));
      checks().fault(where, BodyFields.shown(value), rule, next);
      return null;
    }
    boolean mayBeBlank = isQuery() && rules.isAnnotationPresent(Rules.Default.class);
    String text = string(where, value, mayBeBlank);
    if (text != null && most != null && text.length() > most.value()) {
      Message rule = Message.of("check.most_characters", "most", most.value());
      checks().fault(where, text, rule, Message.of("next.shorten"));
    }
    return text;
  }

  /// Whether it is true. A form sends a box only if it is ticked.
  private boolean flag(String where, JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return switch (fields.encoding()) {
      case JSON -> fields.fault(where, value, Message.of("check.boolean")) != null;
      case FORM -> true;
      case QUERY ->
          checks()
              .choice(where, BodyFields.shown(value), Map.of("true", true, "false", false))
              .orElse(false);
    };
  }

  private double number(JsonNode value) {
    if (fields.isText() && value.isString() && NUMBER.matcher(value.stringValue()).matches()) {
      return Double.parseDouble(value.stringValue());
    }
    return value.isNumber() ? value.doubleValue(Double.NaN) : Double.NaN;
  }

  private @Nullable Double number(
      AnnotatedElement rules, boolean isWhole, String where, JsonNode value) {
    Rule.Range range = Objects.requireNonNull(Rule.find(Rule.Range.class, rules));
    Bounds bounds = new Bounds(range.min(), range.max(), isWhole);
    double number = number(value);
    boolean isPoint = isWhole && fields.isText() && value.asString("").contains(".");
    if (bounds.hold(number) && !isPoint) {
      return number;
    }
    Message next = isQuery() ? ValueParser.stayInRange() : fields.advice(BodyFields.LEAVE_OUT);
    checks().fault(where, BodyFields.shown(value), bounds.rule(), next);
    return null;
  }

  private @Nullable EntryId id(
      AnnotatedElement rules, String where, String text, Map<String, @Nullable Object> before) {
    Rules.Known known = rules.getAnnotation(Rules.Known.class);
    if (known == null) {
      return checks().id(where, text);
    }
    List<Kind> kinds =
        before.get(known.kindIn()) instanceof Kind kind ? List.of(kind) : List.of(known.value());
    if (kinds.isEmpty()) {
      return null; // The fault is that of the kind.
    }
    EntryId city =
        switch (before.get(known.cityIn())) {
          case EntryId id -> id;
          case Binder.Identified of -> of.id();
          case null, default -> null;
        };
    return lookup.find(where, text, kinds, known.drafts(), city);
  }

  /// A record that people write as one word.
  private @Nullable Object written(Class<?> type, String where, String text) {
    Rules.Notation notation = type.getAnnotation(Rules.Notation.class);
    Matcher read = Pattern.compile(notation.value()).matcher(text.strip());
    if (!read.matches()) {
      form(where, text, notation.example());
      return null;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    int group = 1;
    for (RecordComponent each : type.getRecordComponents()) {
      String part = read.group(group++);
      Object value = null;
      if (part != null) {
        value =
            each.getType() == List.class
                ? words(each, where, part)
                : read(each.getType(), each, where, StringNode.valueOf(part.strip()), values);
        if (value == null) {
          return null;
        }
      }
      values.put(each.getName(), value);
    }
    return FieldTable.make(type, new ArrayList<>(values.values()));
  }

  private List<Object> words(RecordComponent list, String where, String text) {
    List<Object> all = new ArrayList<>();
    for (String each : text.split(":", -1)) {
      Class<?> type = Rules.element(list.getGenericType());
      Object word = read(type, list, where, StringNode.valueOf(each), Map.of());
      if (word != null) {
        all.add(word);
      }
    }
    return all;
  }

  private @Nullable Object parsed(
      Class<?> type, AnnotatedElement rules, String where, String text) {
    Parsed parsed = PARSED.get(type);
    if (parsed == null) {
      throw new IllegalStateException("no rule how to read a " + type);
    }
    try {
      Object value = parsed.reading().apply(text.strip());
      if (value instanceof LocalDate day && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
        Message rule = Message.of("check.day", "first", FIRST_DAY, "last", LAST_DAY);
        checks().fault(where, text, rule, Message.of("next.correct_or_leave_out"));
        return null;
      }
      return value;
    } catch (DateTimeException e) {
      Rule.Form form = Rule.find(Rule.Form.class, rules);
      if (form == null) {
        form(where, text, parsed.example());
      } else {
        Message rule = Message.of(form.rule(), "example", parsed.example());
        checks().fault(where, text, rule, Message.of(form.next()));
      }
      return null;
    }
  }

  private void form(String where, String text, String example) {
    Message rule = Message.of("check.notation", "example", example);
    checks().fault(where, text, rule, Message.of("next.correct_or_leave_out"));
  }
}
