package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.cli.app.Exit;
import greenpair.program.ProgramStore;
import greenpair.program.Revisions;
import greenpair.program.Revisions.Revision;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Stamp;
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
  void catalog_ofReviewedNeeds_canBeIndexed(@TempDir Path other) throws IOException {
    String line =
        "{\"kind\":\"need\",\"id\":\"%s\",\"name\":{\"zh\":\"供热\"},\"city\":\"cn-jilin\","
            + "\"provenance\":[{\"source\":\"typed in by Li\",\"verified\":false}]}";
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
      store.write(
          all -> {
            add(all.revisions(), "draft", line, Revision.State.DRAFT);
            return add(all.revisions(), "open", line, Revision.State.REVIEWED);
          });
    }
    Ran printed = good("data", "catalog");
    assertEquals(line.formatted("open") + "\n", printed.out());
    assertEquals("[" + line.formatted("open") + "]\n", good("data", "catalog", "--json").out());
    Path file = Files.writeString(other.resolve("typed-in.jsonl"), printed.out());
    Ran valid = Ran.on(data, "validate", "fixtures", file.toString());
    assertEquals(Exit.OK, valid.code(), valid::toString);
  }

  private static Revision add(Revisions revisions, String id, String line, Revision.State state) {
    EntryId city = new EntryId("cn-jilin");
    return revisions.add(
        new Revisions.Content(Kind.NEED, new EntryId(id), city, line.formatted(id)),
        state,
        "",
        0,
        new Stamp("Li", Instant.EPOCH));
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
