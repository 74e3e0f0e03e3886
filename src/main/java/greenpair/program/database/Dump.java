package greenpair.program.database;

import module java.base;

import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.message.Translated;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// All records as JSON Lines: a first line that names the format, one line for each row, and a
/// last line with their number, so that a file that was cut is noticed. Sessions and kept
/// answers are left out: they end by themselves, and belong to one server.
///
/// @param tables the tables with their records, each after those that it refers to
public record Dump(
    Rows rows, SequencedMap<String, Class<? extends Record>> tables, boolean sqlite) {
  private static final String FORMAT = "greenpair-program";
  private static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// Far above what lists ever count to, and far below where a database has no next number.
  private static final long LAST = 1_000_000_000_000L;

  public long write(Writer out) {
    try {
      line(out, MAPPER.createObjectNode().put("format", FORMAT).put("version", VERSION));
      AtomicLong count = new AtomicLong();
      for (String table : tables.keySet()) {
        rows.each(
            select(table),
            row -> {
              ObjectNode line = MAPPER.createObjectNode().put("table", table);
              line.set("row", node(row));
              line(out, line);
              count.incrementAndGet();
            });
      }
      line(out, MAPPER.createObjectNode().put("rows", count.get()));
      out.flush();
      return count.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(Writer out, JsonNode node) {
    try {
      out.write(MAPPER.writeValueAsString(node));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String select(String table) {
    return "SELECT * FROM " + table + " ORDER BY seq";
  }

  private static ObjectNode node(Rows.Row row) throws SQLException {
    ObjectNode node = MAPPER.createObjectNode();
    ResultSetMetaData columns = row.columns().getMetaData();
    for (int at = 1; at <= columns.getColumnCount(); at++) {
      String name = columns.getColumnName(at).toLowerCase(Locale.ROOT);
      switch (row.columns().getObject(at)) {
        case null -> {}
        case Number number -> node.put(name, number.longValue());
        case Object other -> node.put(name, other.toString());
      }
    }
    return node;
  }

  /// Adds the rows of an export to a database without any.
  ///
  /// @param check throws if a record cannot be shown later
  /// @throws IllegalArgumentException if there are rows, or a line is none of an export
  public long read(Reader in, Consumer<Record> check) {
    for (String table : tables.keySet()) {
      if (rows.one(select(table) + " LIMIT 1", row -> true).isPresent()) {
        throw new MessageException(Message.of("import.not_empty", "table", table));
      }
    }
    try (BufferedReader lines = new BufferedReader(in)) {
      JsonNode first = parse(lines.readLine(), 1);
      if (!first.path("format").asString("").equals(FORMAT)
          || first.path("version").asInt(0) != VERSION) {
        throw broken(1, Message.of("import.format", "format", FORMAT, "version", VERSION));
      }
      return readRows(lines, check);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long readRows(BufferedReader lines, Consumer<Record> check) throws IOException {
    Map<String, List<String>> columns = new HashMap<>();
    for (String table : tables.keySet()) {
      columns.put(table, columns(table));
    }
    long count = 0;
    for (long number = 2; ; number++) {
      JsonNode node = parse(lines.readLine(), number);
      if (node.has("rows")) {
        if (node.path("rows").asLong(-1) != count) {
          throw broken(number, Message.of("import.count", "count", count));
        }
        restart();
        return count;
      }
      String table = node.path("table").asString("");
      List<String> known = columns.get(table);
      if (known == null || !(node.get("row") instanceof ObjectNode row)) {
        throw broken(number, Message.of("import.tables", "tables", List.copyOf(tables.keySet())));
      }
      insert(table, known, row, number);
      check(table, row.path("seq"), check, number);
      count++;
    }
  }

  private void insert(String table, List<String> known, ObjectNode row, long number) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : row.properties()) {
      if (!known.contains(each.getKey())) {
        throw broken(number, Message.of("import.columns", "columns", List.copyOf(known)));
      }
      JsonNode value = each.getValue();
      values.put(
          each.getKey(), value.isIntegralNumber() ? (Object) value.longValue() : value.asString());
    }
    if (values.isEmpty()) {
      throw broken(number, Message.of("import.no_column"));
    }
    try {
      rows.insert(table, values);
    } catch (Rows.Failed e) {
      throw broken(number, Message.of("import.row", "table", table, "why", Translated.of(e)));
    }
  }

  private void check(String table, JsonNode seq, Consumer<Record> check, long number) {
    if (!seq.isIntegralNumber() || seq.longValue() < 1 || seq.longValue() > LAST) {
      throw broken(number, Message.of("import.seq", "most", LAST));
    }
    try {
      Class<? extends Record> type = Objects.requireNonNull(tables.get(table));
      rows.one(type, "SELECT * FROM " + table + " WHERE seq = ?", seq.longValue()).ifPresent(check);
    } catch (RuntimeException e) {
      throw broken(number, Message.of("import.row", "table", table, "why", Translated.of(e)));
    }
  }

  private List<String> columns(String table) {
    try (var statement =
            rows.connection().prepareStatement("SELECT * FROM " + table + " WHERE seq < 0");
        var result = statement.executeQuery()) {
      List<String> names = new ArrayList<>();
      for (int at = 1; at <= result.getMetaData().getColumnCount(); at++) {
        names.add(result.getMetaData().getColumnName(at).toLowerCase(Locale.ROOT));
      }
      return names;
    } catch (SQLException e) {
      throw new Rows.Failed(e);
    }
  }

  /// Lets the numbers that PostgreSQL gives go on behind those that were read; SQLite does so
  /// by itself.
  private void restart() {
    if (sqlite) {
      return;
    }
    for (String table : tables.keySet()) {
      var _ =
          rows.all(
              "SELECT setval(pg_get_serial_sequence('"
                  + table
                  + "', 'seq'), (SELECT COALESCE(MAX(seq), 0) + 1 FROM "
                  + table
                  + "), false) AS next",
              row -> row.number("next"));
    }
  }

  private static JsonNode parse(@Nullable String line, long number) {
    if (line == null) {
      throw broken(number, Message.of("import.cut"));
    }
    try {
      return MAPPER.readTree(line);
    } catch (JacksonException e) {
      throw broken(number, Message.of("import.json"));
    }
  }

  private static MessageException broken(long number, Message fault) {
    return new MessageException(Message.of("import.broken", "line", number, "fault", fault));
  }
}
