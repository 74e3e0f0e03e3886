package greenpair.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import org.junit.jupiter.api.Test;

class DatedSplitTest {
  private static EntryId id(String id) {
    return new EntryId(id);
  }

  private static DatedSplit.Visit visit(String deployment, String firm, String city, String date) {
    return new DatedSplit.Visit(id(deployment), id(firm), id(city), date);
  }

  private static DatedSplit.Pair pair(String city, String firm) {
    return new DatedSplit.Pair(id(city), id(firm));
  }

  private static final List<DatedSplit.Visit> VISITS =
      List.of(
          visit("d1", "x", "a", "2001-01-01"),
          visit("d2", "y", "a", "2002-01-01"),
          visit("d3", "x", "b", "2003-01-01"),
          visit("d4", "y", "c", "2004-01-01"),
          visit("d5", "x", "a", "2005-01-01"),
          visit("d6", "new", "c", "2006-01-01"));

  @Test
  void cut_isOneDayForAll_soALaterDeploymentOfAKnownPairIsHidden() {
    DatedSplit split = DatedSplit.of(VISITS, 0.6);
    assertEquals("2004-01-01", split.cut());
    assertEquals(Set.of(id("d1"), id("d2"), id("d3")), split.shown().keySet());
    assertEquals(Map.of(pair("c", "y"), Set.of(id("d4"))), split.asked());
  }

  @Test
  void coarseDate_thatMayLieAfterTheCut_isHidden() {
    DatedSplit split =
        DatedSplit.of(
            List.of(
                visit("d1", "x", "a", "2001"),
                visit("d2", "x", "b", "2003-05-01"),
                visit("d3", "y", "b", "2003"),
                visit("d4", "x", "c", "2004-01-01")),
            0.5);
    assertEquals("2003-05-01", split.cut());
    assertEquals(Set.of(id("d1")), split.shown().keySet());
  }

  @Test
  void pairsOfOneDay_areAllKnownOrAllHidden() {
    DatedSplit split =
        DatedSplit.of(
            List.of(
                visit("d1", "x", "a", "2001"),
                visit("d2", "x", "b", "2002"),
                visit("d3", "y", "b", "2002"),
                visit("d4", "x", "c", "2002")),
            0.75);
    assertEquals(Set.of(id("d1")), split.shown().keySet());
    assertEquals(Set.of(pair("b", "x"), pair("c", "x")), split.asked().keySet());
  }

  @Test
  void nothingBeforeTheCut_isRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                DatedSplit.of(
                    List.of(visit("d1", "x", "a", "2001"), visit("d2", "x", "b", "2001")), 0.5));
    assertTrue(String.valueOf(refused.getMessage()).contains("2001"), refused::toString);
  }

  @Test
  void leavingOutEachCity_asksForFirmsOfTwoCities() {
    DatedSplit split = DatedSplit.leavingOut(VISITS, 1);
    assertEquals(
        Set.of(pair("a", "x"), pair("b", "x"), pair("a", "y"), pair("c", "y")),
        split.asked().keySet());
  }

  @Test
  void leavingOutEverySecondCity_showsNothingOfIt() {
    DatedSplit split = DatedSplit.leavingOut(VISITS, 2);
    assertEquals(Set.of(id("a"), id("c")), split.known().keySet());
    assertEquals(Set.of(pair("b", "x")), split.asked().keySet());
    assertFalse(split.shown().containsKey(id("d3")));
  }
}
