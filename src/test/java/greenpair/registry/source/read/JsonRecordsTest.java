package greenpair.registry.source.read;

import static greenpair.registry.source.read.ReadFiles.at;
import static greenpair.registry.source.read.ReadFiles.read;
import static greenpair.registry.source.read.ReadFiles.refusal;
import static greenpair.registry.source.read.ReadFiles.said;
import static greenpair.registry.source.read.ReadFiles.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Records of JSON and JSON Lines, and what is refused.
class JsonRecordsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void json_atPointers_flattensNestedKeysAndLists() throws IOException {
    Path file =
        write(
            folder.resolve("a.json"),
            """
            {"meta":{"items":[{"x":1}]},"nsi":{"a/b":{"items":[
            {"name":"One","tags":{"operator:zh":"一"},"match":["uno","eins"],"at":{"in":["cn"]}},
            {"name":"Two","no":null}],"rest":[[1]]},"c":{"items":[{"name":"Three"}]}}}
            """);
    List<SourceRecord> rows = read(file, at("/nsi/a~1b/items", "/nsi/c/items"));
    assertEquals(3, rows.size());
    assertEquals("一", rows.get(0).text("tags.operator:zh"));
    assertEquals("uno\u001feins", rows.get(0).text("match"));
    assertEquals("cn", rows.get(0).text("at.in"));
    assertEquals("/nsi/c/items", rows.get(2).text(JsonRecords.PATH));
  }

  /// Groups of records, and records of keys that are names.
  @Test
  void json_ofListsInLists_isReadByStars() throws IOException {
    Path file =
        write(
            folder.resolve("a.json"),
            """
            {"v": 1, "data": {"items": [
              {"name": "North", "projects": [{"id": 1}, {"id": 2}], "other": [[{"id": 9}]]},
              7,
              {"projects": [], "name": "South"},
              {"projects": [{"id": 3}]}]}}\
            """);
    List<SourceRecord> rows = read(file, at("/data/items/*/projects"));
    assertEquals(List.of("1", "2", "3"), rows.stream().map(row -> row.text("id")).toList());
    assertEquals("/data/items/3/projects", rows.get(2).text(JsonRecords.PATH));
    assertEquals("3", read(file, at("/data/items/3/projects")).getFirst().text("id"));
    assertEquals(
        List.of("x", "y"),
        read(
                write(folder.resolve("b.json"), "{\"a\":{\"id\":\"x\"},\"b\":{\"id\":\"y\"}}"),
                at("/*"))
            .stream()
            .map(row -> row.text("id"))
            .toList());
  }

  @Test
  void json_asTopList_andJsonLines_areRead() throws IOException {
    assertEquals(
        "2", read(write(folder.resolve("a.json"), "[{\"a\":1},{\"a\":2}]")).get(1).text("a"));
    List<SourceRecord> lines =
        read(write(folder.resolve("a.jsonl"), "{\"a\":1}\n\n{\"a\":true}\n[3]\n"));
    assertEquals("true", lines.get(1).text("a"));
    assertEquals(3, lines.get(1).origin().line());
    assertTrue(said(lines.get(2)).contains("JSON object"));
  }

  /// Some programs write it for a missing number.
  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void json_thatIsNotANumber_isUnknown(String value) throws IOException {
    String text = "[{\"a\":1,\"b\":[1]},{\"a\":%s,\"b\":[%s,2]}]".formatted(value, value);
    List<SourceRecord> records = read(write(folder.resolve("a.json"), text));
    assertEquals("1", records.get(0).text("a"));
    assertEquals("", records.get(1).text("a"));
    assertEquals("2", records.get(1).text("b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "'x'", "1.2.3", "01", "0x1F", "tru", "}"})
  void json_thatIsInvalid_isRefusedInPlainWords(String value) throws IOException {
    String why = refusal(write(folder.resolve("a.json"), "[{\"a\":" + value + "}]"));
    assertTrue(why.contains("a.json:1 is not valid JSON: "), why);
    assertFalse(why.contains("JsonReadFeature") || why.contains("`"), why);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "~{\"a\":1,\"a\":2}~",
        "~{\"b\":{\"a\":1,\"a\":2}}~",
        "~{\"b\":[{\"a\":1,\"c\":1,\"a\":2},{\"a\":3}]}~",
        "~{\"b\":[{\"a\":1},{\"a\":2,\"a\":3}]}~"
      })
  void json_withAKeyTwice_rejectsTheRecord(String record) throws IOException {
    String good = "{\"a\":1,\"b\":[{\"a\":[1,2]},{\"a\":3},{\"c\":1}]}";
    List<SourceRecord> lines =
        read(write(folder.resolve("a.jsonl"), good + "\n" + record + "\n" + good));
    List<SourceRecord> document =
        read(write(folder.resolve("b.json"), "[" + good + "," + record + "," + good + "]"));
    for (List<SourceRecord> rows : List.of(lines, document)) {
      assertNull(rows.get(0).fault());
      Message fault = rows.get(1).fault();
      assertTrue(fault != null && fault.in(Language.EN).contains("must have each key once"));
      assertNull(rows.get(2).fault());
    }
  }
}
