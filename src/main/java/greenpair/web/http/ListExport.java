package greenpair.web.http;

import module java.base;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The list of an answer as a table: a row for each element, a column for each value in it, named
/// by its path, such as `name.zh`. Lists of plain values are in one cell; lists of objects, such as
/// the parts of an explanation, are left to the JSON, except the sources of an entry and its first
/// case.
final class ListExport {
  private static final String RECOMMENDATIONS = "recommendations";

  /// The lists below recommendations, which the column `list` names.
  private static final List<String> BELOW =
      List.of(
          "incumbents", "below_threshold", "unproven", "peers", "nearest", "failures", "excluded");

  /// The list that each answer is about.
  private static final List<String> LISTS =
      List.of(
          "items",
          RECOMMENDATIONS,
          "opportunities",
          "packages",
          "hits",
          "cities",
          "concepts",
          "needs");

  private static final Set<String> SOURCES = Set.of("sources", "provenance");
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /// A sign that begins a formula, after any spaces, control characters and invisible marks, which
  /// spreadsheets skip (U+00A0, U+200B and U+FEFF among them); or a control at the beginning.
  private static final Pattern FORMULA =
      Pattern.compile("[\\t\\r\\n]|[\\s\\p{Z}\\p{C}]*[=+@＝＋－＠-]");

  /// The most that a cell of XLSX holds, in characters.
  private static final int LONGEST_CELL = 32_767;

  private final Set<String> columns = new LinkedHashSet<>();
  private final List<Map<String, JsonNode>> rows = new ArrayList<>();

  private final String next;

  private ListExport(String next) {
    this.next = next;
  }

  /// @param name null if the answer has only one list
  private void add(@Nullable String name, JsonNode list) {
    for (JsonNode each : list) {
      Map<String, JsonNode> row = new LinkedHashMap<>();
      if (name != null) {
        row.put("list", StringNode.valueOf(name));
      }
      flatten("", each, row);
      columns.addAll(row.keySet());
      rows.add(row);
    }
  }

  private List<JsonNode> cells(Map<String, JsonNode> row) {
    return columns.stream().map(name -> row.getOrDefault(name, NullNode.instance)).toList();
  }

  /// What asks for the part behind this one; empty on the last part.
  String next() {
    return next;
  }

  private static String next(JsonNode answer) {
    String cursor = answer.path("next").asString("");
    int end = answer.path("from").asInt(0) + answer.path("recommendations").size();
    boolean isPart = end < answer.path("totals").path("recommendations").asInt(0);
    return cursor.isEmpty()
        ? isPart ? "from=" + end : ""
        : "cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
  }

  /// The table of an answer, or nothing if the answer is no list.
  static Optional<ListExport> of(byte[] json) {
    JsonNode answer = MAPPER.readTree(json);
    return LISTS.stream()
        .filter(name -> answer.get(name) instanceof ArrayNode)
        .findFirst()
        .map(name -> of(name, answer));
  }

  private static ListExport of(String name, JsonNode answer) {
    ListExport export = new ListExport(next(answer));
    boolean isFirst = name.equals(RECOMMENDATIONS);
    export.add(isFirst ? name : null, answer.get(name));
    if (isFirst) {
      BELOW.forEach(each -> export.add(each, answer.path(each)));
    }
    return export;
  }

  private static void flatten(String path, JsonNode node, Map<String, JsonNode> row) {
    switch (node) {
      case ObjectNode object ->
          object
              .properties()
              .forEach(
                  each ->
                      flatten(
                          path.isEmpty() ? each.getKey() : path + "." + each.getKey(),
                          each.getValue(),
                          row));
      case ArrayNode array when array.valueStream().anyMatch(JsonNode::isContainer) -> {
        if (path.equals("evidence")) {
          describe(array.get(0), row);
        } else if (SOURCES.contains(path)) {
          row.put("sources", StringNode.valueOf(sources(array)));
        }
      }
      default -> row.put(path, node);
    }
  }

  /// What carries a recommendation, and the first checked source of it, or the first.
  private static void describe(JsonNode proof, Map<String, JsonNode> row) {
    for (String field : List.of("name", "year", "grade", "cost")) {
      if (proof.has(field)) {
        flatten("case." + field, proof.get(field), row);
      }
    }
    List<JsonNode> sources = proof.path("sources").valueStream().toList();
    sources.stream()
        .filter(each -> each.path("verified").asBoolean())
        .findFirst()
        .or(() -> sources.stream().findFirst())
        .ifPresent(each -> row.put("case.source", StringNode.valueOf(source(each))));
  }

  private static String sources(ArrayNode all) {
    return all.valueStream().map(ListExport::source).collect(Collectors.joining("; "));
  }

  /// A source, that nobody checked it, and of which fields it is if not of all others.
  private static String source(JsonNode source) {
    String check = source.path("verified").asBoolean() ? "" : ", verified: false";
    JsonNode own = source.path("fields");
    String fields = own.isEmpty() ? "" : " (" + text(own) + ")";
    return source.path("source").asString() + check + fields;
  }

  private static String text(JsonNode value) {
    return value instanceof ArrayNode array
        ? String.join("; ", array.valueStream().map(JsonNode::asString).toList())
        : value.asString();
  }

  /// CSV in UTF-8 with a byte order mark, without which Excel reads Chinese as another encoding.
  void csv(OutputStream file) throws IOException {
    try (Writer out = new OutputStreamWriter(file, StandardCharsets.UTF_8)) {
      out.write(BYTE_ORDER_MARK);
      try (CsvWriter csv = CsvWriter.builder().build(out)) {
        csv.writeRecord(columns);
        rows.forEach(row -> csv.writeRecord(cells(row).stream().map(ListExport::cell).toList()));
      }
    }
  }

  private static String cell(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isNumber() ? value.asString() : harmless(text(value));
  }

  /// A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP,
  /// CSV Injection), which the spreadsheet shows as text.
  static String harmless(String text) {
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }

  /// A workbook of one sheet. Its texts are typed as texts, so none is ever a formula.
  void xlsx(OutputStream file) throws IOException {
    try (Workbook book = new Workbook(file, "Greenpair", null)) {
      Worksheet sheet = book.newWorksheet("list");
      sheet.freezePane(0, 1);
      int column = 0;
      for (String name : columns) {
        sheet.value(0, column, name);
        sheet.style(0, column++).bold().set();
      }
      for (int row = 0; row < rows.size(); row++) {
        List<JsonNode> cells = cells(rows.get(row));
        for (column = 0; column < cells.size(); column++) {
          write(sheet, row + 1, column, cells.get(column));
        }
      }
    }
  }

  private static void write(Worksheet sheet, int row, int column, JsonNode value) {
    if (value.isNull()) {
      return;
    }
    if (value.isNumber()) {
      sheet.value(row, column, value.doubleValue());
    } else if (value.isBoolean()) {
      sheet.value(row, column, value.asBoolean());
    } else {
      String text = text(value);
      sheet.value(
          row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
    }
  }
}
