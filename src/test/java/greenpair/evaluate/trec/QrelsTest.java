package greenpair.evaluate.trec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.config.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QrelsTest {
  private final Problems problems = new Problems();

  private Qrels parse(String... lines) {
    return Qrels.parse("city.qrels", List.of(lines), problems);
  }

  @Test
  void lines_withSpacesTabsBlanksAndComments_areRead() {
    Qrels qrels =
        parse("# topic 0 doc grade", "", "t1 0 byd 2", "t1\t0\tsiemens\t0", "  t2  0  byd  +1  ");

    assertEquals(List.of(), problems.list());
    assertEquals(
        Map.of("t1", Map.of("byd", 2, "siemens", 0), "t2", Map.of("byd", 1)), qrels.topics());
  }

  @Test
  void lines_withByteOrderMarkAndWideSpaces_areRead() {
    assertEquals(Map.of("byd", 1), parse("\uFEFFt1\u30000\u3000byd\u30001").of("t1"));
    assertEquals(List.of(), problems.list());
  }

  @Test
  void grade_belowZero_countsAsZero() {
    assertEquals(Map.of("spam", 0), parse("t1 0 spam -2").of("t1"));
  }

  @Test
  void faults_ofEveryLine_areReportedAtOnceAndTheRestIsRead() {
    Qrels qrels = parse("t1 0 byd", "t1 0 a 1.5", "t1 0 b 31", "t1 0 c high", "t1 0 d 1");

    assertEquals(
        List.of(
            "city.qrels:1 must have 4 columns, topic 0 doc grade, but was t1 0 byd",
            "city.qrels:2: grade must be an integer of at most 30, but was 1.5",
            "city.qrels:3: grade must be an integer of at most 30, but was 31",
            "city.qrels:4: grade must be an integer of at most 30, but was high"),
        sorted(problems));
    assertEquals(Map.of("t1", Map.of("d", 1)), qrels.topics());
  }

  @Test
  void judgement_ofTheSameDocTwice_namesBothLinesAndKeepsTheFirst() {
    Qrels qrels = parse("t1 0 byd 1", "t2 0 byd 1", "t1 0 byd 2");

    assertEquals(
        List.of("city.qrels:3: topic, doc must be unique (see line 1), but was t1, byd"),
        problems.list());
    assertEquals(1, qrels.of("t1").get("byd"));
  }

  @Test
  void file_withoutLines_isAFault() {
    parse("# nothing yet", "");

    assertEquals(
        List.of("city.qrels must have lines of the form \"topic 0 doc grade\", but has none"),
        problems.list());
  }

  @Test
  void file_inAnotherEncoding_isReportedWithItsLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("city.qrels");
    Files.write(file, "t1 0 a 1\nt1 0 é 1\n".getBytes(StandardCharsets.ISO_8859_1));

    Qrels qrels = Qrels.read(file, problems);

    assertEquals(
        List.of(
            file + ":2: a line must be UTF-8 text, but has other bytes; save the file as UTF-8"),
        problems.list());
    assertEquals(Map.of("a", 1), qrels.of("t1"));
  }

  private static List<String> sorted(Problems problems) {
    return problems.list().stream().sorted().toList();
  }
}
