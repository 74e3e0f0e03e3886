package greenpair.registry.format;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Preferences;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// Reads the entries of one kind from JSON objects: what a field may hold follows from the type of
/// its component and from the [Rule]s on it. Safe for use by many threads.
final class EntryReader {
  private static final Map<String, Kind> KINDS = Word.all(Kind.values());

  /// A field with the reader of its value; without one it is a group of fields, or, without fields,
  /// one that the kind does not have.
  ///
  /// @param other the column with which it is compared, or -1
  private record Column(
      String key,
      boolean isRequired,
      Fields.@Nullable Shape<?> shape,
      List<Column> group,
      int other) {}

  private final Codes codes;
  private final Kind kind;
  private final Set<String> keys;

  private EntryReader(Codes codes, Kind kind) {
    this.codes = codes;
    this.kind = kind;
    this.keys = new LinkedHashSet<>(FieldTable.keys(Entry.type(kind)));
    keys.removeIf(this::isAbsent);
  }

  /// A reader of entries of any kind: the entry, or null after its problems were recorded.
  static Fields.Build<Entry> of(Codes codes) {
    Map<Kind, Fields.Build<?>> readers = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      EntryReader reader = new EntryReader(codes, kind);
      List<Column> columns = reader.columns(Entry.type(kind));
      readers.put(kind, fields -> made(Entry.type(kind), columns, fields));
    }
    return fields -> {
      Kind kind = fields.may("kind", field -> field.word(KINDS));
      Fields.Build<?> reader = kind == null ? null : readers.get(kind);
      if (reader == null) {
        fields.missing("kind");
        fields.leaveRest();
        return null;
      }
      return (Entry) reader.build(fields);
    };
  }

  /// A reader of another record.
  ///
  /// @param taxonomy whose codes it may have; null for any
  static <R extends Record> Fields.Build<R> of(Class<R> type, @Nullable Taxonomy taxonomy) {
    Taxonomy known = taxonomy == null ? new Taxonomy(List.of()) : taxonomy;
    EntryReader any = new EntryReader(new Codes(known, taxonomy == null), Kind.CITY);
    List<Column> columns = any.columns(type);
    return fields -> type.cast(made(type, columns, fields));
  }

  private static @Nullable Object made(Class<?> type, List<Column> columns, Fields fields) {
    List<@Nullable Object> values = values(columns, fields);
    return fields.isFaulty() ? null : FieldTable.make(type, values);
  }

  private static List<@Nullable Object> values(List<Column> columns, Fields fields) {
    List<@Nullable Object> values = new ArrayList<>(columns.size());
    for (Column column : columns) {
      Fields.Shape<?> shape = column.shape();
      if (shape == null) {
        values.add(column.group().isEmpty() ? null : values(column.group(), fields));
        continue;
      }
      Object other = column.other() < 0 ? null : values.get(column.other());
      Object value =
          other == null
              ? fields.may(column.key(), shape)
              : fields.may(
                  column.key(),
                  field -> {
                    Object read = shape.read(field);
                    return read == null
                        ? null
                        : SpecialFields.compared(
                            read, other, columns.get(column.other()).key(), field);
                  });
      if (value == null && column.isRequired()) {
        fields.missing(column.key());
      }
      values.add(value);
    }
    return values;
  }

  private List<Column> columns(Class<?> type) {
    List<FieldTable.Field> fields = FieldTable.of(type);
    List<Column> columns = new ArrayList<>();
    for (FieldTable.Field field : fields) {
      RecordComponent component = field.component();
      columns.add(
          new Column(
              field.key(),
              field.isRequired(),
              field.isGroup() || isAbsent(field.key()) ? null : shape(component),
              field.isGroup() ? columns(component.getType()) : List.of(),
              fields.stream().map(FieldTable.Field::key).toList().indexOf(compared(component))));
    }
    return columns;
  }

  /// The field with which another one is compared; empty for none.
  private String compared(RecordComponent component) {
    Rule.NotBelow floor = component.getAnnotation(Rule.NotBelow.class);
    if (component.isAnnotationPresent(Rule.Region.class)) {
      return "country";
    } else if (codes.isTrusting()) {
      return "";
    } else if (floor != null) {
      return floor.value();
    }
    return component.getType() == Place.class
        ? "country"
        : component.getType() == Grade.class ? "status" : "";
  }

  private boolean isAbsent(String key) {
    return switch (key) {
      case Preferences.FIELD -> !kind.isOrganisation();
      case "restricted" -> Disclosure.fields(kind).isEmpty();
      default -> false;
    };
  }

  private Fields.Shape<?> shape(RecordComponent rules) {
    Class<?> type = rules.getType();
    if (type == Map.class) {
      return SpecialFields.tiers(kind);
    } else if (type == List.class || type == Set.class) {
      Class<?> element =
          (Class<?>) ((ParameterizedType) rules.getGenericType()).getActualTypeArguments()[0];
      boolean isSource = rules.getDeclaringRecord() == Provenance.class && !codes.isTrusting();
      Fields.Shape<?> shape = type == Set.class || isSource ? this::key : shape(element, rules);
      return type == Set.class ? field -> set(field.list(shape)) : field -> field.list(shape);
    }
    return shape(type, rules);
  }

  private static @Nullable Set<?> set(@Nullable List<?> values) {
    return values == null ? null : new TreeSet<>(values);
  }

  private Fields.Shape<?> shape(Class<?> type, RecordComponent rules) {
    Fields.Shape<?> plain = plain(type, rules);
    Rule.Names names = codes.isTrusting() ? null : rules.getAnnotation(Rule.Names.class);
    return names == null
        ? plain
        : field -> Names.checked(names.value(), kind, plain.read(field), field);
  }

  private Fields.Shape<?> plain(Class<?> type, RecordComponent rules) {
    boolean isPast = rules.isAnnotationPresent(Rule.Past.class);
    if (type == String.class) {
      return text(rules);
    } else if (type == EntryId.class) {
      return Field::id;
    } else if (type == Code.class) {
      Rule.Under root = rules.getAnnotation(Rule.Under.class);
      return root == null ? codes::any : field -> codes.under(root.value(), field);
    } else if (type == boolean.class || type == Boolean.class) {
      return Field::flag;
    } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      Rule.Range range =
          Objects.requireNonNull(Rule.find(Rule.Range.class, rules), rules::toString);
      Fields.Shape<?> number = number(type, range);
      return isPast ? field -> SpecialFields.pastYear((Integer) number.read(field), field) : number;
    } else if (type == PartialDate.class) {
      return isPast ? SpecialFields::pastDate : SpecialFields::partialDate;
    } else if (type == LocalDate.class) {
      return isPast && !codes.isTrusting() ? SpecialFields::pastDay : SpecialFields::date;
    } else if (type.isEnum()) {
      Map<String, ?> words =
          words(Arrays.asList(type.getEnumConstants()), each -> FieldTable.word((Enum<?>) each));
      return field -> field.word(words);
    } else if (type == Place.class) {
      return field -> SpecialFields.place(codes, field);
    } else if (type == Attributes.class) {
      return SpecialFields.attributes(shape(Attributes.Size.class, rules));
    } else if (type == Entry.Key.class) {
      return SpecialFields::party;
    } else if (type == Expert.Conflict.class) {
      return SpecialFields.conflict(shape(Text.class, rules), shape(Provenance.class, rules));
    }
    List<Column> columns = columns(type);
    List<String> required = columns.stream().filter(Column::isRequired).map(Column::key).toList();
    Message rule =
        required.isEmpty()
            ? Message.of("value.object_of", "keys", columns.stream().map(Column::key).toList())
            : Message.of("value.object_with", "keys", required);
    return field -> field.object(rule, fields -> made(type, columns, fields));
  }

  private Fields.Shape<?> text(RecordComponent rules) {
    Rule.Form form = Rule.find(Rule.Form.class, rules);
    Rule.Most most = rules.getAnnotation(Rule.Most.class);
    Rule.OneOf words = rules.getAnnotation(Rule.OneOf.class);
    if (form != null) {
      Pattern pattern = Pattern.compile(form.value());
      Message rule = Message.of(form.rule());
      return field ->
          codes.place(
              SpecialFields.begins(form.begins(), field.string(pattern, rule), rule, field), field);
    } else if (most != null) {
      return field -> SpecialFields.atMost(most.value(), field);
    } else if (words != null) {
      Map<String, String> meanings = words(List.of(words.value()), Function.identity());
      return field -> field.word(meanings);
    }
    return rules.getType() == List.class ? SpecialFields::shortText : Field::string;
  }

  private static Fields.Shape<?> number(Class<?> type, Rule.Range range) {
    if (type == int.class || type == Integer.class) {
      return field -> {
        Long number = field.whole(range.min(), range.max());
        return number == null ? null : (Integer) number.intValue();
      };
    }
    return type == long.class || type == Long.class
        ? field -> field.whole(range.min(), range.max())
        : field -> SpecialFields.above(range, field.number(range.min(), range.max()), field);
  }

  static <E> Map<String, E> words(Collection<E> all, Function<E, String> word) {
    Map<String, E> words = new LinkedHashMap<>();
    all.forEach(each -> words.put(word.apply(each), each));
    return words;
  }

  /// A field of this kind, or a part of one, such as `grid` or `grid.factor`.
  private @Nullable String key(Field field) {
    String name = field.string();
    if (name == null || keys.contains(name)) {
      return name;
    }
    int dot = name.indexOf('.');
    return dot > 0 && dot < name.length() - 1 && keys.contains(name.substring(0, dot))
        ? name
        : field.refuse(
            Field.near(
                Message.of(
                    "value.field_of", "kind", Message.of("words.common", "word", kind.word())),
                name,
                keys));
  }
}
