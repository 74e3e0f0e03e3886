package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.ConceptFinder;
import greenpair.catalog.Taxonomy;
import greenpair.registry.CatalogJson;
import greenpair.registry.ConfigFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two registries that are made up, in forms that no shipped mapping has, onboarded with what
/// docs/registries.md tells: a German table in windows-1252 with a decimal comma, semicolons and a
/// title above the header, in a zip; and nested JSON in Chinese with 万 and 亿.
class OnboardingTest {
  private static final Taxonomy TAXONOMY = new ConfigFolder(Path.of("index-config")).taxonomy();
  private static final String GERMAN =
      """
      Energiegenossenschaften;Stand 01.11.2026
      ;
      Nr;Firma;Ort;Land;Leistung;Inbetriebnahme;Status;Investition;Anlage
      1;Bürgerwerke Münster eG;Münster;NW;1.250,5 kW;12.03.2019;in Betrieb;1,2 Mio. €;Photovoltaik, rooftop solar
      2;Lörracher Energie GmbH & Co. KG;Lörrach;BW;25–30 MW;;geplant;2 Mrd. €;biogas plant
      3;"Stadtwärme ""Nord"" AG";Kiel;SH;12,5 MW;2020;in Betrieb;-;district heating
      4;Unklar GmbH;Kiel;SH;viel;2020;in Betrieb;-;heat pump
      5;-;Kiel;SH;3 MW;2020;in Betrieb;-;heat pump
      6;Zerrissen; GmbH;Kiel;SH;3 MW;2020;in Betrieb;-;heat pump
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void layOut() throws IOException {
    Files.createDirectories(folder.resolve("sources"));
    for (String name : List.of("sources/genossen.yaml", "sources/huanbao.yaml", "huanbao.json")) {
      String resource = "/greenpair/onboarding/" + name.substring(name.indexOf('/') + 1);
      try (InputStream in = OnboardingTest.class.getResourceAsStream(resource)) {
        Files.copy(Objects.requireNonNull(in, resource), folder.resolve(name));
      }
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("genossen.zip"));
        ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("GB18030"))) {
      zip.putNextEntry(new ZipEntry("企业/betriebe.csv"));
      zip.write(GERMAN.getBytes(Charset.forName("windows-1252")));
    }
  }

  private Account convert(String name, Path... files) throws IOException {
    MappingReader reader =
        new MappingReader(
            new ConfigFolder(folder), new ConceptFinder(TAXONOMY, Set.of()), Gazetteer.empty());
    Mapping mapping = reader.read(name);
    SourceFiles source = files.length == 0 ? mapping.files(folder) : mapping.files(List.of(files));
    Conversion conversion = new Conversion(mapping, new CatalogJson(TAXONOMY));
    Path out = folder.resolve(files.length == 0 ? name + ".jsonl" : name + "-mended.jsonl");
    return Conversion.run(List.of(new Conversion.Part(conversion, source)), out, rejected -> {});
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private static void assertHas(String text, String part) {
    assertTrue(text.contains(part), part + " in " + text);
  }

  @Test
  void germanTable_inAZip_givesItsAmountsAndDays() throws IOException {
    Account account = convert("genossen");
    assertEquals(6, account.read());
    assertEquals(3, account.accepted());
    assertEquals(1, account.skippedRows());
    assertEquals(2, account.rejected());
    String all = text("genossen.jsonl");
    assertHas(all, "\"quantity\":{\"value\":1250.5,\"unit\":{\"en\":\"kW\"}}");
    assertHas(all, "\"quantity\":{\"value\":12.5,\"unit\":{\"en\":\"MW\"}}");
    assertHas(all, "\"cost\":{\"en\":\"1200000 EUR\"}");
    assertHas(all, "\"cost\":{\"en\":\"2000000000 EUR\"}");
    assertHas(all, "Stadtwärme \\\"Nord\\\" AG");
    assertHas(text("genossen.dates.csv"), "2019-03-12");
  }

  @Test
  void germanRejects_keepTheirForm_andAreFedAgainWhenMended() throws IOException {
    convert("genossen");
    String rejects = text("genossen.rejects.csv");
    assertHas(rejects, "\uFEFFNr;Firma;Ort;");
    String torn = text("genossen.rejects.2.csv");
    assertHas(torn, ";_more;_file;_line;_column;_reason");
    assertHas(torn, "heat pump");
    Path mended = folder.resolve("mended.csv");
    Files.writeString(mended, rejects.replace("viel", "2,5 MW"));
    Account second = convert("genossen", mended);
    assertEquals(1, second.accepted());
    assertHas(text("genossen-mended.jsonl"), "\"value\":2.5");
    assertFalse(Files.exists(folder.resolve("genossen-mended.rejects.csv")));
  }

  @Test
  void chineseJson_nested_givesItsAmounts_andItsRejectsAreFedAgain() throws IOException {
    Account account = convert("huanbao");
    assertEquals(3, account.read());
    assertEquals(2, account.accepted());
    String all = text("huanbao.jsonl");
    assertHas(all, "\"value\":15000,\"unit\":{\"zh\":\"吨/日\"}");
    assertHas(all, "\"cost\":{\"zh\":\"50000000 元\"}");
    assertHas(all, "\"technologies\":[\"WTR.WWT\",\"WST.ORG.KIT\"]");
    String rejects = text("huanbao.rejects.jsonl");
    assertHas(rejects, "\"业务\":[\"热泵\",\"空调\"]");
    Path mended = folder.resolve("mended.jsonl");
    Files.writeString(mended, rejects.replace("2015年13月", "2015年12月").replace("若干", "3万吨"));
    Account second = convert("huanbao", mended);
    assertEquals(1, second.accepted());
    assertHas(text("huanbao-mended.jsonl"), "\"value\":30000");
  }

  @Test
  void rejects_convertedToWhereTheyLie_areReadBeforeTheyAreReplaced() throws IOException {
    convert("genossen");
    Path own = folder.resolve("genossen-mended.rejects.csv");
    Files.copy(folder.resolve("genossen.rejects.csv"), own);
    Account second = convert("genossen", own);
    assertEquals(1, second.rejected());
    assertHas(text("genossen-mended.rejects.csv"), "genossen-mended.rejects.csv;2;Leistung");
  }
}
