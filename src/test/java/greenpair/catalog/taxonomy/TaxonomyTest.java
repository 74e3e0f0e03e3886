package greenpair.catalog.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Code;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.message.Translated;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyTest {
  private static final Taxonomy TREE =
      new Taxonomy(
          List.of(
              concept("T.P.B", "T.P"),
              concept("T", null),
              concept("T.P", "T"),
              concept("T.P.F", "T.P"),
              concept("T.E", "T"),
              concept("L", null),
              concept("L.D", "L")));

  private static Concept concept(String code, @Nullable String parent) {
    return new Concept(
        new Code(code),
        parent == null ? null : new Code(parent),
        new Text("name of " + code, null),
        List.of(),
        List.of(),
        List.of());
  }

  private static String fault(Concept... concepts) {
    return Translated.of(
            assertThrows(IllegalArgumentException.class, () -> new Taxonomy(List.of(concepts))))
        .in(Language.EN);
  }

  @Test
  void codeThatStandsTwice_isRefused() {
    assertEquals("taxonomy: code A is listed twice", fault(concept("A", null), concept("A", null)));
  }

  @Test
  void parentThatIsMissing_isRefused() {
    assertEquals("taxonomy: parent A of A.B does not exist", fault(concept("A.B", "A")));
  }

  @Test
  void cycle_ofAnyLength_isRefused() {
    assertEquals("A is its own ancestor", fault(concept("A", "A")));
    assertTrue(
        fault(concept("A", "C"), concept("B", "A"), concept("C", "B"))
            .endsWith("is its own ancestor"));
    assertTrue(
        fault(concept("X", "A"), concept("A", "B"), concept("B", "A"))
            .endsWith("is its own ancestor"));
  }

  @ParameterizedTest
  @CsvSource({
    "T.P.B, T.P.B, SAME", "T, T, SAME", "T.P, T.P.B, BELOW", "T, T.P.B, BELOW",
    "T.P.B, T.P, ABOVE", "T.P.B, T, ABOVE", "T.P.B, T.P.F, SIBLING", "T.P, T.E, NONE",
    "T, L, NONE", "T.P.B, T.E, NONE", "T.P.B, L.D, NONE", "T.P.B, X, NONE",
    "X, T.P.B, NONE", "X, X, SAME"
  })
  void otherCode_standsToTheWanted(String wanted, String offered, Taxonomy.Relation relation) {
    assertEquals(relation, TREE.relate(new Code(wanted), new Code(offered)));
  }

  @Test
  void treeIsRead_inFileOrderWithItsLinks() {
    assertEquals("T.P.B", TREE.concepts().iterator().next().code().value());
    assertEquals(Set.of(new Code("T.P.B"), new Code("T.P.F")), TREE.children(new Code("T.P")));
    assertEquals(List.of(new Code("T.P"), new Code("T")), TREE.ancestors(new Code("T.P.B")));
    assertEquals(List.of(), TREE.ancestors(new Code("X")));
    assertNull(TREE.parent(new Code("T")));
    assertEquals(Set.of(), TREE.children(new Code("T.E")));
    assertEquals(new Text("name of L", null), TREE.label(new Code("L")));
  }

  @Test
  void codeThatDoesNotExist_hasNoLabel() {
    assertThrows(IllegalArgumentException.class, () -> TREE.label(new Code("X")));
  }
}
