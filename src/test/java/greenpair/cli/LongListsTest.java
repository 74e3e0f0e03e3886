package greenpair.cli;

import static greenpair.cli.CatalogLines.CITY;
import static greenpair.cli.CatalogLines.NEED;
import static greenpair.cli.CatalogLines.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.app.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A list that is longer than an answer may be is counted in full and can be read by page.
class LongListsTest {
  private static final int FIRMS = 130;

  @TempDir private Path folder;

  private JsonNode leads(Path data, int from) {
    Ran ran =
        Ran.on(
            data, "recommend", "xx-a", "--json", "--limit", "100", "--from", String.valueOf(from));
    assertEquals(Exit.OK, ran.code(), ran::toString);
    JsonNode answer = new JsonMapper().readTree(ran.out());
    assertEquals(FIRMS, answer.get("totals").get("unproven").asInt());
    assertEquals(from, answer.get("from").asInt());
    return answer.get("unproven");
  }

  @Test
  void list_longerThanAnAnswer_isCountedAndReadOn() throws IOException {
    Path data = folder.resolve("data");
    String[] lines =
        Stream.concat(
                Stream.of(CITY, NEED),
                IntStream.range(0, FIRMS)
                    .mapToObj(
                        i ->
                            line(
                                "firm",
                                "lamps-" + i,
                                "\"role\":\"vendor\",\"technologies\":[\"LGT.LED\"]")))
            .toArray(String[]::new);
    Ran made = Ran.on(data, "reindex", TextFile.in(folder, "many.jsonl", lines).toString());
    assertEquals(Exit.OK, made.code(), made::toString);

    JsonNode first = leads(data, 0);
    JsonNode second = leads(data, 100);
    assertEquals(100, first.size());
    assertEquals(30, second.size());
    assertEquals(101, second.get(0).get("rank").asInt());
    Set<String> all = new TreeSet<>();
    first.forEach(each -> all.add(each.get("id").asString()));
    second.forEach(each -> all.add(each.get("id").asString()));
    assertEquals(FIRMS, all.size(), "no firm stands on two pages or on none");
    assertEquals(0, leads(data, 130).size());

    String text = Ran.on(data, "recommend", "xx-a").out();
    assertTrue(text.contains("0 of 130 shown; use --limit, --others or --from to see more"), text);
    Ran.on(data, "recommend", "xx-a", "--from", "-1")
        .assertFails(Exit.USAGE, "from must be an integer from 0");
  }
}
