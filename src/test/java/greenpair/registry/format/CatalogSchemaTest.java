package greenpair.registry.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import greenpair.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The schema and the strict reader were written independently and must agree.
class CatalogSchemaTest {
  private static final Path FILE = Path.of("index-config", "catalog.schema.json");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Schema SCHEMA = schema();

  static final List<String> FULL = Lines.FULL;
  static final List<BadLine> BAD = BadLine.ALL;

  private static Schema schema() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    try {
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
          .getSchema(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The errors of a line by the schema; a line that is no object is one.
  static List<?> problems(String line) {
    List<FieldProblem> problems = new ArrayList<>();
    ObjectNode object = StrictJson.object(Lines.utf8(line), false, problems);
    return object == null ? problems : SCHEMA.validate(object);
  }

  @ParameterizedTest
  @FieldSource("FULL")
  void goodLine_isChecked_hasNoProblem(String line) {
    assertEquals(List.of(), problems(line));
  }

  @ParameterizedTest
  @FieldSource("BAD")
  void badLine_isChecked_isRefusedWhereASchemaCanKnow(BadLine bad) {
    List<?> problems = problems(bad.line());
    assertEquals(bad.schemaKnows(), !problems.isEmpty(), () -> bad.line() + " " + problems);
  }

  @Seeded
  void randomEntry_isChecked_hasNoProblem(Random random) {
    byte[] line = Lines.JSON.encode(new RandomEntries(random).next());
    assertEquals(List.of(), problems(new String(line, StandardCharsets.UTF_8)));
  }

  @Seeded
  void lineWithOneChange_isRead_schemaAndReaderAgree(Random random) {
    ObjectNode line = (ObjectNode) JSON.readTree(Lines.FULL.get(random.nextInt(Lines.FULL.size())));
    change(line, random);
    String text = line.toString();
    String problem = problemBesideCodes(text);
    if (problem.contains("must not be before")
        || problem.contains("must not be below")
        || problem.contains("parties must be firms listed")
        || problem.contains("must begin with the country")
        || problem.contains("must not rest on")
        || problem.contains("must lie in the country")
        || problem.contains("must not name")
        || problem.contains("must be D, since the status is")
        || problem.contains("but was \"2026-02-29\"")) {
      return; // Two fields that do not fit, or a day that no month has: beyond a schema.
    }
    List<?> problems = problems(text);
    assertEquals(problem.isEmpty(), problems.isEmpty(), () -> text + "\n" + problem + problems);
  }

  private static String problemBesideCodes(String line) {
    try {
      assertNotNull(Lines.JSON.decode(Lines.utf8(line)));
      return "";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /// Removes a value somewhere in the line, replaces it by junk, or adds a key.
  private static void change(ObjectNode line, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(line, containers);
    JsonNode place = containers.get(random.nextInt(containers.size()));
    JsonNode junk = JUNK.get(random.nextInt(JUNK.size()));
    if (place instanceof ArrayNode list) {
      int at = random.nextInt(list.size());
      if (random.nextInt(4) == 0) {
        list.remove(at);
      } else {
        list.set(at, junk);
      }
    } else if (place instanceof ObjectNode object) {
      List<String> keys = List.copyOf(object.propertyNames());
      String key = keys.get(random.nextInt(keys.size()));
      switch (random.nextInt(6)) {
        case 0 -> object.remove(key);
        case 1 -> object.set("more", junk);
        default -> object.set(key, junk);
      }
    }
  }

  private static final JsonNode JUNK =
      JSON.readTree(
          """
          [null, "", " ", "\u3000", "-", "x", "X", "CN", "CN\\n", "CN-JL", "US", "city", "firm",
           "FIN.LON", "closed", "a b", "2026-02-29", "2024-02-29", "+12024-02-29", "https://x",
           "http://", "\\u0007", "\\ud83d", "\\ud83d\\ude8c", 0, -1, 1, 5, 2000, 1.5, 2000.0, 1e15,
           1e16, -1e999, 1e999, 99999999999999999999999999, true, false, [], {}, ["x"], ["FIN.LON"],
           [null], [[]], {"en":"x"}, {"zh":""}, {"en":null}, [{"en":"x"}], {"country":"CN"}]
          """);

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainer()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  @Test
  void schema_everyField_hasADescriptionOrPointsToOne() throws IOException {
    JsonNode schema = JSON.readTree(Files.readString(FILE));
    for (var definition : schema.get("$defs").properties()) {
      assertTrue(definition.getValue().has("description"), definition.getKey());
      JsonNode fields = definition.getValue().path("properties");
      for (var field : fields.properties()) {
        String path = definition.getKey() + "." + field.getKey();
        assertTrue(field.getValue().has("description") || field.getValue().has("$ref"), path);
      }
      assertFalse(
          definition.getValue().has("properties")
              && definition.getValue().path("additionalProperties").asBoolean(true),
          definition.getKey());
    }
  }
}
