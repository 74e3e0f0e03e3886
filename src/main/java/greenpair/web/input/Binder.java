package greenpair.web.input;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import greenpair.index.contract.Facet;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Binds the fields of a request to a record, by the types of its components and their [Rules].
/// Every fault is recorded; a component that is missing or wrong is null, empty, or its default.
public final class Binder {
  private static final int MOST = 100;

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

  /// A component with the id of a city, to which a need must belong.
  public interface Identified {
    EntryId id();
  }

  /// @param preferred the language of a query that names none; null for both
  Binder(Lookup lookup, Supplier<@Nullable Language> preferred) {
    this.lookup = lookup;
    this.preferred = preferred;
  }

  Binder(Lookup lookup) {
    this(lookup, () -> null);
  }

  public <T> T bind(Class<T> type, BodyFields fields) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (RecordComponent each : type.getRecordComponents()) {
      values.put(
          each.getName(),
          Rules.isUnwrapped(each) ? bind(each.getType(), fields) : value(each, fields, values));
    }
    T made = type.cast(FieldTable.make(type, new ArrayList<>(values.values())));
    if (made instanceof Request request) {
      request.check(fields);
    }
    return made;
  }

  private @Nullable Object value(
      RecordComponent component, BodyFields fields, Map<String, @Nullable Object> before) {
    String key = Rules.key(component);
    fields.begin(component);
    Object value = read(component, key, fields, before);
    Rules.Required required = component.getAnnotation(Rules.Required.class);
    if (required != null && fields.isMissing(key)) {
      fields.missing(key, required, component);
    }
    Rules.Default otherwise = component.getAnnotation(Rules.Default.class);
    if (otherwise != null && (value == null || fields.isMissing(key))) {
      return constant(component, otherwise.value());
    }
    return value == null && component.getType().isPrimitive()
        ? constant(component, component.getType() == boolean.class ? "false" : "0")
        : value;
  }

  private static @Nullable Object constant(RecordComponent component, String word) {
    Class<?> type = component.getType();
    return type.isEnum()
        ? Rules.words(type, component).get(word)
        : JsonMapper.shared().convertValue(word, type);
  }

  private @Nullable Object read(
      RecordComponent component,
      String key,
      BodyFields fields,
      Map<String, @Nullable Object> before) {
    Class<?> type = component.getType();
    if (type == List.class) {
      return list(component, key, fields, before);
    }
    if (type == Map.class) {
      return facets(fields);
    }
    JsonNode value = type == JsonNode.class ? fields.value(key) : fields.one(key);
    if (value == null) {
      return type == Language.class ? preferred.get() : null;
    }
    String where = fields.path(key);
    if (type.isSealed() && !Values.isWord(type)) {
      return alternative(component, where, value, fields);
    }
    return type.isRecord() && !Values.isWord(type)
        ? object(type, where, value, fields)
        : new Values(lookup, fields).read(type, component, where, value, before);
  }

  private @Nullable Object object(Class<?> type, String where, JsonNode value, BodyFields fields) {
    if (!(value instanceof ObjectNode inner)) {
      Message rule = Message.of("check.object_of", "keys", List.copyOf(Rules.keys(type)));
      return fields.fault(where, value, rule);
    }
    return isOfCatalog(type)
        ? fields.checks().record(where, inner, type.asSubclass(Record.class))
        : bind(type, fields.child(where, inner));
  }

  /// Whether it is a part of an entry, which is read as the catalog is.
  static boolean isOfCatalog(Class<?> type) {
    return type.isAnnotationPresent(Rules.OfCatalog.class)
        || type.getPackageName().startsWith(Entry.class.getPackageName());
  }

  /// A text of one case of a sealed type, or an object of the other.
  private @Nullable Object alternative(
      RecordComponent component, String where, JsonNode value, BodyFields fields) {
    for (Class<?> each : component.getType().getPermittedSubclasses()) {
      boolean isOfText = each.isAnnotationPresent(Rules.AsText.class);
      if (value.isString() && isOfText) {
        RecordComponent only = each.getRecordComponents()[0];
        Object word = new Values(lookup, fields).read(only.getType(), only, where, value, Map.of());
        return word == null ? null : FieldTable.make(each, List.of(word));
      }
      if (value.isObject() && !isOfText) {
        return object(each, where, value, fields);
      }
    }
    Rule.Form form = Objects.requireNonNull(Rule.find(Rule.Form.class, component));
    return fields.fault(where, value, Message.of(form.rule()));
  }

  /// A list of 1 to 100 values, or of objects; what is wrong is left out, and a missing list is
  /// empty.
  private List<?> list(
      RecordComponent component,
      String key,
      BodyFields fields,
      Map<String, @Nullable Object> before) {
    List<Object> all = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    JsonNode value = fields.value(key);
    if (value == null) {
      return all;
    }
    Class<?> type = Rules.element(component.getGenericType());
    Rule.Most bound = Rule.find(Rule.Most.class, component);
    int most = bound == null ? MOST : bound.value();
    int least = bound == null ? 1 : bound.least();
    Values values = new Values(lookup, fields);
    String where = fields.path(key);
    boolean isOfObjects = type.isRecord() && !Values.isWord(type);
    boolean hasObjects = value.path(0).isObject() || (value.isArray() && value.isEmpty());
    if (fields.isText() && !(isOfObjects && hasObjects)) {
      for (String each : fields.texts(value, component.isAnnotationPresent(Rules.Lines.class))) {
        if (all.size() < most) {
          Object read = values.read(type, component, where, StringNode.valueOf(each), before);
          add(read, where, fields, seen, all);
        }
      }
      checkTimes(value, most, where, fields);
      return all;
    }
    if (!value.isArray() || (value.size() < least && !isOfObjects) || value.size() > most) {
      String rule = isOfObjects ? "check.objects" : "check.list";
      fields.fault(where, value, Message.of(rule, "least", least, "most", most));
      return all;
    }
    for (int at = 0; at < value.size(); at++) {
      String place = where + "[" + at + "]";
      JsonNode each = value.get(at);
      Object read =
          isOfObjects
              ? object(type, place, each, fields)
              : values.read(type, component, place, each, before);
      add(read, place, fields, seen, all);
    }
    return all;
  }

  private static void checkTimes(JsonNode value, int most, String where, BodyFields fields) {
    if (value.size() > most) {
      Message rule = Message.of("check.times", "most", most);
      String size = Integer.toString(value.size());
      fields.checks().fault(where, size, rule, Message.of("next.fewer"));
    }
  }

  /// What a list says twice would be dropped, or count twice.
  private static void add(
      @Nullable Object value, String where, BodyFields fields, Set<Object> seen, List<Object> all) {
    if (value == null) {
      return;
    }
    all.add(value);
    Object mark = mark(value);
    if (mark != null && !seen.add(mark)) {
      Message next = Message.of("next.leave_out");
      String shown = mark instanceof Enum<?> word ? Word.of(word) : "" + mark;
      fields.checks().fault(where, shown, Message.of("list.twice"), next);
    }
  }

  /// By what an element is told from others: itself, or the components that say so, in any order.
  private static @Nullable Object mark(Object element) {
    if (!(element instanceof Record) || Values.isWord(element.getClass())) {
      return element;
    }
    Set<String> marks = new TreeSet<>();
    for (FieldTable.Field each : FieldTable.of(element.getClass())) {
      Object value = each.of(element);
      if (each.component().isAnnotationPresent(Rules.Once.class)) {
        if (value == null) {
          return null;
        }
        marks.add(value.toString());
      }
    }
    return marks.isEmpty() ? null : String.join(" ", marks);
  }

  private static Map<Facet, Set<String>> facets(BodyFields fields) {
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      JsonNode value = fields.value(facet.word());
      Set<String> values = new TreeSet<>();
      if (value != null) {
        checkTimes(value, MOST, fields.path(facet.word()), fields);
        fields.texts(value, false).stream()
            .limit(MOST)
            .forEach(each -> fields.checks().facet(facet, each).ifPresent(values::add));
      }
      if (!values.isEmpty()) {
        chosen.put(facet, values);
      }
    }
    return chosen;
  }
}
