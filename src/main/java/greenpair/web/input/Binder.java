package greenpair.web.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.contract.Facet;
import greenpair.message.Message;
import greenpair.web.http.ValueParser;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Binds the fields of a request to a record, by the types of its components and their [Rules].
/// Every fault is recorded; a component that is missing or wrong is null, empty, or its default.
public final class Binder {
  private static final int MOST = 100;

  /// Texts that are values of a type, with an example of their form.
  private record Parsed(Function<String, Object> reading, String example) {}

  private static final Map<Class<?>, Parsed> PARSED =
      Map.of(
          LocalDate.class, new Parsed(Binder::day, "2026-03-01"),
          LocalTime.class, new Parsed(LocalTime::parse, "09:00"),
          LocalDateTime.class, new Parsed(LocalDateTime::parse, "2027-05-10T13:00"),
          Instant.class, new Parsed(Instant::parse, "2027-05-10T01:00:00Z"),
          ZoneId.class, new Parsed(ZoneId::of, "Asia/Shanghai"));

  private final Lookup lookup;
  private final Supplier<@Nullable Language> preferred;

  /// Finds entries that requests name; records a fault and returns null for one that there is not.
  public interface Lookup {
    /// The id of an entry, or null.
    ///
    /// @param word as it was sent
    /// @param city that a need must belong to; null for any
    @Nullable EntryId find(
        String field, String word, List<Kind> kinds, boolean drafts, @Nullable EntryId city);
  }

  /// A component `city` with the id of one, to which the component `need` must belong.
  public interface Identified {
    EntryId id();
  }

  /// For requests that name no entries.
  public static final Lookup NONE =
      (field, word, kinds, drafts, city) -> {
        throw new IllegalStateException("no catalog to look up " + field);
      };

  /// @param preferred the language of a query that names none; null for both
  Binder(Lookup lookup, Supplier<@Nullable Language> preferred) {
    this.lookup = lookup;
    this.preferred = preferred;
  }

  Binder(Lookup lookup) {
    this(lookup, () -> null);
  }

  /// The key of a component.
  public static String key(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named != null
        ? named.value()
        : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /// The keys of a request.
  public static Set<String> keys(Class<?> type) {
    Set<String> keys = new LinkedHashSet<>();
    for (RecordComponent each : type.getRecordComponents()) {
      if (isUnwrapped(each)) {
        keys.addAll(keys(each.getType()));
      } else if (each.getType() == Map.class) {
        Arrays.stream(Facet.values()).map(Facet::word).forEach(keys::add);
      } else {
        keys.add(key(each));
      }
    }
    return keys;
  }

  /// The words of a choice with their meanings.
  public static Map<String, Object> words(Class<?> type, AnnotatedElement rules) {
    Map<String, Object> words = new LinkedHashMap<>();
    Rules.OneOf some = rules.getAnnotation(Rules.OneOf.class);
    for (Object each : type.getEnumConstants()) {
      words.put(((Enum<?>) each).name().toLowerCase(Locale.ROOT), each);
    }
    if (some == null) {
      return words;
    }
    Map<String, Object> chosen = new LinkedHashMap<>();
    Arrays.stream(some.value()).forEach(word -> chosen.put(word, words.get(word)));
    return chosen;
  }

  /// The type of the elements of a list.
  public static Class<?> element(Type list) {
    return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
  }

  public <T> T bind(Class<T> type, BodyFields fields) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (RecordComponent each : type.getRecordComponents()) {
      values.put(
          each.getName(),
          isUnwrapped(each) ? bind(each.getType(), fields) : value(each, fields, values));
    }
    T made = made(type, values.values().toArray());
    if (made instanceof Request request) {
      request.check(fields);
    }
    return made;
  }

  /// Whether the components of a component stand beside the others.
  public static boolean isUnwrapped(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
  }

  private static <T> T made(Class<T> type, @Nullable Object[] values) {
    try {
      Constructor<T> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }

  private @Nullable Object value(
      RecordComponent component, BodyFields fields, Map<String, @Nullable Object> before) {
    String key = key(component);
    Object value = read(component, key, fields, before);
    Rules.Required required = component.getAnnotation(Rules.Required.class);
    if (required != null && fields.isMissing(key)) {
      fields.missing(key, rule(required, component), next(required, fields));
    }
    Rules.Default otherwise = component.getAnnotation(Rules.Default.class);
    if (otherwise != null && (value == null || fields.isMissing(key))) {
      return constant(component, otherwise.value());
    }
    return value == null && component.getType().isPrimitive()
        ? constant(component, component.getType() == boolean.class ? "false" : "0")
        : value;
  }

  private static Message rule(Rules.Required required, RecordComponent component) {
    if (!required.value().isEmpty()) {
      return Required.of(Message.of(required.value()));
    }
    return component.getType().isEnum()
        ? Required.of(
            Message.of(
                "what.choice",
                "values",
                List.copyOf(words(component.getType(), component).keySet())))
        : Message.of("check.required");
  }

  private static Message next(Rules.Required required, BodyFields fields) {
    if (required.next().equals("next.add_or_leave_out")) {
      String parent = fields.path("").replaceFirst("\\.$", "").replaceFirst(".*\\.", "");
      return Message.of(required.next(), "field", parent);
    }
    if (!required.next().isEmpty()) {
      return Message.of(required.next());
    }
    return required.example().isEmpty()
        ? Message.of("next.add")
        : Message.of("next.add_such_as", "example", required.example());
  }

  private static @Nullable Object constant(RecordComponent component, String word) {
    Class<?> type = component.getType();
    if (type.isEnum()) {
      return words(type, component).get(word);
    }
    if (type == boolean.class) {
      return Boolean.valueOf(word);
    }
    if (type == String.class) {
      return word;
    }
    if (type == int.class) {
      return Integer.valueOf(word);
    }
    return type == long.class ? (Object) Long.valueOf(word) : Double.valueOf(word);
  }

  private @Nullable Object read(
      RecordComponent component,
      String key,
      BodyFields fields,
      Map<String, @Nullable Object> before) {
    Class<?> type = component.getType();
    Rules.Range range = component.getAnnotation(Rules.Range.class);
    if (type == List.class) {
      return list(component, key, fields, before);
    }
    if (type == Map.class) {
      return facets(fields);
    }
    if (type == String.class) {
      return text(component, key, fields);
    }
    if (type == boolean.class) {
      return fields.flag(key);
    }
    if (type == int.class || type == Integer.class) {
      Long whole = fields.whole(key, (long) range.min(), (long) range.max());
      return whole == null ? null : (Object) whole.intValue();
    }
    if (type == long.class || type == Long.class) {
      return fields.whole(key, (long) range.min(), (long) range.max());
    }
    if (type == Double.class) {
      return fields.number(key, range.min(), range.max());
    }
    if (type == Language.class && fields.isMissing(key)) {
      var _ = fields.any(key);
      return preferred.get();
    }
    if (type.isEnum()) {
      return fields.choice(key, words(type, component));
    }
    if (type == ObjectNode.class) {
      return fields.any(key, "check.object", JsonNode::isObject);
    }
    if (type == JsonNode.class) {
      return fields.any(key);
    }
    if (type.isSealed() && !PARSED.containsKey(type)) {
      return alternative(component, key, fields);
    }
    if (type.isRecord() && !isWord(type)) {
      BodyFields inner = fields.object(key);
      return inner == null ? null : bind(type, inner);
    }
    String word = fields.string(key);
    return word == null
        ? null
        : word(type, component, fields.checks(), fields.path(key), word, before);
  }

  private static boolean isWord(Class<?> type) {
    return type == EntryId.class || type == Code.class;
  }

  private static @Nullable String text(RecordComponent component, String key, BodyFields fields) {
    Rules.Form form = component.getAnnotation(Rules.Form.class);
    Rules.Most most = component.getAnnotation(Rules.Most.class);
    if (form != null) {
      Message next = Message.of(form.next());
      Message rule = most == null ? rule(form) : Message.of(form.rule(), "most", most.value());
      return fields.form(key, Pattern.compile(form.value()), rule, next);
    }
    return most == null ? fields.string(key) : fields.string(key, most.value());
  }

  private static Message rule(Rules.Form form) {
    return Message.of(form.rule());
  }

  /// A text of one case of a sealed type, or an object of the other.
  private @Nullable Object alternative(RecordComponent component, String key, BodyFields fields) {
    JsonNode value = fields.any(key);
    if (value == null) {
      return null;
    }
    for (Class<?> each : component.getType().getPermittedSubclasses()) {
      boolean isOfText = each.getRecordComponents().length == 1;
      if (value.isString() && isOfText) {
        RecordComponent only = each.getRecordComponents()[0];
        Object word =
            word(
                only.getType(),
                only,
                fields.checks(),
                fields.path(key),
                value.stringValue(),
                Map.of());
        return word == null ? null : made(each, new Object[] {word});
      }
      if (value.isObject() && !isOfText) {
        BodyFields inner = fields.object(key);
        return inner == null ? null : bind(each, inner);
      }
    }
    Rules.Form form = component.getAnnotation(Rules.Form.class);
    fields.fault(fields.path(key), value, rule(form));
    return null;
  }

  private List<?> list(
      RecordComponent component,
      String key,
      BodyFields fields,
      Map<String, @Nullable Object> before) {
    Class<?> type = element(component.getGenericType());
    Rules.Most bound = component.getAnnotation(Rules.Most.class);
    int most = bound == null ? MOST : bound.value();
    if (type.isRecord() && !isWord(type) && !fields.hasWords(key)) {
      List<Object> all = new ArrayList<>();
      fields.objects(key, most).forEach(each -> all.add(bind(type, each)));
      return all;
    }
    if (type == Integer.class && !fields.isText()) {
      return integers(component, key, fields);
    }
    boolean isByLine = component.isAnnotationPresent(Rules.Lines.class);
    BiFunction<String, String, Optional<Object>> element =
        (where, text) ->
            Optional.ofNullable(word(type, component, fields.checks(), where, text, before));
    return isByLine ? fields.lines(key, most, element) : fields.list(key, element);
  }

  private static List<Integer> integers(RecordComponent component, String key, BodyFields fields) {
    Rules.Range range = component.getAnnotation(Rules.Range.class);
    JsonNode value = fields.any(key);
    List<Integer> all = new ArrayList<>();
    if (value != null && (!value.isArray() || value.isEmpty() || value.size() > MOST)) {
      fields.fault(fields.path(key), value, Message.of("check.list", "most", MOST));
      return all;
    }
    for (int at = 0; value != null && at < value.size(); at++) {
      JsonNode each = value.get(at);
      boolean isGood =
          each.isIntegralNumber() && each.asLong() >= range.min() && each.asLong() <= range.max();
      if (isGood) {
        all.add(each.asInt());
      } else {
        Message rule = ValueParser.wholeRule((long) range.min(), (long) range.max());
        fields.fault(fields.path(key) + "[" + at + "]", each, rule);
      }
    }
    return all;
  }

  /// The value that a word is; null after a fault.
  private @Nullable Object word(
      Class<?> type,
      AnnotatedElement rules,
      ValueParser checks,
      String where,
      String text,
      Map<String, @Nullable Object> before) {
    if (type == String.class) {
      Rules.Form form = rules.getAnnotation(Rules.Form.class);
      if (form != null && !text.matches(form.value())) {
        checks.fault(where, text, rule(form), Message.of(form.next()));
        return null;
      }
      return text;
    }
    if (type == EntryId.class) {
      return id(rules, checks, where, text, before);
    }
    if (type == Code.class) {
      return (rules.isAnnotationPresent(Rules.Instrument.class)
              ? checks.instrument(where, text)
              : checks.technology(where, text))
          .orElse(null);
    }
    if (type.isEnum()) {
      return checks.choice(where, text, words(type, rules)).orElse(null);
    }
    if (type == Integer.class) {
      return whole(rules, checks, where, text);
    }
    if (type == Double.class) {
      return number(rules, checks, where, text);
    }
    if (type.isRecord()) {
      return written(type, checks, where, text);
    }
    return parsed(type, rules, checks, where, text);
  }

  private static @Nullable Integer whole(
      AnnotatedElement rules, ValueParser checks, String where, String text) {
    Rules.Range range = rules.getAnnotation(Rules.Range.class);
    if (text.matches("[0-9]{1,9}")
        && Integer.parseInt(text) >= range.min()
        && Integer.parseInt(text) <= range.max()) {
      return Integer.valueOf(text);
    }
    Message rule = ValueParser.wholeRule((long) range.min(), (long) range.max());
    checks.fault(where, text, rule, ValueParser.stayInRange());
    return null;
  }

  private static @Nullable Double number(
      AnnotatedElement rules, ValueParser checks, String where, String text) {
    Rules.Range range = rules.getAnnotation(Rules.Range.class);
    double number =
        text.matches("-?[0-9]{0,15}(\\.[0-9]{1,9})?") && !text.isEmpty()
            ? Double.parseDouble(text)
            : Double.NaN;
    if (number >= range.min() && number <= range.max()) {
      return number;
    }
    Message rule = ValueParser.numberRule(range.min(), range.max());
    checks.fault(where, text, rule, ValueParser.stayInRange());
    return null;
  }

  private @Nullable EntryId id(
      AnnotatedElement rules,
      ValueParser checks,
      String where,
      String text,
      Map<String, @Nullable Object> before) {
    Rules.Known known = rules.getAnnotation(Rules.Known.class);
    if (known == null) {
      return Ids.read(where, text, checks);
    }
    List<Kind> kinds = List.of(known.value());
    if (kinds.isEmpty()) {
      if (!(before.get("kind") instanceof Kind kind)) {
        return null; // The fault is that of the kind.
      }
      kinds = List.of(kind);
    }
    EntryId city =
        switch (before.get("city")) {
          case EntryId id -> id;
          case Identified of -> of.id();
          case null, default -> null;
        };
    return lookup.find(where, text, kinds, known.drafts(), city);
  }

  /// A record that people write as one word.
  private @Nullable Object written(Class<?> type, ValueParser checks, String where, String text) {
    Rules.Notation notation = type.getAnnotation(Rules.Notation.class);
    Matcher read = Pattern.compile(notation.value()).matcher(text.strip());
    if (!read.matches()) {
      form(checks, where, text, notation.example());
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
                ? words(each, checks, where, part)
                : word(boxed(each.getType()), each, checks, where, part.strip(), values);
        if (value == null) {
          return null;
        }
      }
      values.put(each.getName(), value);
    }
    return made(type, values.values().toArray());
  }

  private List<Object> words(RecordComponent list, ValueParser checks, String where, String text) {
    List<Object> all = new ArrayList<>();
    for (String each : text.split(":", -1)) {
      Object word = word(element(list.getGenericType()), list, checks, where, each, Map.of());
      if (word != null) {
        all.add(word);
      }
    }
    return all;
  }

  private static Class<?> boxed(Class<?> type) {
    return type == int.class ? Integer.class : type;
  }

  private static @Nullable Object parsed(
      Class<?> type, AnnotatedElement rules, ValueParser checks, String where, String text) {
    Parsed parsed = PARSED.get(type);
    if (parsed == null) {
      throw new IllegalStateException("no rule how to read a " + type);
    }
    try {
      return parsed.reading().apply(text.strip());
    } catch (DateTimeException e) {
      Rules.Form form = rules.getAnnotation(Rules.Form.class);
      if (form != null) {
        Message rule = Message.of(form.rule(), "example", parsed.example());
        checks.fault(where, text, rule, Message.of(form.next()));
      } else {
        form(checks, where, text, parsed.example());
      }
      return null;
    }
  }

  private static void form(ValueParser checks, String where, String text, String example) {
    Message rule = Message.of("plan.form", "example", example);
    checks.fault(where, text, rule, Message.of("next.correct_or_leave_out"));
  }

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  /// Years that calendars cannot hold are refused.
  private static LocalDate day(String word) {
    LocalDate day = LocalDate.parse(word);
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw new DateTimeException(word + " is not from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
    return day;
  }

  private static Map<Facet, Set<String>> facets(BodyFields fields) {
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      List<String> values =
          fields.list(facet.word(), (where, word) -> fields.checks().facet(facet, word));
      if (!values.isEmpty()) {
        chosen.put(facet, new TreeSet<>(values));
      }
    }
    return chosen;
  }
}
