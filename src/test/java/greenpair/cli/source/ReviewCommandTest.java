package greenpair.cli.source;

import static greenpair.cli.TwoRegistries.cells;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.Ran;
import greenpair.cli.TwoRegistries;
import greenpair.cli.app.Exit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers on pairs of firms take effect, and can be listed and changed.
class ReviewCommandTest {
  @TempDir private Path folder;
  private TwoRegistries registries;

  @BeforeEach
  void prepare() throws IOException {
    registries = TwoRegistries.in(folder);
  }

  @Test
  void answers_areFollowed_andSurviveRebuilds() {
    registries.reindex();
    Ran list = registries.run("review");
    Matcher id = Pattern.compile("(?m)^([0-9a-f]{8})$").matcher(list.out());
    assertTrue(id.find(), list::toString);
    assertTrue(list.out().contains("Lloyds Digesters"), list::toString);

    assertEquals(Exit.NOT_FOUND, registries.run("review", "00000000", "same").code());
    assertEquals(Exit.USAGE, registries.run("review", id.group(1), "perhaps").code());
    assertEquals(Exit.OK, registries.run("review", id.group(1), "same").code());
    for (int times = 0; times < 2; times++) {
      Ran again = registries.reindex();
      assertEquals("firm 5 3 2", cells(again.out(), "firm"), again::toString);
      assertFalse(again.out().contains("may be the same firm"), again::toString);
    }
    assertTrue(registries.run("review").out().startsWith("0 uncertain pairs, 1 answered"));
  }

  @Test
  void recordsMergedWrongly_areSeparated_andJoinedAgain() {
    registries.reindex();
    String[] pair = {"review", "first/acme-biogas-inc", "second/acme-biogas", "different"};
    Ran separated = registries.run(pair);
    assertEquals(Exit.OK, separated.code(), separated::toString);
    for (int times = 0; times < 2; times++) {
      Ran again = registries.reindex();
      assertEquals("firm 5 1 4", cells(again.out(), "firm"), again::toString);
    }
    pair[3] = "same";
    assertEquals(Exit.OK, registries.run(pair).code(), "an answer can be changed");
    assertEquals("firm 5 2 3", cells(registries.reindex().out(), "firm"));
  }

  @Test
  void recordsKeptApart_areJoinedByTheirSourceAndId() {
    registries.reindex();
    Ran ran = registries.run("review", "first/lloyds", "second/lloyds-digesters", "same");
    assertEquals(Exit.OK, ran.code(), ran::toString);
    Ran again = registries.reindex();
    assertEquals("firm 5 3 2", cells(again.out(), "firm"), again::toString);

    Ran unknown = registries.run("review", "first/lloyds", "second/nobody", "same");
    assertEquals(Exit.BAD_DATA, unknown.code(), unknown::toString);
    assertTrue(unknown.err().contains("a record is SOURCE/ID"), unknown::toString);
    assertEquals(
        Exit.BAD_DATA, registries.run("review", "third/lloyds", "first/lloyds", "same").code());
    assertEquals(
        Exit.BAD_DATA, registries.run("review", "first/lloyds", "first/lloyds", "same").code());
    assertEquals(Exit.USAGE, registries.run("review", "first/lloyds").code());
  }
}
