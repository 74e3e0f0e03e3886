package greenpair.evaluate.trec;

import greenpair.catalog.value.Nearest;
import greenpair.config.Problems;
import greenpair.message.Message;
import greenpair.message.MessageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One line of a TREC file, split into columns. In qrels and runs alike the first column is the
/// topic and the third the document.
record TrecLine(String file, int number, List<String> columns) {
  private static final Pattern SPACE = Pattern.compile("(?U)\\s+"); // U+3000 too

  /// The character that Java substitutes for bytes that are not UTF-8.
  static final String UNREADABLE = "\uFFFD";

  TrecLine {
    columns = List.copyOf(columns);
  }

  String topic() {
    return columns.get(0);
  }

  String doc() {
    return columns.get(2);
  }

  String where() {
    return file + ":" + number;
  }

  /// The place of a column.
  String at(String column) {
    return where() + ": " + column;
  }

  /// The lines of a file. Bytes that are not UTF-8 become [#UNREADABLE], which [#split] reports
  /// with the line.
  static List<String> read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
  }

  /// Splits at white space. Blank lines and lines that begin with # are left out. A line that is
  /// not UTF-8, has a wrong number of columns, or a topic and document that an earlier line has, is
  /// reported and left out; a file without any line is an error too.
  static List<TrecLine> split(String file, List<String> lines, String form, Problems problems) {
    int width = words(form).size();
    List<TrecLine> found = new ArrayList<>();
    Map<List<String>, Integer> seen = new HashMap<>();
    boolean empty = true;
    for (int number = 1; number <= lines.size(); number++) {
      TrecLine line = new TrecLine(file, number, words(withoutMark(lines.get(number - 1), number)));
      if (line.columns.isEmpty() || line.columns.getFirst().startsWith("#")) {
        continue;
      }
      empty = false;
      if (line.columns.stream().anyMatch(word -> word.contains(UNREADABLE))) {
        problems.at(line.where(), Message.of("trec.encoding"));
        continue;
      }
      if (line.columns.size() != width) {
        Message rule = Message.of("trec.columns", "count", width, "form", form);
        problems.refuse(line.where(), rule, String.join(" ", line.columns));
        continue;
      }
      Integer earlier = seen.putIfAbsent(List.of(line.topic(), line.doc()), number);
      if (earlier != null) {
        Message rule = Message.of("lexicon.unique", "first", earlier);
        problems.refuse(line.at("topic, doc"), rule, line.topic() + ", " + line.doc());
        continue;
      }
      found.add(line);
    }
    if (empty) {
      problems.add(file, Message.of("trec.empty", "form", form), "");
    }
    return found;
  }

  private static List<String> words(String text) {
    return SPACE.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }

  /// The byte order mark that some editors put before the first line.
  private static String withoutMark(String line, int number) {
    return number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  /// The word itself when a line can hold it: not empty and without white space.
  static String checkWord(String name, String word) {
    if (word.isEmpty() || SPACE.matcher(word).find()) {
      throw new MessageException(
          Message.of("trec.word", "name", name, "value", Nearest.shorten(word)));
    }
    return word;
  }

  /// The topic itself when a line can begin with it.
  static String checkTopic(String topic) {
    if (topic.startsWith("#")) {
      throw new MessageException(Message.of("trec.comment", "value", Nearest.shorten(topic)));
    }
    return checkWord("topic", topic);
  }
}
