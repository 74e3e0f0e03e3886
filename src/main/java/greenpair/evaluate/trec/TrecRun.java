package greenpair.evaluate.trec;

import greenpair.catalog.value.Nearest;
import greenpair.config.Problems;
import greenpair.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The rankings of one configuration for many topics, in TREC format.
///
/// A line is `topic Q0 doc rank score tag`, split at white space. As in trec_eval the order comes
/// from the scores alone, by [Retrieved#ORDER]; the rank must be a whole number but is not used. A
/// run is therefore the same whatever the order of its lines. To keep an order that breaks ties in
/// another way, create the run with [#ranked].
///
/// @param topics documents by topic, topics in order of their ids, documents best first. A topic
///     without documents is left out, because a file cannot represent it.
public record TrecRun(String tag, Map<String, List<Retrieved>> topics) {
  private static final String FORM = "topic Q0 doc rank score tag";
  private static final Pattern WHOLE = Pattern.compile("[0-9]+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  public TrecRun {
    TrecLine.checkWord("tag", tag);
    Map<String, List<Retrieved>> copy = new TreeMap<>();
    topics.forEach(
        (topic, found) -> {
          if (!found.isEmpty()) {
            copy.put(TrecLine.checkTopic(topic), ordered(topic, found));
          }
        });
    topics = Collections.unmodifiableMap(copy);
  }

  private static List<Retrieved> ordered(String topic, List<Retrieved> found) {
    Set<String> docs = new HashSet<>();
    for (Retrieved each : found) {
      if (!docs.add(each.doc())) {
        throw new IllegalArgumentException(
            "a topic must list a document once, but has \"%s\" twice in \"%s\""
                .formatted(each.doc(), topic));
      }
    }
    return found.stream().sorted(Retrieved.ORDER).toList();
  }

  /// A run of rankings as they were shown: the score of place i of n is n - i + 1, so that there
  /// are no ties and a file preserves the order.
  ///
  /// @param rankings document ids by topic, best first
  public static TrecRun ranked(String tag, Map<String, List<String>> rankings) {
    Map<String, List<Retrieved>> topics = new TreeMap<>();
    rankings.forEach(
        (topic, docs) -> {
          List<Retrieved> found = new ArrayList<>();
          for (String doc : docs) {
            found.add(new Retrieved(doc, docs.size() - found.size()));
          }
          topics.put(topic, found);
        });
    return new TrecRun(tag, topics);
  }

  /// The same lists with these documents only, for judgements older than other documents (condensed
  /// lists: Sakai, SIGIR 2007).
  public TrecRun condensed(Set<String> docs) {
    Map<String, List<Retrieved>> kept = new TreeMap<>();
    topics.forEach(
        (topic, found) ->
            kept.put(topic, found.stream().filter(each -> docs.contains(each.doc())).toList()));
    return new TrecRun(tag, kept);
  }

  /// Reads a file; see [#parse].
  public static TrecRun read(Path file, Problems problems) throws IOException {
    return parse(file.toString(), TrecLine.read(file), problems);
  }

  /// Every malformed line is reported with file, line, value and rule, and is left out; so is a
  /// document that a topic lists twice. All lines must have the tag of the first; the first line
  /// with another tag is reported.
  public static TrecRun parse(String file, List<String> lines, Problems problems) {
    List<TrecLine> found = TrecLine.split(file, lines, FORM, problems);
    Map<String, List<Retrieved>> topics = new TreeMap<>();
    for (TrecLine line : found) {
      OptionalDouble score = score(line, problems);
      if (score.isPresent()) {
        topics
            .computeIfAbsent(line.topic(), topic -> new ArrayList<>())
            .add(new Retrieved(line.doc(), score.getAsDouble()));
      }
    }
    return new TrecRun(tag(found, problems), topics);
  }

  /// Empty, with a problem, if rank or score is invalid.
  private static OptionalDouble score(TrecLine line, Problems problems) {
    String rank = line.columns().get(3);
    if (!WHOLE.matcher(rank).matches()) {
      problems.refuse(line.at("rank"), Message.of("value.integer_from", "min", 0), rank);
      return OptionalDouble.empty();
    }
    String score = line.columns().get(4);
    if (!NUMBER.matcher(score).matches() || !Double.isFinite(Double.parseDouble(score))) {
      problems.refuse(line.at("score"), Message.of("trec.score"), score);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(score));
  }

  private static String tag(List<TrecLine> lines, Problems problems) {
    if (lines.isEmpty()) {
      return "unknown";
    }
    String tag = lines.getFirst().columns().getLast();
    for (TrecLine line : lines) {
      String other = line.columns().getLast();
      if (!other.equals(tag)) {
        problems.refuse(line.at("tag"), Message.of("trec.tag", "tag", Nearest.shorten(tag)), other);
        break;
      }
    }
    return tag;
  }

  /// Document ids, best first; empty for a topic that the run does not have.
  public List<String> ranking(String topic) {
    return topics.getOrDefault(topic, List.of()).stream().map(Retrieved::doc).toList();
  }

  /// The lines of the run, ranks from 1; reading them gives an equal run.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    topics.forEach(
        (topic, found) -> {
          int rank = 1;
          for (Retrieved each : found) {
            lines.add(
                String.join(
                    " ",
                    topic,
                    "Q0",
                    each.doc(),
                    Integer.toString(rank++),
                    Double.toString(each.score()),
                    tag));
          }
        });
    return lines;
  }

  /// Writes [#lines] to a file, in UTF-8.
  public void write(Path file) throws IOException {
    Files.write(file, lines());
  }
}
