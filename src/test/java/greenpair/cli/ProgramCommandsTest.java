package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.cli.app.Exit;
import greenpair.program.ProgramStore;
import greenpair.program.Revisions;
import greenpair.program.Revisions.Revision;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens and programme data on the command line.
class ProgramCommandsTest {
  @TempDir private Path data;

  private Ran good(String... arguments) {
    Ran ran = Ran.on(data, arguments);
    assertEquals(Exit.OK, ran.code(), ran::toString);
    return ran;
  }

  @Test
  void token_made_isShownOnceListedAndRevoked() throws IOException {
    Ran made = good("token", "create", "--name", "王丽", "--role", "city", "--city", "cn-jilin");
    String token = made.out().strip();
    assertTrue(token.matches("gp_[0-9a-f]{20}_[0-9a-f]{64}"), token);
    assertFalse(made.err().contains(token));
    String id = token.substring(3, 23);
    String list = good("token", "list").out();
    assertTrue(list.contains(id) && list.contains("王丽") && list.contains("cn-jilin"), list);
    String secret = token.substring(24);
    assertFalse(list.contains(secret));
    String file =
        Files.readString(data.resolve("program.db"), java.nio.charset.StandardCharsets.ISO_8859_1);
    assertFalse(file.contains(secret));
    good("token", "revoke", id);
    assertTrue(good("token", "list").out().contains("revoked"));
    assertEquals(Exit.NOT_FOUND, Ran.on(data, "token", "revoke", "nobody").code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--role reader --city cn-jilin",
        "--role city",
        "--role reader --expires 2001-01-01",
        "--role reader --name "
      })
  void token_withAFault_isRefusedAndNothingIsMade(String options) {
    String[] words = ("token create --name x " + options).split(" ", -1);
    Ran ran = Ran.on(data, words);
    assertEquals(Exit.USAGE, ran.code(), ran::toString);
    assertEquals("", ran.out());
    assertEquals(1, good("token", "list").out().lines().count());
  }

  @Test
  void programData_exportedAndImported_isTheSame(@TempDir Path other) throws IOException {
    good("token", "create", "--name", "Ada", "--role", "operator");
    Path file = other.resolve("all.jsonl");
    assertEquals("2 records\n", good("data", "export", file.toString()).out());
    assertEquals(Exit.BAD_DATA, Ran.on(data, "data", "export", file.toString()).code());
    Path second = other.resolve("second");
    Ran read = Ran.on(second, "data", "import", file.toString());
    assertEquals("2 records\n", read.out(), read::toString);
    Ran again = Ran.on(second, "data", "import", file.toString());
    assertEquals(Exit.BAD_DATA, again.code());
    assertTrue(again.err().contains("import into an empty one"), again.err());
    Path third = other.resolve("third.jsonl");
    assertEquals(Exit.OK, Ran.on(second, "data", "export", third.toString()).code());
    assertEquals(exported(file), exported(third));
    Path later = other.resolve("again.jsonl");
    good("data", "export", later.toString());
    assertTrue(Files.readString(later).contains("data.export"), "an export is in the audit");
  }

  /// Everything except audit lines of exports and the number of lines.
  private static java.util.List<String> exported(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.contains("data.export") && !line.startsWith("{\"rows\""))
        .toList();
  }

  @Test
  void catalog_ofReviewedNeeds_canBeIndexed(@TempDir Path other) throws IOException {
    String line =
        "{\"kind\":\"need\",\"id\":\"%s\",\"name\":{\"zh\":\"供热\"},\"city\":\"cn-jilin\","
            + "\"provenance\":[{\"source\":\"typed in by Li\",\"verified\":false}]}";
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
      store.write(
          all -> {
            add(all.revisions(), "open", line, Revision.State.REVIEWED, Set.of());
            add(all.revisions(), "draft", line, Revision.State.DRAFT, Set.of());
            return add(all.revisions(), "hidden", line, Revision.State.REVIEWED, Set.of("stage"));
          });
    }
    Ran printed = good("data", "catalog");
    assertEquals(line.formatted("open") + "\n", printed.out());
    assertTrue(printed.err().contains("left out because of their private fields: 1"));
    assertEquals("[" + line.formatted("open") + "]\n", good("data", "catalog", "--json").out());
    Path file = Files.writeString(other.resolve("typed-in.jsonl"), printed.out());
    Ran valid = Ran.on(data, "validate", "fixtures", file.toString());
    assertEquals(Exit.OK, valid.code(), valid::toString);
  }

  private static Revision add(
      Revisions revisions, String id, String line, Revision.State state, Set<String> hidden) {
    EntryId city = new EntryId("cn-jilin");
    return revisions.add(
        new Revisions.Content(Kind.NEED, new EntryId(id), city, line.formatted(id), hidden),
        state,
        "",
        0,
        new Stamp("Li", Instant.EPOCH));
  }

  @Test
  void import_ofAnEntryOrRecordThatNoListCouldShow_isRefusedWithItsLine(@TempDir Path other)
      throws IOException {
    String revision =
        "{\"table\":\"revision\",\"row\":{\"seq\":1,\"kind\":\"need\",\"entry\":\"n1\",\"city\":\"cn-jilin\",\"number\":1,\"state\":\"draft\",\"line\":\"%s\",\"private_fields\":\"\",\"reason\":\"\",\"author\":\"Li\",\"made\":\"2026-03-01T08:00:00Z\",\"latest\":1}}\n";
    String line =
        "{'kind':'need','id':'%s','name':{'en':'Heat'},'city':'cn-jilin','provenance':"
            + "[{'source':'typed in by Li','verified':false}]}";
    String good = line.replace("'", "\\\"");
    String decision =
        "{\"table\":\"decision\",\"row\":{\"seq\":1,\"id\":\"d\",\"digest\":\"x\",\"document\":\"{}\",\"author\":\"Li\",\"author_id\":\"\",\"made\":\"2026-03-01T08:00:00Z\"}}\n";
    String head = "{\"format\":\"greenpair-program\",\"version\":1}\n";
    Path file = other.resolve("all.jsonl");
    for (String row :
        java.util.List.of(
            revision.formatted("no line"),
            revision.formatted(good.formatted("another")),
            decision)) {
      Files.writeString(file, head + row + "{\"rows\":1}\n");
      Ran ran = Ran.on(data, "data", "import", file.toString());
      assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
      assertTrue(ran.err().contains("line 2 of the export"), ran::toString);
      assertTrue(ran.err().contains("nothing was imported"), ran::toString);
    }
    Files.writeString(file, head + revision.formatted(good.formatted("n1")) + "{\"rows\":1}\n");
    assertEquals("1 records\n", good("data", "import", file.toString()).out());
  }

  @Test
  void database_thatCannotBeOpened_isAClearError() throws IOException {
    Path file = Files.writeString(data.resolve("program.db"), "this is no database ".repeat(100));
    Ran ran = Ran.on(data, "token", "list");
    assertEquals(Exit.FAILURE, ran.code());
    assertTrue(ran.err().contains("cannot be opened"), ran.err());
    assertTrue(ran.err().contains(file.toString()), ran.err());
  }
}
