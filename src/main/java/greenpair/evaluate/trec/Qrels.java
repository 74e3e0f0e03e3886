package greenpair.evaluate.trec;

import module java.base;

import greenpair.config.Problems;
import greenpair.message.Message;

/// Judgements in TREC format: how relevant a document is to a topic, as a grade.
///
/// A line is `topic 0 doc grade`, split at white space; the second column is not used. Grade 0 is
/// "not relevant", and a higher grade is better, up to [#MAX_GRADE]. A negative grade, which some
/// collections use for spam, counts as 0. A document without a judgement counts as 0 too. Blank
/// lines and lines that begin with # are left out.
///
/// @param topics grades by document by topic, both in order of their ids
public record Qrels(Map<String, Map<String, Integer>> topics) {
  /// The highest grade; a higher one is an error, and 2^grade must be exact in a double.
  public static final int MAX_GRADE = 30;

  /// The character that Java substitutes for bytes that are not UTF-8.
  static final String UNREADABLE = "\uFFFD";

  private static final String FORM = "topic 0 doc grade";
  private static final int COLUMNS = 4;
  private static final Pattern SPACE = Pattern.compile("(?U)\\s+"); // U+3000 too
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,9}");

  public Qrels {
    Map<String, Map<String, Integer>> copy = new TreeMap<>();
    topics.forEach(
        (topic, grades) -> copy.put(topic, Collections.unmodifiableMap(new TreeMap<>(grades))));
    topics = Collections.unmodifiableMap(copy);
  }

  /// Reads a file; see [#parse].
  public static Qrels read(Path file, Problems problems) throws IOException {
    return parse(file.toString(), lines(file), problems);
  }

  /// The lines of a file. Bytes that are not UTF-8 become [#UNREADABLE].
  static List<String> lines(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
  }

  /// Every malformed line is reported with file, line, value and rule, and is left out; so is a
  /// second judgement of the same topic and document, whatever its grade.
  public static Qrels parse(String file, List<String> lines, Problems problems) {
    Map<String, Map<String, Integer>> topics = new TreeMap<>();
    Map<String, Integer> seen = new HashMap<>();
    boolean isEmpty = true;
    for (int number = 1; number <= lines.size(); number++) {
      // Some editors put a byte order mark before the first line.
      String line = lines.get(number - 1).replaceFirst("^\uFEFF", "").strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      isEmpty = false;
      String where = file + ":" + number;
      List<String> columns = SPACE.splitAsStream(line).toList();
      if (line.contains(UNREADABLE)) {
        problems.at(where, Message.of("trec.encoding"));
      } else if (columns.size() != COLUMNS) {
        problems.refuse(where, Message.of("trec.columns", "count", COLUMNS, "form", FORM), line);
      } else {
        String document = columns.get(0) + ", " + columns.get(2);
        Integer earlier = seen.putIfAbsent(document, number);
        String grade = columns.get(3);
        if (earlier != null) {
          Message rule = Message.of("lexicon.unique", "first", earlier);
          problems.refuse(where + ": topic, doc", rule, document);
        } else if (!WHOLE.matcher(grade).matches() || Integer.parseInt(grade) > MAX_GRADE) {
          problems.refuse(where + ": grade", Message.of("trec.grade", "most", MAX_GRADE), grade);
        } else {
          topics
              .computeIfAbsent(columns.get(0), topic -> new TreeMap<>())
              .put(columns.get(2), Math.max(0, Integer.parseInt(grade)));
        }
      }
    }
    if (isEmpty) {
      problems.add(file, Message.of("trec.empty", "form", FORM), "");
    }
    return new Qrels(topics);
  }

  /// Grades by document; empty for a topic without judgements.
  public Map<String, Integer> of(String topic) {
    return topics.getOrDefault(topic, Map.of());
  }

  /// Whether a document of the topic is relevant.
  public boolean isAny(String topic) {
    return of(topic).values().stream().anyMatch(grade -> grade > 0);
  }
}
