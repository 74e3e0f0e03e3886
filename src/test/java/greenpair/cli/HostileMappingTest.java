package greenpair.cli;

import static greenpair.cli.Content.text;
import static greenpair.cli.HostileRegistry.GOOD;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mappings that break or attack: each is a plain error in bounded time, and nothing is published.
class HostileMappingTest {
  @TempDir private Path folder;
  private HostileRegistry registry;

  @BeforeEach
  void prepare() throws IOException {
    registry = HostileRegistry.in(folder);
  }

  /// Ten levels of ten aliases each: ten thousand million texts when they are written out.
  private static final String EXPLODING =
      """
      a: &a [x, x, x, x, x, x, x, x, x, x]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
      c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
      d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
      e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
      f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
      g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
      h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g, *g]
      i: &i [*h, *h, *h, *h, *h, *h, *h, *h, *h, *h]
      values: {name: {from: *i}}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n",
        EXPLODING,
        "values: {name: Name}\nentries: [\n",
        """
        source: x
        files: a.csv
        values: {name: {from: Name, remove: ['(']}}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """,
        """
        source: x
        filez: a.csv
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """,
        "!!javax.script.ScriptEngineManager [x]\n",
        """
        source: x
        files: a.csv
        format: {records: data/items}
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """,
        """
        source: x
        files: a.csv
        values: {name: Name, day: {from: Ref, as: date}}
        entries: [{kind: firm, fields: {id: '{day.yaer}'}}]
        """,
        """
        source: x
        files: a.csv
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name'}}]
        """,
        """
        source: x
        retrieved: yesterday
        files: a.csv
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """,
        """
        source: x
        files: a.csv
        format: {delimiter: ';', quote: ';'}
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """
      })
  void aHostileMapping_isAPlainError(String mapping) throws IOException {
    registry.write("a.csv", text(GOOD));
    registry.assertRefused(registry.reindex(mapping), "hostile");
  }

  /// A thousand thousand million letters, made of ten; the row is rejected.
  @Test
  void textsMadeOfTexts_doNotGrowByPowers() throws IOException {
    registry.write("a.csv", text(GOOD));
    StringBuilder values = new StringBuilder("source: x\nfiles: a.csv\nvalues:\n  a0: Name\n");
    for (int each = 1; each <= 12; each++) {
      values.append("  a" + each + ": {text: '" + ("{a" + (each - 1) + "}").repeat(10) + "'}\n");
    }
    values.append("entries: [{kind: firm, fields: {id: 'x', name: {en: '{a12}'}}}]\n");
    Ran ran = registry.reindex(values.toString());
    assertTrue(ran.toString().contains("a6: must have at most 1048576 characters"), ran::toString);
  }
}
