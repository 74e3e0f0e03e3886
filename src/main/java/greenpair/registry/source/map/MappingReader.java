package greenpair.registry.source.map;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Nearest;
import greenpair.catalog.value.Word;
import greenpair.concept.ConceptFinder;
import greenpair.config.LinedMap;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.message.AbsentException;
import greenpair.message.Message;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.source.place.Gazetteer;
import greenpair.registry.source.place.RegionNames;
import greenpair.registry.source.read.SourceException;
import greenpair.registry.source.read.SourceFormat;
import greenpair.registry.source.value.RowRemarks;
import greenpair.text.Slug;
import org.jspecify.annotations.Nullable;

/// Reads mapping files. All faults of a file come out together, an unknown key with the nearest
/// right one.
public record MappingReader(ConfigFolder folder, ConceptFinder finder, Gazetteer gazetteer) {
  public static final String FOLDER = "sources";

  private static final String ENDING = ".yaml";
  private static final int PROVENANCE = 20;

  /// The parts of what is read as nobody knows what.
  private static final Set<String> ANY_PART =
      ValueType.WORDS.stream()
          .flatMap(word -> ValueType.parts(word).stream())
          .collect(Collectors.toUnmodifiableSet());

  public List<String> names() {
    return folder.names(FOLDER).stream()
        .filter(name -> name.endsWith(ENDING))
        .map(name -> name.substring(0, name.length() - ENDING.length()))
        .toList();
  }

  /// Reads one mapping.
  ///
  /// @param name the file in `index-config/sources/` without its ending
  /// @throws SourceException with every fault of the file
  public Mapping read(String name) {
    if (!names().contains(name)) {
      throw new AbsentException(
          Message.of(
              "absent.mapping",
              "name",
              Nearest.shorten(name),
              "hint",
              Message.near(name, names()),
              "known",
              names()));
    }
    String file = FOLDER + "/" + name + ENDING;
    Problems problems = new Problems();
    Map<String, Object> document = folder.document(file, problems);
    Mapping mapping =
        problems.isEmpty() ? read(name, new Settings(name + ENDING, document, problems)) : null;
    if (mapping == null || !problems.isEmpty()) {
      throw new SourceException(
          Message.of("config.errors", "file", file, "faults", problems.lines()));
    }
    return mapping;
  }

  private Mapping read(String name, Settings keys) {
    keys.value("about");
    String retrieved = keys.word("retrieved");
    if (retrieved != null && !isDay(retrieved)) {
      keys.refuse("retrieved", Message.of("value.date"), retrieved);
    }
    Mapping.Origin origin =
        new Mapping.Origin(
            keys.must("source"), retrieved, keys.flag("verified"), keys.word("note"));
    List<String> files = keys.texts("files");
    SourceFormat format = format(keys.maybe("format"));
    Set<String> unknown = new HashSet<>(Set.of("-", "–", "—"));
    keys.texts("unknown").forEach(word -> unknown.add(Slug.fold(word)));
    Map<String, Object> rules = keys.map("values");
    Set<String> names = rules.keySet();
    Template.Reader templates = new Template.Reader(parts(rules), keys.problems());
    RegionNames regions = RegionNames.read(folder, keys.problems());
    RowRemarks remarks = new RowRemarks();
    ValueRuleReader reader =
        new ValueRuleReader(templates, names, unknown, finder, gazetteer, regions, remarks);
    Map<String, ValueRule> values = new HashMap<>();
    rules.forEach((each, rule) -> values.put(each, reader.read(rule(keys, each, rule))));
    List<Mapping.Skip> skips = new ArrayList<>();
    for (Settings skip : keys.children("skip")) {
      skips.add(new Mapping.Skip(Condition.read(skip, "when", names), skip.must("reason")));
    }
    String record = keys.word("record");
    Template.Words recordId =
        templates.words(keys.where() + ".record", record == null ? "" : record);
    List<Mapping.EntryRule> entries = new ArrayList<>();
    List<Settings> written = keys.children("entries");
    for (Settings entry : written) {
      Mapping.EntryRule rule = entry(entry, names, templates, recordId);
      if (rule != null) {
        entries.add(rule);
      }
    }
    if (written.isEmpty()) {
      keys.problem("entries", Message.of("check.required"));
    }
    int trust = keys.whole("trust", 0, Mapping.MOST_TRUST, Mapping.TRUST);
    int provenance = keys.whole("provenance_limit", 1, 1000, PROVENANCE);
    keys.finish();
    return new Mapping(
        name, origin, files, format, values, skips, entries, trust, provenance, remarks);
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /// The parts that each value has by what it is read as.
  private static Map<String, Set<String>> parts(Map<String, Object> rules) {
    Map<String, Set<String>> parts = new HashMap<>();
    rules.forEach(
        (name, rule) ->
            parts.put(
                name,
                rule instanceof Map<?, ?> map && map.get("as") instanceof String as
                    ? ValueType.WORDS.contains(as) ? ValueType.parts(as) : ANY_PART
                    : Set.of()));
    return parts;
  }

  /// A rule that is only the name of a column is written as a text.
  private static Settings rule(Settings keys, String name, Object rule) {
    String where = keys.where() + ".values." + name;
    if (!name.matches("[a-z][a-z0-9_]*")) {
      keys.refuse("values", Message.of("mapping.names"), name);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    if (rule instanceof Map<?, ?> given) {
      map.putAll(LinedMap.byName(given));
    } else {
      map.put("from", rule);
    }
    return new Settings(where, map, keys.problems());
  }

  private static Mapping.@Nullable EntryRule entry(
      Settings keys, Set<String> names, Template.Reader templates, Template.Words record) {
    String word = keys.must("kind");
    Kind kind = Kind.of(word).filter(Kind.SEARCHED::contains).orElse(null);
    if (kind == null) {
      List<String> words = Kind.SEARCHED.stream().map(Kind::word).toList();
      keys.refuse("kind", Message.of("check.one_of", "values", words), word, words);
    }
    String each = keys.word("each");
    if (each != null && !names.contains(each)) {
      keys.refuse("each", Message.of("mapping.value"), each, names);
    }
    Condition when = Condition.read(keys, "when", names);
    Map<String, Object> fields = keys.map("fields");
    Map<String, MergeRule> merge = MergeRule.read(keys);
    if (!fields.containsKey("id")) {
      keys.problem("fields", Message.of("mapping.id"));
    }
    if (kind != null) {
      Set<String> known = FieldTable.keys(Entry.type(kind));
      Map.of("fields", fields.keySet(), "merge", merge.keySet())
          .forEach(
              (key, named) -> {
                Message rule = Message.of("mapping.field", "kind", kind.word());
                named.stream()
                    .filter(field -> !known.contains(field.split("\\.", 2)[0]))
                    .forEach(field -> keys.refuse(key, rule, field, known));
              });
    }
    Template.Fields template = templates.fields(keys.where() + ".fields", fields);
    String date = keys.word("date");
    Template.Words exact = date == null ? null : templates.words(keys.where() + ".date", date);
    String own = keys.word("record");
    Template.Words id = own == null ? record : templates.words(keys.where() + ".record", own);
    return kind == null
        ? null
        : new Mapping.EntryRule(kind, each, when, template, id, exact, merge);
  }

  private static SourceFormat format(Settings keys) {
    String type = keys.word("type");
    Map<String, SourceFormat.Type> all = Word.all(SourceFormat.Type.values());
    SourceFormat.Type known = all.get(type);
    if (type != null && known == null) {
      List<String> types = List.copyOf(all.keySet());
      keys.refuse("type", Message.of("check.one_of", "values", types), type, types);
    }
    String quote = keys.word("quote");
    if (quote != null && quote.length() != 1) {
      keys.refuse("quote", Message.of("mapping.quote"), quote);
    }
    String delimiter = keys.word("delimiter");
    if (delimiter != null && delimiter.contains(quote == null ? "\"" : quote)) {
      keys.refuse("delimiter", Message.of("mapping.delimiter"), delimiter);
    }
    List<String> records = keys.texts("records");
    for (String each : records) {
      if (!each.isEmpty() && !each.startsWith("/")) {
        keys.refuse("records", Message.of("mapping.records"), each);
      }
    }
    SourceFormat format =
        new SourceFormat(
            known,
            "tab".equals(delimiter) ? "\t" : delimiter,
            quote == null || quote.isEmpty() ? '"' : quote.charAt(0),
            keys.word("encoding"),
            keys.texts("sheet"),
            keys.whole("header_row", 1, 1000, 1),
            keys.word("header_has"),
            records);
    return format;
  }
}
