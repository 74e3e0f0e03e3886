package greenpair.registry.source.map;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.registry.source.read.SourceException;
import greenpair.registry.source.read.SourceFiles;
import greenpair.registry.source.read.SourceFormat;
import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.value.Limits;
import greenpair.registry.source.value.RowRemarks;
import greenpair.registry.source.value.ValueFault;
import org.jspecify.annotations.Nullable;

/// How the rows of a registry become catalog entries; read from `index-config/sources/NAME.yaml`.
///
/// @param name of the mapping file without its ending
/// @param trust priority if sources differ, 0 to 99; the higher one is used
/// @param provenanceLimit how many sources a merged entry names at most
public record Mapping(
    String name,
    Origin origin,
    List<String> files,
    SourceFormat format,
    Map<String, ValueRule> values,
    List<Skip> skips,
    List<EntryRule> entries,
    int trust,
    int provenanceLimit,
    RowRemarks remarks) {
  /// Default trust of a source. Catalog files, which are written by hand, have more than any
  /// source.
  static final int TRUST = 50;

  static final int MOST_TRUST = 99;

  record Skip(Condition when, String reason) {}

  record Origin(
      String source, @Nullable String retrieved, boolean verified, @Nullable String note) {}

  public Mapping {
    files = List.copyOf(files);
    values = Map.copyOf(values);
    skips = List.copyOf(skips);
    entries = List.copyOf(entries);
  }

  /// The day its files were taken, `YYYY-MM-DD`; empty if unknown.
  public String retrieved() {
    return origin.retrieved() == null ? "" : origin.retrieved();
  }

  /// The files that the mapping names, in a folder of sources.
  ///
  /// @throws SourceException if the mapping names none, they are missing or outside the folder
  public SourceFiles files(Path folder) {
    if (files.isEmpty()) {
      throw new SourceException(Message.of("file.unnamed", "name", name));
    }
    return files(files.stream().map(folder::resolve).toList()).within(folder);
  }

  /// Other files, in the format of the mapping.
  public SourceFiles files(List<Path> paths) {
    return new SourceFiles(paths, format, Limits.DEFAULT);
  }

  public Set<String> columns() {
    Set<String> columns = new TreeSet<>();
    values.values().forEach(rule -> columns.addAll(rule.columns()));
    return columns;
  }

  /// The fields that it may fill, as `city.place`.
  public Set<String> fields() {
    Set<String> fields = new TreeSet<>();
    entries.forEach(
        rule ->
            rule.fields()
                .fields()
                .keySet()
                .forEach(key -> fields.add(rule.kind().word() + "." + key)));
    return fields;
  }

  /// Columns that values read and that are not among these, where no other column serves instead.
  Set<String> missing(Set<String> there) {
    Set<String> missing = new TreeSet<>();
    for (ValueRule rule : values.values()) {
      if (rule.columns().stream().noneMatch(there::contains)) {
        missing.addAll(rule.columns());
      }
    }
    return missing;
  }

  /// An entry as JSON of the catalog format, not yet checked.
  ///
  /// @param date the exact day of a deployment, null if unknown
  public record Draft(Kind kind, Map<String, Object> json, @Nullable String date) {}

  /// The reason to leave a row out.
  ///
  /// @throws ValueFault if the row breaks a rule
  public Optional<String> skipReason(Row row) throws ValueFault {
    for (Skip skip : skips) {
      if (skip.when().holds(row)) {
        return Optional.of(skip.reason());
      }
    }
    return Optional.empty();
  }

  /// The record with the values of the mapping.
  public Row row(SourceRecord record) {
    for (int i = 0; i < record.errors(); i++) {
      remarks.add(Message.of("note.cell_error"));
    }
    return new Row(record, values);
  }

  /// What a row gives.
  ///
  /// @throws ValueFault if the row breaks a rule
  public List<Draft> drafts(Row row) throws ValueFault {
    List<Draft> drafts = new ArrayList<>();
    for (EntryRule rule : entries) {
      for (Row each : rows(rule, row)) {
        addOne(rule, each, drafts);
      }
    }
    return drafts;
  }

  /// The entries, as `kind id`, to whose sums a rejected row belongs, as far as it says so.
  public Set<String> summed(SourceRecord record) {
    Row row = new Row(record, values);
    Set<String> summed = new TreeSet<>();
    for (EntryRule rule : entries) {
      Template id = rule.fields().fields().get("id");
      if (id != null && rule.merge().values().stream().anyMatch(MergeRule.Sum.class::isInstance)) {
        try {
          for (Row each : rows(rule, row)) {
            summed.add(rule.kind().word() + " " + id.fill(each));
          }
        } catch (ValueFault e) {
          // It does not say which.
        }
      }
    }
    return summed;
  }

  private static List<Row> rows(EntryRule rule, Row row) throws ValueFault {
    String name = rule.each();
    return name == null
        ? List.of(row)
        : row.items(name).stream().map(item -> row.choose(name, item)).toList();
  }

  private void addOne(EntryRule rule, Row row, List<Draft> drafts) throws ValueFault {
    if (!rule.when().holds(row)) {
      return;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", rule.kind().word());
    Map<String, Object> fields = rule.fields().fill(row);
    if (fields != null) {
      json.putAll(fields);
    }
    json.put("provenance", List.of(provenance(rule.record().texts(row))));
    String date = rule.date() == null ? "" : rule.date().text(row);
    drafts.add(new Draft(rule.kind(), json, date.isEmpty() ? null : date));
  }

  /// How fields of several rows that give one entry become one, by kind.
  public Map<Kind, Map<String, MergeRule>> merges() {
    Map<Kind, Map<String, MergeRule>> merges = new EnumMap<>(Kind.class);
    entries.forEach(
        rule ->
            merges
                .computeIfAbsent(rule.kind(), kind -> new LinkedHashMap<>())
                .putAll(rule.merge()));
    return merges;
  }

  /// Remarks since the last call.
  public List<Text> takeRemarks() {
    return remarks.take();
  }

  private Map<String, Object> provenance(String record) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", origin.source());
    if (!record.isEmpty()) {
      json.put("record", record);
    }
    if (origin.retrieved() != null) {
      json.put("retrieved", origin.retrieved());
    }
    json.put("verified", origin.verified());
    if (origin.note() != null) {
      json.put("note", origin.note());
    }
    return json;
  }

  /// A rule by which a row gives one entry, or one for each item of a value.
  ///
  /// @param each name of the value, null for one entry
  /// @param date the exact date of a deployment, stored beside the catalog, which has only years
  /// @param merge how a field is combined if several rows give the entry, by its path
  record EntryRule(
      Kind kind,
      @Nullable String each,
      Condition when,
      Template.Fields fields,
      Template.Words record,
      Template.@Nullable Words date,
      Map<String, MergeRule> merge) {
    EntryRule {
      merge = Collections.unmodifiableMap(new LinkedHashMap<>(merge));
    }
  }
}
