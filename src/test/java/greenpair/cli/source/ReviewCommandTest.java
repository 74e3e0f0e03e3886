package greenpair.cli.source;

import static greenpair.cli.TwoRegistries.cells;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.cli.Ran;
import greenpair.cli.TwoRegistries;
import greenpair.cli.app.Exit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /// The short name of the pair that has both words in its lines.
  private static String pair(Ran list, String one, String two) {
    Matcher pairs = Pattern.compile("(?m)^([0-9a-f]{8})\n  (.*)\n  (.*)\n").matcher(list.out());
    while (pairs.find()) {
      if (pairs.group(2).contains(one) && pairs.group(3).contains(two)) {
        return pairs.group(1);
      }
    }
    throw new AssertionError("no pair of " + one + " and " + two + " in " + list);
  }

  @Test
  void aMergeThatIsWrong_isFoundByName_takenApart_andJoinedAgain() throws IOException {
    registries.reindex();
    Ran list = registries.run("review", "--merged", "acme BIOGAS");
    assertTrue(list.out().contains("acme-own: merged from 3 records"), list::toString);
    assertTrue(list.out().contains("ACME BIOGAS / 艾克米沼气"), list::toString);
    assertTrue(list.out().contains(" bits: "), list::toString);
    assertTrue(list.out().contains("name +"), list::toString);
    assertEquals(list.out(), registries.run("review", "--merged", "acme-own").out());
    assertTrue(registries.run("review", "--merged", "Lloyds").out().contains("no merged entry"));

    String one = pair(list, "first/acme-biogas-inc", "second/acme-biogas");
    assertEquals(Exit.OK, registries.run("review", one, "different").code());
    assertTrue(
        registries.run("review", "--merged", "acme-own").out().contains("reviewed: different"));
    for (int times = 0; times < 2; times++) {
      Ran again = registries.reindex();
      assertEquals("firm 5 1 4", cells(again.out(), "firm"), again::toString);
    }
    Ran left = registries.run("review", "--merged", "acme-own");
    assertTrue(left.out().contains("acme-own: merged from 2 records"), left::toString);

    assertEquals(Exit.OK, registries.run("review", one, "same").code(), "an answer can be changed");
    assertEquals("firm 5 2 3", cells(registries.reindex().out(), "firm"));
    Ran chinese = registries.run("review", "--merged", "艾克米", "--lang", "zh");
    assertTrue(chinese.out().contains("acme-own：由3条记录合并而成"), chinese::toString);
    assertTrue(chinese.out().contains("已人工判定：相同"), chinese::toString);
    assertTrue(chinese.out().contains("名称 +"), chinese::toString);
  }

  @Test
  void recordsKeptApart_areJoinedByTheirSourceAndId() {
    registries.reindex();
    Ran ran = registries.run("review", "first/lloyds", "second/acme-biogas", "same");
    assertEquals(Exit.OK, ran.code(), ran::toString);
    Ran again = registries.reindex();
    Ran list = registries.run("review", "--merged", "Lloyds");
    assertTrue(list.out().contains("lloyds: merged from 2 records"), again + "\n" + list);

    Ran unknown = registries.run("review", "first/lloyds", "second/nobody", "same");
    assertEquals(Exit.BAD_DATA, unknown.code(), unknown::toString);
    assertTrue(unknown.err().contains("a record is SOURCE/ID"), unknown::toString);
    assertEquals(
        Exit.BAD_DATA, registries.run("review", "third/lloyds", "first/lloyds", "same").code());
    assertEquals(
        Exit.BAD_DATA, registries.run("review", "first/lloyds", "first/lloyds", "same").code());
    assertEquals(Exit.USAGE, registries.run("review", "first/lloyds").code());
  }

  @Test
  void withoutRegistries_nothingWasMerged_andItReportsIt() {
    registries.run("reindex", folder.resolve("own.jsonl").toString());
    Ran ran = registries.run("review", "--merged", "Acme");
    assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
    assertTrue(ran.err().contains("does not say what was merged"), ran::toString);
  }
}
