package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.app.Exit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A data folder is backed up and restored on a machine that has nothing.
class BackupTest {
  @TempDir private Path folder;
  private ServedFolder served;
  private Path zip;

  @BeforeEach
  void backUp() throws IOException {
    served = ServedFolder.in(folder);
    good(served.data(), "token", "create", "--name", "Ada", "--role", "operator");
    Files.writeString(served.data().resolve("generations").resolve("20200101T000000.000Z"), "x");
    zip = folder.resolve("copy.zip");
    good(served.data(), "data", "backup", zip.toString());
  }

  private static Ran good(Path data, String... arguments) {
    Ran ran = Ran.on(data, arguments);
    assertEquals(Exit.OK, ran.code(), ran::toString);
    return ran;
  }

  private static List<String> tree(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(each -> folder.relativize(each).toString()).sorted().toList();
    }
  }

  @Test
  void restored_answersAsBefore_andKnowsTheSameTokens() throws IOException {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)));
    Path data = folder.resolve("other/data");
    good(data, "data", "restore", zip.toString());
    for (List<String> asked :
        List.of(
            List.of("recommend", "xx-a", "--json"),
            List.of("search", "heat", "--json"),
            List.of("token", "list"))) {
      String[] words = asked.toArray(String[]::new);
      assertEquals(good(served.data(), words).out(), good(data, words).out(), words[0]);
    }
    assertTrue(good(data, "status").out().contains(served.good()));
    assertEquals(
        Files.readString(served.data().resolve("publications.tsv")),
        Files.readString(data.resolve("publications.tsv")));
    // The next run works there, too.
    good(data, "reindex", folder.resolve("good.jsonl").toString());
    assertFalse(tree(data).contains(".restoring"));
  }

  @Test
  void backup_whereAFileIs_orWhileARunHoldsTheFolder_isRefused() throws IOException {
    assertEquals(Exit.BAD_DATA, Ran.on(served.data(), "data", "backup", zip.toString()).code());
    String other = folder.resolve("other.zip").toString();
    try (var lock = new greenpair.index.GenerationStore(served.data()).lock()) {
      lock.check();
      assertEquals(Exit.BUSY, Ran.on(served.data(), "data", "backup", other).code());
    }
    assertFalse(Files.exists(Path.of(other)));
  }

  @Test
  void backup_intoAFolderThatIsNotThere_namesTheFolder() {
    Ran ran = Ran.on(served.data(), "data", "backup", folder.resolve("gone/x.zip").toString());
    ran.assertFails(Exit.NOT_FOUND, "the folder " + folder.resolve("gone") + " does not exist");
  }

  @Test
  void restore_intoAFolderThatIsInUse_changesNothing() throws IOException {
    List<String> before = tree(served.data());
    Ran ran = Ran.on(served.data(), "data", "restore", zip.toString());
    assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
    assertTrue(ran.err().contains("empty data folder"), ran::toString);
    assertEquals(before, tree(served.data()));
  }

  @Test
  void damagedBackup_restoresNothing() throws IOException {
    byte[] whole = Files.readAllBytes(zip);
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    byte[] flipped = whole.clone();
    // In what is packed of the journal.
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    flipped[text.indexOf("publications.tsv") + "publications.tsv".length() + 9] ^= 1;
    int number = 0;
    for (byte[] bytes :
        List.of(cut, flipped, new byte[0], "no zip".getBytes(StandardCharsets.UTF_8))) {
      Path bad = Files.write(folder.resolve("bad" + number++ + ".zip"), bytes);
      assertRefused(bad);
    }
    assertRefused(rewritten("../../out.txt", "publications.tsv", 0));
    String more = assertRefused(rewritten("publications.tsv", "publications.tsv", 1));
    assertTrue(more.matches("(?s).*it has [0-9]+ files, but [0-9]+ were written.*"), more);
    assertFalse(Files.exists(folder.resolve("out.txt")));
    assertEquals(
        Exit.NOT_FOUND,
        Ran.on(folder.resolve("none"), "data", "restore", folder + "/none.zip").code());
  }

  @Test
  void programData_thatIsBad_restoresNothing_andRemovesNoDatabaseThatWasThere() throws IOException {
    Path bad = rewritten("program.jsonl", "program.jsonl", 0);
    Ran ran = Ran.on(folder.resolve("restored"), "data", "restore", bad.toString());
    assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
    assertEquals(List.of(""), tree(folder.resolve("restored")));
    // The database of the settings is another one, and in use.
    String there = served.data().resolve("program.db").toString();
    Path settings = folder.resolve("greenpair.yaml");
    Files.writeString(settings, "database: \"jdbc:sqlite:" + there + "\"\n");
    Path other = folder.resolve("restored2");
    Ran used = Ran.on(other, "data", "restore", zip.toString(), "--settings", settings.toString());
    assertEquals(Exit.BAD_DATA, used.code(), used::toString);
    assertTrue(used.err().contains("import into an empty one"), used::toString);
    assertTrue(good(served.data(), "token", "list").out().contains("Ada"));
    assertEquals(List.of(""), tree(other));
  }

  /// @return what is said
  private String assertRefused(Path bad) throws IOException {
    Path data = folder.resolve("restored");
    Ran ran = Ran.on(data, "data", "restore", bad.toString());
    assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
    assertTrue(ran.err().contains("nothing was restored"), ran::toString);
    assertEquals(List.of(""), tree(data), ran::toString);
    return ran.err();
  }

  /// The backup with one of its files under another name, with other content where it is the same.
  ///
  /// @param missing how many more files it states
  private Path rewritten(String name, String instead, int missing) throws IOException {
    Path to = folder.resolve("rewritten.zip");
    try (ZipFile from = new ZipFile(zip.toFile());
        OutputStream bytes = Files.newOutputStream(to);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setComment("greenpair-backup 2, files: " + (from.size() + missing));
      for (ZipEntry each : from.stream().toList()) {
        boolean isIt = each.getName().equals(instead);
        out.putNextEntry(new ZipEntry(isIt ? name : each.getName()));
        byte[] content = from.getInputStream(each).readAllBytes();
        out.write(isIt && name.equals(instead) ? new byte[] {'{', '}'} : content);
        out.closeEntry();
      }
    }
    return to;
  }
}
