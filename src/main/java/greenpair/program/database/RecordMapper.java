package greenpair.program.database;

import module java.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Text;
import greenpair.catalog.value.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Rows as records: a component is the column of its name in snake case, or of its [Column]. A
/// nested record has columns of its own: a [Stamp] `made` has `author` and `made`, any other one
/// `x` has `x_by` and `x`, and a [Text] has one for each language. A boolean says whether its
/// column has a value. An empty id is none. Components without a column are
/// empty lists or null.
public final class RecordMapper {
  /// The column of a component: none if it is empty. A text with one has both its languages there,
  /// each on a line.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Column {
    String value();
  }

  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Json {}

  /// Reads and writes an id or a code as a text.
  public abstract static class IdText {
    @SuppressWarnings("UnusedVariable") // Only its type counts.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    IdText(String value) {}

    @JsonValue
    abstract String value();
  }

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .addMixIn(EntryId.class, IdText.class)
          .build();

  /// A component and what is known of its column.
  ///
  /// @param isWhole whether a text is one column with both languages
  /// @param isNested whether the columns of its own components stand for it
  private record Cell(
      FieldTable.Field field,
      String column,
      Class<?> type,
      boolean isWhole,
      boolean isNested,
      boolean isNullable) {
    static Cell of(FieldTable.Field field) {
      RecordComponent component = field.component();
      Column named = component.getAnnotation(Column.class);
      Class<?> type = component.getType();
      return new Cell(
          field,
          named == null ? field.key() : named.value(),
          type,
          named != null,
          type.isRecord()
              && type != EntryId.class
              && type != Text.class
              && type != Stamp.class
              && !type.isAnnotationPresent(Json.class),
          component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    /// The column of who did what is dated in this one.
    String by() {
      return column.equals("made") ? "author" : column + "_by";
    }
  }

  private static final ClassValue<List<Cell>> CELLS =
      new ClassValue<>() {
        @Override
        protected List<Cell> computeValue(Class<?> type) {
          return FieldTable.of(type).stream().map(Cell::of).toList();
        }
      };

  private static final ClassValue<Map<String, Object>> WORDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
          Map<String, Object> words = new LinkedHashMap<>();
          for (Object each : type.getEnumConstants()) {
            words.put(String.valueOf(stored(each)), each);
          }
          return words;
        }
      };

  private RecordMapper() {}

  /// The columns of a record with their values; without `seq`, which the database counts.
  static Map<String, @Nullable Object> columns(Record owner) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (Cell cell : CELLS.get(owner.getClass())) {
      if (!cell.column().isEmpty() && !cell.column().equals("seq")) {
        write(cell, cell.field().of(owner), row);
      }
    }
    return row;
  }

  private static void write(Cell cell, @Nullable Object value, Map<String, @Nullable Object> row) {
    String column = cell.column();
    switch (value) {
      case Stamp stamp -> {
        row.put(cell.by(), stamp.by());
        row.put(column, stamp.at());
      }
      case Text text when !cell.isWhole() -> {
        row.put(column + "_en", text.en());
        row.put(column + "_zh", text.zh());
      }
      case Record nested when cell.isNested() -> row.putAll(columns(nested));
      case null, default -> {
        if (!cell.isNested()) {
          row.put(column, value);
        }
      }
    }
  }

  /// A value as a column holds it.
  static @Nullable Object stored(@Nullable Object value) {
    return switch (value) {
      case EntryId id -> id.value();
      case Enum<?> word -> Word.of(word);
      case Set<?> words ->
          words.stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
      case Text text -> text.en() + "\n" + text.zh();
      case LocalDate day -> day.toString();
      case Record json when json.getClass().isAnnotationPresent(Json.class) ->
          MAPPER.writeValueAsString(json);
      case Map<?, ?> arguments -> SentenceArguments.encode(arguments);
      case null, default -> value;
    };
  }

  /// The row of a result as a record.
  ///
  /// @throws SQLException if it cannot be read, or a column that the record needs is null
  /// @throws IllegalArgumentException if a value has not the form of its component
  static <T> T read(Class<T> type, ResultSet row) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (Cell cell : CELLS.get(type)) {
      Object value = cell.column().isEmpty() ? null : value(cell, row);
      if (value == null && !cell.column().isEmpty() && !cell.isNullable()) {
        throw new SQLException("column " + cell.column() + " is null");
      }
      values.add(value);
    }
    return type.cast(FieldTable.make(type, values));
  }

  private static @Nullable Object value(Cell cell, ResultSet row) throws SQLException {
    Class<?> type = cell.type();
    String column = cell.column();
    if (type == boolean.class) {
      return row.getString(column) != null;
    }
    if (type == int.class) {
      return row.getInt(column);
    }
    if (type == long.class) {
      return row.getLong(column);
    }
    if (cell.isNested()) {
      return isNull(type, row) ? null : read(type, row);
    }
    if (type == Text.class && !cell.isWhole()) {
      return new Text(row.getString(column + "_en"), row.getString(column + "_zh"));
    }
    String text = row.getString(column);
    if (text == null || (text.isEmpty() && type == EntryId.class)) {
      return null;
    }
    return type == Stamp.class
        ? new Stamp(row.getString(cell.by()), Instant.parse(text))
        : value(type, cell.field().component(), text);
  }

  private static Object value(Class<?> type, RecordComponent component, String text) {
    if (type == String.class) {
      return text;
    }
    if (type == EntryId.class) {
      return new EntryId(text);
    }
    if (type == Instant.class) {
      return Instant.parse(text);
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(text);
    }
    if (type == Text.class) {
      String[] lines = text.split("\n", 2);
      return new Text(lines[0], lines[lines.length - 1]);
    }
    if (type.isAnnotationPresent(Json.class)) {
      return MAPPER.readValue(text, type);
    }
    if (type == Map.class) {
      return SentenceArguments.decode(text);
    }
    if (type == Set.class) {
      Set<String> words = new TreeSet<>(List.of(text.split(" ")));
      words.remove("");
      boolean isOfIds =
          ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
              == EntryId.class;
      return isOfIds ? words.stream().map(EntryId::new).collect(Collectors.toSet()) : words;
    }
    return choice(type, text);
  }

  private static Object choice(Class<?> type, String word) {
    Map<String, Object> words = WORDS.get(type);
    Object found = words.get(word);
    if (found == null) {
      throw new IllegalArgumentException(
          "%s must be one of %s, but was \"%s\""
              .formatted(
                  type.getSimpleName().toLowerCase(Locale.ROOT),
                  String.join(", ", words.keySet()),
                  word));
    }
    return found;
  }

  private static boolean isNull(Class<?> nested, ResultSet row) throws SQLException {
    for (Cell cell : CELLS.get(nested)) {
      if (row.getString(cell.column()) != null) {
        return false;
      }
    }
    return true;
  }
}
