package greenpair.registry.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFolderTest {
  private static final String GLOSSARY = "code,language,term,form\n";

  private static final String ROOT =
      """
      {"code":"LGT","label":{"en":"Public lighting","zh":"公共照明"}}
      """;
  private static final String LEAF =
      """
      {"code":"LGT.LED","parent":"LGT","label":{"en":"LED street lighting","zh":"LED路灯"}}
      """;

  @TempDir private Path folder;

  private ConfigFolder config() {
    return new ConfigFolder(folder);
  }

  private void put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void missingFolder_isOpened_isRefused() {
    Path missing = folder.resolve("none");
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> new ConfigFolder(missing));
    assertEquals(
        missing + " is not a folder; name the index-config folder of the project",
        thrown.getMessage());
  }

  @Test
  void digest_ofAFolderBehindALink_isThatOfItsFiles() throws IOException {
    put("taxonomy/one.yaml", "a: 1");
    put("sources/solar.yaml", "b: 1");
    Path link =
        Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-l"), folder);
    assertEquals(config().digest(), new ConfigFolder(link).digest());
    Path away = Files.createTempDirectory(folder.getParent(), "away").resolve("sources");
    String before = config().digest();
    Files.move(folder.resolve("sources"), away);
    Files.createSymbolicLink(folder.resolve("sources"), away);
    assertEquals(before, config().digest());
  }

  // digest

  @Test
  void digest_ofKnownFolder_isAsDefined() throws IOException {
    put("a", "b");
    // printf 'a\0\0\0\0\0\0\0\0\1b' | sha256sum
    assertEquals(
        "ab3dd935e62c212e7c5af37eaf5393cd2f9e6b22a368c039c773d41f633af49d", config().digest());
  }

  @Test
  void digest_hiddenFilesAndEditorCopies_doNotCount() throws IOException {
    put("a.yaml", "x: 1");
    String before = config().digest();
    put(".DS_Store", "?");
    put(".git/config", "?");
    put("sources/.b.yaml.swp", "?");
    put("a.yaml~", "x: 0");
    assertEquals(before, config().digest());
    put("sources/b.yaml", "?");
    assertNotEquals(before, config().digest());
  }

  // taxonomy

  @Test
  void taxonomy_isRead_inOrderWithAllFields() throws IOException {
    put("taxonomy.jsonl", LEAF + "\n" + ROOT);
    put(
        "glossary.csv",
        GLOSSARY
            + "LGT.LED,en,LED streetlight,\nLGT,zh,路灯,\n"
            + "LGT.LED,en,dark roads at night,problem\nLGT.LED,zh,马路晚上太暗,problem\n");
    Taxonomy taxonomy = config().taxonomy();
    assertEquals(
        List.of(
            new Concept(
                new Code("LGT.LED"),
                new Code("LGT"),
                new Text("LED street lighting", "LED路灯"),
                List.of("LED streetlight"),
                List.of(),
                List.of("dark roads at night", "马路晚上太暗")),
            new Concept(
                new Code("LGT"),
                null,
                new Text("Public lighting", "公共照明"),
                List.of(),
                List.of("路灯"),
                List.of())),
        List.copyOf(taxonomy.concepts()));
  }

  private String taxonomyFault() {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> config().taxonomy()).getMessage());
  }

  @Test
  void taxonomyWithFaults_isRead_allAreReportedWithTheirLines() throws IOException {
    put("glossary.csv", GLOSSARY);
    put(
        "taxonomy.jsonl",
        ROOT
            + LEAF.replace("\"LGT\"", "\"LGX\"")
            + "\n"
            + ROOT
            + "{\"code\":\"led\",\"labels\":{}}\n"
            + LEAF.replace("LGT.LED", "LGT.IND").replace(",\"zh\":\"LED路灯\"", "")
            + "{\"code\"");
    String fault = taxonomyFault();
    assertTrue(fault.startsWith("errors in the configuration " + folder + ":"), fault);
    assertEquals(
        List.of(
            "- taxonomy.jsonl:4: code LGT is already in line 1",
            "- taxonomy.jsonl:5: code: a code must be capital letters and digits with dots between"
                + " levels, such as TRN.PUB.EBS, but was \"led\"",
            "- taxonomy.jsonl:5: label is required",
            "- taxonomy.jsonl:5: unknown key \"labels\" (did you mean \"label\"?)",
            "- taxonomy.jsonl:6: label.zh is required",
            "- taxonomy.jsonl:7: not valid JSON at byte 8: it ends too early",
            "- taxonomy.jsonl:2: parent LGX of LGT.LED is not a code in this file"),
        fault.lines().skip(1).map(String::strip).toList());
  }

  @Test
  void taxonomyWithCycle_isRead_isRefused() throws IOException {
    put("glossary.csv", GLOSSARY);
    put("taxonomy.jsonl", LEAF + ROOT.replace("\"label\"", "\"parent\":\"LGT.LED\",\"label\""));
    assertTrue(taxonomyFault().contains("taxonomy.jsonl: LGT.LED is its own ancestor"));
  }

  @Test
  void glossaryWithFaults_isRead_allAreReportedWithTheirPlaces() throws IOException {
    put("taxonomy.jsonl", LEAF + ROOT);
    put(
        "glossary.csv",
        GLOSSARY
            + "LGT.LED,en,LED lamp,\n"
            + "LGT.LED,en,LED lamp,\n"
            + "LGT.LED,fr,lampadaire,\n"
            + "LGT.LAD,en,lamp,\n"
            + "led,en,lamp post,\n"
            + "LGT,en,...,loud\n"
            + "LGT,en\n"
            + "LGT,en,LeD,case\n"
            + "LGT,en,SSL,case\n"
            + "LGT.LED,en,SSL,\n");
    assertEquals(
        List.of(
            "- glossary.csv:3: term must be unique for a code (see line 2), but was LED lamp",
            "- glossary.csv:4: language must be one of en, zh, but was fr",
            "- glossary.csv:6: code must be a code of the taxonomy, such as TRN.PUB.EBS, but was"
                + " led",
            "- glossary.csv:7: form must be empty, case, beside or problem, but was loud",
            "- glossary.csv:7: term must have a letter, at most 100 characters and no space around"
                + " it, but was ...",
            "- glossary.csv:8 must have the columns code,language,term,form, but was [LGT,"
                + " en]",
            "- glossary.csv:9: form may be case only for a term in capitals, not \"LeD\", but was"
                + " case",
            "- glossary.csv:11: form must be \"case\" as in the other lines of the term \"SSL\","
                + " but was \"\"",
            "- glossary.csv:5: code must be a code of the taxonomy, such as TRN.PUB.EBS, but was"
                + " LGT.LAD (did you mean \"LGT.LED\"?)"),
        taxonomyFault().lines().skip(1).map(String::strip).toList());
  }

  @Test
  void glossaryMissingOrWithAnotherHeader_isRead_isRefused() throws IOException {
    put("taxonomy.jsonl", ROOT);
    assertTrue(taxonomyFault().contains("glossary.csv does not exist"));
    put("glossary.csv", "");
    assertTrue(taxonomyFault().contains("glossary.csv is empty"));
    put("glossary.csv", "term,code\n");
    assertTrue(
        taxonomyFault()
            .contains(
                "glossary.csv:1 must have the columns code,language,term,form, but was [term,"
                    + " code]"));
  }
}
