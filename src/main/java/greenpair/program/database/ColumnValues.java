package greenpair.program.database;

import static java.util.stream.Collectors.joining;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.database.Rows.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The format of values in columns: words in lower case, times in ISO 8601, sets separated by
/// spaces.
public final class ColumnValues {
  private ColumnValues() {}

  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  public static <E extends Enum<E>> E choice(Class<E> type, String word) {
    for (E each : type.getEnumConstants()) {
      if (word(each).equals(word)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "%s must be one of %s, but was \"%s\""
            .formatted(
                type.getSimpleName().toLowerCase(Locale.ROOT),
                Arrays.stream(type.getEnumConstants())
                    .map(ColumnValues::word)
                    .collect(joining(", ")),
                word));
  }

  public static @Nullable EntryId id(@Nullable String value) {
    return value == null ? null : new EntryId(value);
  }

  public static @Nullable String text(@Nullable EntryId id) {
    return id == null ? null : id.value();
  }

  public static @Nullable Kind kind(@Nullable String word) {
    return word == null ? null : knownKind(word);
  }

  public static Kind knownKind(String word) {
    return Kind.of(word)
        .orElseThrow(() -> new IllegalArgumentException("there is no kind \"" + word + "\""));
  }

  public static Stamp made(Row row) throws SQLException {
    return new Stamp(row.text("author"), Instant.parse(row.text("made")));
  }

  public static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  public static String joined(Collection<?> values) {
    return values.stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
  }

  public static Set<String> split(String joined) {
    return joined.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(joined.split(" ")));
  }

  public static Set<EntryId> ids(String joined) {
    return split(joined).stream().map(EntryId::new).collect(Collectors.toSet());
  }
}
