package greenpair.evaluate.trec;

import greenpair.config.Problems;
import greenpair.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Judgements in TREC format: how relevant a document is to a topic, as a grade.
///
/// A line is `topic 0 doc grade`, split at white space; the second column is not used. Grade 0 is
/// "not relevant", and a higher grade is better, up to [#MAX_GRADE]. A negative grade, which some
/// collections use for spam, counts as 0. A document without a judgement counts as 0 too.
///
/// @param topics grades by document by topic, both in order of their ids
public record Qrels(Map<String, Map<String, Integer>> topics) {
  /// The highest grade; a higher one is an error, and 2^grade must be exact in a double.
  public static final int MAX_GRADE = 30;

  private static final String FORM = "topic 0 doc grade";
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,9}");

  public Qrels {
    Map<String, Map<String, Integer>> copy = new TreeMap<>();
    topics.forEach((topic, grades) -> copy.put(TrecLine.checkTopic(topic), copy(grades)));
    topics = Collections.unmodifiableMap(copy);
  }

  private static Map<String, Integer> copy(Map<String, Integer> grades) {
    Map<String, Integer> copy = new TreeMap<>();
    grades.forEach(
        (doc, grade) -> {
          if (grade > MAX_GRADE) {
            throw new IllegalArgumentException("grade of " + doc + " above " + MAX_GRADE);
          }
          copy.put(TrecLine.checkWord("doc", doc), Math.max(0, grade));
        });
    return Collections.unmodifiableMap(copy);
  }

  /// Reads a file; see [#parse].
  public static Qrels read(Path file, Problems problems) throws IOException {
    return parse(file.toString(), TrecLine.read(file), problems);
  }

  /// Every malformed line is reported with file, line, value and rule, and is left out; so is a
  /// second judgement of the same topic and document, whatever its grade.
  public static Qrels parse(String file, List<String> lines, Problems problems) {
    Map<String, Map<String, Integer>> topics = new TreeMap<>();
    for (TrecLine line : TrecLine.split(file, lines, FORM, problems)) {
      String text = line.columns().get(3);
      OptionalInt grade = grade(text);
      if (grade.isPresent()) {
        topics
            .computeIfAbsent(line.topic(), topic -> new TreeMap<>())
            .put(line.doc(), grade.getAsInt());
      } else {
        problems.refuse(line.at("grade"), Message.of("trec.grade", "most", MAX_GRADE), text);
      }
    }
    return new Qrels(topics);
  }

  private static OptionalInt grade(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return OptionalInt.empty();
    }
    int grade = Integer.parseInt(text);
    return grade <= MAX_GRADE ? OptionalInt.of(grade) : OptionalInt.empty();
  }

  /// Grades by document; empty for a topic without judgements.
  public Map<String, Integer> grades(String topic) {
    return topics.getOrDefault(topic, Map.of());
  }
}
