package greenpair.registry.source;

import greenpair.catalog.ConceptFinder;
import greenpair.catalog.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the rules under `values` of a mapping file.
final class ValueReader {
  private final Template.Reader templates;
  private final Set<String> names;
  private final Set<String> unknown;
  private final ConceptFinder finder;
  private final Gazetteer gazetteer;

  ValueReader(
      Template.Reader templates,
      Set<String> names,
      Set<String> unknown,
      ConceptFinder finder,
      Gazetteer gazetteer) {
    this.templates = templates;
    this.names = names;
    this.unknown = unknown;
    this.finder = finder;
    this.gazetteer = gazetteer;
  }

  ValueRule read(Keys keys) {
    List<String> columns = keys.texts("from").stream().map(Header::plain).toList();
    List<Template.Words> texts = words(keys, "text");
    if (columns.isEmpty() == texts.isEmpty()) {
      keys.problem("from", "or text must be there, and not both");
    }
    Set<String> absent = new HashSet<>(unknown);
    keys.texts("unknown").forEach(word -> absent.add(Slug.fold(word)));
    Map<String, Set<String>> beside = beside(keys);
    if (!beside.isEmpty() && columns.isEmpty()) {
      keys.problem("where", "goes with from; a text has when");
    }
    String split = keys.text("split");
    Condition when = Condition.read(keys, "when", names);
    List<ValueRule.Step> steps = steps(keys);
    ValueRule rule =
        new ValueRule(
            columns,
            keys.flag("all"),
            texts,
            beside,
            split == null ? null : Regex.read(keys, "split", split),
            absent,
            when,
            steps,
            reads(keys));
    keys.finish();
    return rule;
  }

  private static Map<String, Set<String>> beside(Keys keys) {
    Map<String, Set<String>> beside = new HashMap<>();
    Map<String, Object> columns = keys.map("where");
    Keys words = new Keys(keys.where() + ".where", columns, keys.problems());
    for (String column : columns.keySet()) {
      beside.put(
          Header.plain(column),
          words.texts(column).stream().map(Slug::fold).collect(Collectors.toSet()));
    }
    return beside;
  }

  private List<Template.Words> words(Keys keys, String key) {
    return keys.texts(key).stream()
        .map(text -> templates.words(keys.where() + "." + key, text))
        .toList();
  }

  private List<ValueRule.Step> steps(Keys keys) {
    List<ValueRule.Step> steps = new ArrayList<>();
    for (Template.Words each : words(keys, "without")) {
      steps.add((text, row) -> without(text, each.all(row)));
    }
    for (String each : keys.texts("remove")) {
      Regex regex = Regex.read(keys, "remove", each);
      steps.add((text, row) -> regex.replace(text, ""));
    }
    keys.map("replace")
        .forEach(
            (each, with) -> {
              Regex regex = Regex.read(keys, "replace", each);
              String to = Item.text(with);
              regex.checkReplacement(keys, "replace", to);
              steps.add((text, row) -> regex.replace(text, to));
            });
    String extract = keys.text("extract");
    if (extract != null) {
      Regex regex = Regex.read(keys, "extract", extract);
      steps.add((text, row) -> regex.extract(text));
    }
    map(keys, steps);
    return steps;
  }

  /// Takes the names of places out of the name of a firm, with the words that held them.
  static String without(String text, List<Object> names) {
    String left = text;
    for (Object each : names) {
      String name = Pattern.quote(Item.text(each));
      left =
          Pattern.compile("(?iU)(?:\\s*[-–,(/]\\s*|\\b)" + name + "(?:\\s*\\)|\\b)")
              .matcher(left)
              .replaceAll(" ");
    }
    return left.replaceAll("(?U)\\s+", " ").replaceAll("(?U)^[\\s,/–-]+|[\\s,/–-]+$", "");
  }

  private static void map(Keys keys, List<ValueRule.Step> steps) {
    Map<String, String> meanings = new HashMap<>();
    keys.map("map").forEach((from, to) -> meanings.put(Slug.fold(from), Item.text(to)));
    String otherwise = keys.has("otherwise") ? keys.must("otherwise") : "reject";
    if (meanings.isEmpty()) {
      return;
    }
    List<String> words = List.copyOf(keys.map("map").keySet());
    steps.add(
        (text, row) -> {
          String meaning = meanings.get(Slug.fold(text));
          if (meaning != null) {
            return meaning;
          }
          return switch (otherwise) {
            case "keep" -> text;
            case "unknown" -> null;
            case "reject" ->
                throw new ValueFault(
                    text, "is one of the words of the map" + Nearest.hint(text, words));
            default -> otherwise;
          };
        });
  }

  private Reads reads(Keys keys) {
    String as = keys.has("as") ? keys.must("as") : "text";
    if (!Reads.WORDS.contains(as)) {
      keys.problem(
          "as",
          "is one of "
              + String.join(", ", Reads.WORDS)
              + "; got \""
              + as
              + "\""
              + Nearest.hint(as, Reads.WORDS));
    }
    boolean dayFirst = keys.flag("day_first");
    boolean decimalComma = keys.flag("decimal_comma");
    List<String> within = keys.texts("within");
    int most = keys.whole("most", 1, 100, 5);
    String country = keys.text("country");
    String region = keys.text("region");
    return switch (as) {
      case "concepts" -> Reads.concepts(finder, within, most);
      case "place" ->
          Reads.place(
              gazetteer,
              templates.words(keys.where() + ".country", country == null ? "" : country),
              templates.words(keys.where() + ".region", region == null ? "" : region));
      default -> Reads.of(as, dayFirst, decimalComma);
    };
  }
}
