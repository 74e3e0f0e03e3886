package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.Tolerance;
import greenpair.registry.source.read.SourceException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Owners, units of one plant and conditions in a mapping.
class MappingLanguageTest extends PlantMapping {
  /// The country of a seat is known, though its region is not; an amount without its number is not.
  @Test
  void literal_staysWithoutItsUnknownNeighbour_unlessItIsAUnit() throws IOException {
    String mapping =
        MAPPING.replace(
            "name: {en: \"{owner}\"}}",
            "name: {en: \"{owner}\"}, headquarters: {country: CN, region: \"{province}\"}}");
    convert(mapping, "East,CN,,43.8,126.5,Acme,,2019,runs\n");
    assertHas(out(), "\"headquarters\":{\"country\":\"CN\"}");
    assertHas(out(), "\"attributes\":{\"feedstock\":[\"wood\"]}");
    assertFalse(out().contains("MW"), out());
  }

  @Test
  void limit_isNoQuantity() throws IOException {
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [100%],up to 30 MW,2019,runs"),
        "MW: must be one number, not only a limit; use {size.max} instead,"
            + " but was \"up to 30 MW\"");
  }

  @Test
  void mapping_withAFieldThatTheKindLacks_isRefusedOnce() {
    SourceException refused =
        assertThrows(
            SourceException.class,
            () -> convert(MAPPING.replaceFirst("(?m)^( *)name:", "$1nam: {en: x}\n$1name:"), ""));
    assertHas(String.valueOf(refused.getMessage()), "but was nam (did you mean \"name\"?)");
  }

  /// A registry that changed its columns must not be published as an empty one.
  @Test
  void rows_ofWhichNoneIsAccepted_stopTheRun() throws IOException {
    String bad = "East,CN,Jilin,43.8,126.5,Unknown [100%],30,2019,runs\n";
    SourceException stopped =
        assertThrows(SourceException.class, () -> convert(MAPPING, bad, Tolerance.DEFAULT));
    assertHas(String.valueOf(stopped.getMessage()), "none of 1 rows was accepted");
    String good = "West,CN,Jilin,43.8,126.5,Acme [100%],30,2019,runs\n";
    assertEquals(1, convert(MAPPING, bad + good, Tolerance.DEFAULT).accepted());
    assertThrows(SourceException.class, () -> convert(MAPPING, bad + good, Tolerance.parse("0")));
    for (String word : List.of("-1", "150%", "many")) {
      assertHas(
          String.valueOf(
              assertThrows(IllegalArgumentException.class, () -> Tolerance.parse(word))
                  .getMessage()),
          "--max-rejects must be a number such as 25 or a share from 0% to 100%, but was \""
              + word);
    }
  }

  @Test
  void unitsOfOnePlant_areOneDeployment_ofTheirSum() throws IOException {
    RowResults account =
        convert(
            MAPPING,
            """
            East,CN,Jilin,43.8,126.5,Acme [100%],30,2021,planned
            East,CN,Jilin,43.8,126.5,Acme [100%],12.5,2019,runs
            East,CN,Jilin,43.8,126.5,Acme [100%],30,,runs
            """);
    assertEquals(1, account.accepted());
    assertEquals(2, account.merged());
    assertEquals(1, account.entries().get("deployment"));
    assertHas(out(), "\"start\":2019,\"quantity\":{\"value\":72.5,\"unit\":{\"en\":\"MW\"}}");
    assertHas(out(), "\"size\":{\"value\":72.5,\"unit\":\"MW\"}");
    assertHas(out(), "\"status\":\"operating\"");
  }

  @Test
  void sum_ofWhichOneIsUnknown_isUnknown() throws IOException {
    convert(
        MAPPING,
        """
        East,CN,Jilin,43.8,126.5,Acme,30,2021,runs
        East,CN,Jilin,43.8,126.5,Acme,,2019,runs
        """);
    assertFalse(out().contains("quantity"), out());
    RowResults rejected =
        convert(
            MAPPING,
            """
            East,CN,Jilin,43.8,126.5,Acme,30,2021,runs
            East,CN,Jilin,43.8,126.5,Acme,up to 5,2019,runs
            """);
    assertEquals(1, rejected.rejected());
    assertFalse(out().contains("quantity"), out());
    assertHas(rejected.notes().toString(), "sums are unknown");
    assertFalse(out().contains("size"), out());
  }

  /// The unit comes from another column or a default, and says nothing alone.
  @Test
  void amount_withoutItsNumber_isLeftOutWithItsUnit() throws IOException {
    RowResults account =
        convert(
            MAPPING.replace("unit: {en: MW}", "unit: {en: \"{country}\"}"),
            "East,CN,Jilin,43.8,126.5,Acme,,2019,runs\n");
    assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
    assertFalse(out().contains("quantity"), out());
  }

  @Test
  void sum_thatIsLost_andRowsThatAreEqual_areReported() throws IOException {
    String row = "East,CN,Jilin,43.8,126.5,Acme,30,2021,runs\n";
    assertHas(
        convert(MAPPING, row + "East,CN,Jilin,43.8,126.5,Acme,,2019,runs\n").notes().toString(),
        "2 sums are unknown, because a row has no amount, was rejected or has another unit");
    assertHas(convert(MAPPING, row + row).notes().toString(), "1 row equals another row");
  }

  @Test
  void file_withoutRows_isRefused() {
    SourceException refused =
        assertThrows(SourceException.class, () -> convert(MAPPING, "", Tolerance.DEFAULT));
    assertHas(String.valueOf(refused.getMessage()), "the files of plants have no rows");
  }

  @Test
  void condition_above_comparesNumbers() throws IOException {
    RowResults account =
        convert(
            MAPPING,
            """
            East,CN,Jilin,43.8,126.5,Acme,100,2021,runs
            West,CN,Jilin,43.8,126.5,Acme,100.5,2019,runs
            """);
    assertEquals(java.util.Map.of("too large", 1L), account.skipped());
  }

  @Test
  void mapping_withFaults_namesThemAll() throws IOException {
    String mapping =
        MAPPING
            .replace("quantity: sum", "quantity: add")
            .replace("each: owner, firm", "each: ownr, firm")
            .replace("above: 100", "above: many")
            .replace("kind: city", "kind: town");
    SourceException fault = assertThrows(SourceException.class, () -> convert(mapping, ""));
    String message = String.valueOf(fault.getMessage());
    assertHas(message, "merge.quantity must be sum, least, most or a list of words, but was [add]");
    assertHas(message, "parties[0].each must name a value, but was ownr (did you mean \"owner\"?)");
    assertHas(message, "above must be a number, but was many");
    assertHas(
        message, "kind must be one of city, need, firm, financier, solution, deployment, expert");
  }

  /// Each was read and had no effect, or another one than was meant.
  @Test
  void mapping_withKeysThatDoNothing_isRefused() throws IOException {
    String mapping =
        MAPPING
            .replace("quantity: sum", "quantity: sum, nosuch: least")
            .replaceFirst(
                "(?m)^values:\n",
                """
                values:
                  m: {from: Owner, map: {done: a, Done: b}}
                  w: {from: Owner, as: concepts, within: [ENE.XXX]}
                  f: {from: Owner, day_first: true, round: true, country: US, most: 3}
                  n: {from: Owner, as: number, round: true}
                """);
    SourceException fault = assertThrows(SourceException.class, () -> convert(mapping, ""));
    String message = String.valueOf(fault.getMessage());
    assertHas(message, "merge must name only fields of a deployment, but was nosuch");
    assertHas(message, "values.m.map must give each word one meaning, whatever its case");
    assertHas(message, "values.w.within must be a code of the taxonomy");
    for (String key : List.of("f: unknown key \"day_first\"", "\"country\"", "\"most\"")) {
      assertHas(message, key);
    }
    assertHas(message, "values.n: unknown key \"round\"");
  }
}
