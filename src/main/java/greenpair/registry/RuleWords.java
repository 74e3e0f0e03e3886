package greenpair.registry;

import greenpair.catalog.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in Chinese which rule a row or a line broke. Readers say it in English, and so do the files
/// of rejects; who reads a report in Chinese gets these words for it. A rule that is not in
/// `rules.zh.tsv` stays English.
public final class RuleWords {
  private static final String FILE = "rules.zh.tsv";
  private static final String GOT = "; got ";
  private static final String BETWEEN = " | ";
  private static final Pattern PLACE = Pattern.compile("(?s)(\\S.*?:\\d+): (.*)");
  private static final Pattern SUBJECT = Pattern.compile("(?s)([^\\s:]+) (.+)");
  private static final Pattern COLUMN = Pattern.compile("(?s)(.+?): (.+)");
  private static final Pattern HINT = Pattern.compile(" \\(did you mean \"(.*)\"\\?\\)$");
  private static final Pattern UNKNOWN = Pattern.compile("unknown key (\".*\")");

  private static final List<Rule> RULES = rules();

  private record Rule(Pattern english, String chinese) {}

  private RuleWords() {}

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    InputStream stream = Objects.requireNonNull(RuleWords.class.getResourceAsStream(FILE), FILE);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && !line.startsWith("#")) {
          rules.add(new Rule(Pattern.compile(line.substring(0, tab)), line.substring(tab + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rules;
  }

  /// A fault with its place, such as `a.csv:3: Year: is a year; got "soon"`, in both languages.
  public static Text of(String english) {
    Matcher place = PLACE.matcher(english);
    String where = place.matches() ? place.group(1) + "：" : "";
    String rest = place.matches() ? place.group(2) : english;
    Matcher column = COLUMN.matcher(rest);
    Optional<String> all = faults(rest);
    if (all.isEmpty() && column.matches()) {
      all = faults(column.group(2)).map(said -> column.group(1) + "：" + said);
    }
    return new Text(english, where + all.orElse(rest));
  }

  /// All faults of a line; empty when one of them is not known.
  private static Optional<String> faults(String english) {
    List<String> all = new ArrayList<>();
    for (String each : english.split(Pattern.quote(BETWEEN), -1)) {
      Optional<String> said = fault(each);
      if (said.isEmpty()) {
        return Optional.empty();
      }
      all.add(said.get());
    }
    return Optional.of(String.join("；", all));
  }

  private static Optional<String> fault(String english) {
    Optional<String> whole = rule(english);
    if (whole.isPresent()) {
      return whole;
    }
    int got = english.indexOf(GOT);
    String head = got < 0 ? english : english.substring(0, got);
    String value = got < 0 ? "" : "；实际为" + english.substring(got + GOT.length());
    Matcher hint = HINT.matcher(head);
    String near = hint.find() ? "（是否应为“" + hint.group(1) + "”？）" : "";
    String bare = near.isEmpty() ? head : head.substring(0, hint.start());
    return said(bare).map(chinese -> chinese + near + value);
  }

  private static Optional<String> said(String head) {
    Matcher unknown = UNKNOWN.matcher(head);
    if (unknown.matches()) {
      return Optional.of("未知的键" + unknown.group(1));
    }
    Optional<String> alone = rule(head);
    if (alone.isPresent()) {
      return alone;
    }
    Matcher subject = SUBJECT.matcher(head);
    Optional<String> said =
        subject.matches()
            ? rule(subject.group(2)).map(text -> subject.group(1) + text)
            : Optional.empty();
    Matcher column = COLUMN.matcher(head);
    return said.isEmpty() && column.matches()
        ? rule(column.group(2)).map(text -> column.group(1) + "：" + text)
        : said;
  }

  private static Optional<String> rule(String english) {
    for (Rule each : RULES) {
      Matcher found = each.english.matcher(english);
      if (found.matches()) {
        return Optional.of(found.replaceFirst(each.chinese));
      }
    }
    return Optional.empty();
  }
}
