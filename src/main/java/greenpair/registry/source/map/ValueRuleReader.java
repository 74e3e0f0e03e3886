package greenpair.registry.source.map;

import module java.base;

import greenpair.concept.ConceptFinder;
import greenpair.config.Settings;
import greenpair.message.Message;
import greenpair.registry.source.place.Gazetteer;
import greenpair.registry.source.place.RegionNames;
import greenpair.registry.source.read.Header;
import greenpair.registry.source.value.CellText;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.RowRemarks;
import greenpair.registry.source.value.ValueFault;
import greenpair.text.Slug;

/// Reads the rules under `values` of a mapping file.
public record ValueRuleReader(
    Template.Reader templates,
    Set<String> names,
    Set<String> unknown,
    ConceptFinder finder,
    Gazetteer gazetteer,
    RegionNames regions,
    RowRemarks remarks) {
  /// Default maximum distance in kilometres from a point to the nearest place.
  /// 40.000 may be a number of 40,000 from where the point groups thousands.
  private static final Pattern THOUSANDS =
      Pattern.compile("(?<![\\d.,])[1-9]\\d{0,2}\\.\\d00(?![\\d.,])");

  private static final int WITHIN = 100;

  private static final Set<String> PLACES = Set.of("place", "region", "point");

  /// What may be left at the ends of a name without the name of its place.
  private static final String SEPARATORS = " ,/–-";

  ValueRule read(Settings keys) {
    List<String> columns = keys.texts("from").stream().map(Header::plain).toList();
    List<Template.Words> texts = words(keys, "text");
    if (columns.isEmpty() == texts.isEmpty()) {
      keys.problem("from", Message.of("mapping.from"));
    }
    Set<String> absent = new HashSet<>(unknown);
    keys.texts("unknown").forEach(word -> absent.add(Slug.fold(word)));
    String split = keys.word("split");
    Condition when = Condition.read(keys, "when", names);
    List<ValueRule.Step> steps = steps(keys);
    ValueRule rule =
        new ValueRule(
            columns,
            keys.flag("all"),
            texts,
            split == null ? null : Regex.read(keys, "split", split),
            absent,
            when,
            steps,
            reads(keys));
    keys.finish();
    return rule;
  }

  private List<Template.Words> words(Settings keys, String key) {
    return keys.texts(key).stream()
        .map(text -> templates.words(keys.where() + "." + key, text))
        .toList();
  }

  /// The steps in the order in which the mapping writes them.
  private List<ValueRule.Step> steps(Settings keys) {
    List<ValueRule.Step> steps = new ArrayList<>();
    for (String key : keys.keysInOrder()) {
      switch (key) {
        case "without" -> without(keys, steps);
        case "remove" -> keys.texts(key).forEach(each -> steps.add(replace(keys, key, each, "")));
        case "replace" ->
            keys.map(key)
                .forEach((each, with) -> steps.add(replace(keys, key, each, Item.text(with))));
        case "extract" -> extract(keys, steps);
        case "map" -> map(keys, steps);
        default -> {}
      }
    }
    return steps;
  }

  private void without(Settings keys, List<ValueRule.Step> steps) {
    for (Template.Words each : words(keys, "without")) {
      steps.add((text, row) -> without(text, each.all(row)));
    }
  }

  private static ValueRule.Step replace(Settings keys, String key, String pattern, String with) {
    Regex regex = Regex.read(keys, key, pattern);
    regex.checkReplacement(keys, key, with);
    return (text, row) -> regex.replace(text, with);
  }

  /// What the first of them that fits finds.
  private static void extract(Settings keys, List<ValueRule.Step> steps) {
    List<Regex> all =
        keys.texts("extract").stream().map(each -> Regex.read(keys, "extract", each)).toList();
    steps.add(
        (text, row) ->
            all.stream()
                .map(each -> each.extract(text))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
  }

  /// Removes names of places from the name of a firm, with the words that contain them.
  public static String without(String text, List<Object> names) {
    String left = CellText.collapse(text);
    for (Object each : names) {
      String name = CellText.collapse(Item.text(each));
      if (!CellText.isLong(name)) {
        left =
            Pattern.compile("(?iU)(?: ?[-–,(/] ?|\\b)" + Pattern.quote(name) + "(?: ?\\)|\\b)")
                .matcher(left)
                .replaceAll(" ");
      }
    }
    String plain = CellText.collapse(left);
    int start = 0;
    int end = plain.length();
    while (start < end && SEPARATORS.indexOf(plain.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && SEPARATORS.indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    return plain.substring(start, end);
  }

  private static void map(Settings keys, List<ValueRule.Step> steps) {
    Map<String, String> meanings = new HashMap<>();
    keys.map("map")
        .forEach(
            (from, to) -> {
              String meaning = Item.text(to);
              if (!meaning.equals(meanings.getOrDefault(Slug.fold(from), meaning))) {
                keys.refuse("map", Message.of("mapping.map"), from);
              }
              meanings.put(Slug.fold(from), meaning);
            });
    String otherwise = keys.has("otherwise") ? keys.must("otherwise") : "reject";
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
                    text, Message.of("row.map", "near", Message.near(text, words)));
            default -> otherwise;
          };
        });
  }

  private ValueType reads(Settings keys) {
    String as = keys.has("as") ? keys.must("as") : "text";
    if (!ValueType.WORDS.contains(as)) {
      List<String> words = List.copyOf(ValueType.WORDS);
      keys.refuse("as", Message.of("check.one_of", "values", words), as, words);
    }
    boolean isDate = as.equals("date") || as.equals("year");
    Boolean dayFirst = (isDate && keys.has("day_first")) ? (Boolean) keys.flag("day_first") : null;
    boolean round = as.equals("whole") && keys.flag("round");
    boolean isNumber = as.equals("whole") || as.equals("number");
    boolean decimalComma = isNumber && keys.flag("decimal_comma");
    if (!PLACES.contains(as)) {
      return as.equals("concepts")
          ? ValueType.concepts(finder, within(keys), keys.whole("most", 1, 100, 5))
          : as.equals("website")
              ? (text, row) -> ValueType.Websites.read(text, remarks)
              : remarked(
                  ValueType.of(as, dayFirst, decimalComma, round), isNumber && !decimalComma);
    }
    List<Template.Words> countries = words(keys, "country");
    Template.Words country =
        countries.isEmpty() ? new Template.Words(List.of()) : countries.getFirst();
    if (countries.size() > 1 && !as.equals("point")) {
      keys.problem("country", Message.of("mapping.country"));
    }
    return switch (as) {
      case "place" -> {
        String region = keys.word("region");
        yield ValueType.place(
            gazetteer,
            regions,
            remarks,
            country,
            templates.words(keys.where() + ".region", region == null ? "" : region));
      }
      case "region" -> ValueType.region(regions, remarks, country);
      default ->
          new PointType(
              gazetteer, regions, remarks, countries, keys.whole("within", 1, 1000, WITHIN));
    };
  }

  private ValueType remarked(ValueType type, boolean hasPoint) {
    return !hasPoint
        ? type
        : (text, row) -> {
          if (THOUSANDS.matcher(text).find()) {
            remarks.add(Message.of("note.thousands"));
          }
          return type.read(text, row);
        };
  }

  private List<String> within(Settings keys) {
    List<String> within = keys.texts("within");
    List<String> known =
        finder.taxonomy().concepts().stream().map(each -> each.code().value()).toList();
    within.stream()
        .filter(each -> !known.contains(each))
        .forEach(each -> keys.refuse("within", Message.of("check.code"), each, known));
    return within;
  }
}
