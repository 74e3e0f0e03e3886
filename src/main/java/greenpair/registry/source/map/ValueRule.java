package greenpair.registry.source.map;

import module java.base;

import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.value.CellText;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.Limits;
import greenpair.registry.source.value.ValueFault;
import greenpair.text.Slug;
import org.jspecify.annotations.Nullable;

/// How one value of a mapping is made from a row: its text from columns or a template, split,
/// trimmed, cleaned, mapped and read as what it is.
///
/// @param columns the first that is known counts, or all with `all`
/// @param split where one cell holds many, null if it does not
/// @param unknown folded words that mean unknown
/// @param steps what is done to each text, in this order
record ValueRule(
    List<String> columns,
    boolean all,
    List<Template.Words> texts,
    @Nullable Regex split,
    Set<String> unknown,
    Condition when,
    List<Step> steps,
    ValueType reads) {
  private static final Pattern SEPARATOR = Pattern.compile(String.valueOf(SourceRecord.SEPARATOR));

  interface Step {
    @Nullable String apply(String text, Row row) throws ValueFault;
  }

  ValueRule {
    columns = List.copyOf(columns);
    texts = List.copyOf(texts);
    unknown = Set.copyOf(unknown);
    steps = List.copyOf(steps);
  }

  List<Item> items(Row row) throws ValueFault {
    if (!when.holds(row)) {
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    for (String text : texts(row)) {
      String now = text;
      for (Step step : steps) {
        now =
            now == null || isUnknown(now)
                ? now
                : Limits.DEFAULT.checkText(known(step.apply(now, row)));
      }
      if (now != null) {
        items.addAll(reads.read(now, row));
      }
    }
    reads.check(items, this::isUnknown);
    return items.stream().filter(item -> !isUnknown(item)).distinct().toList();
  }

  /// What is read may turn out to be a word for unknown, such as the owner `other [17%]`.
  private boolean isUnknown(Item item) {
    return reads instanceof ValueType.Owners && isUnknown(item.text());
  }

  private boolean isUnknown(String text) {
    return unknown.contains(Slug.fold(text));
  }

  private List<String> texts(Row row) throws ValueFault {
    List<String> found = new ArrayList<>();
    for (String column : columns) {
      String cell = row.record().text(column);
      if (!cell.isEmpty()) {
        add(cell, found);
      }
      if (!all && !found.stream().allMatch(this::isUnknown)) {
        return found;
      }
    }
    for (Template.Words template : texts) {
      for (Object each : found.stream().allMatch(this::isUnknown) ? template.all(row) : List.of()) {
        add(Item.text(each), found);
      }
    }
    return found;
  }

  private void add(String cell, List<String> found) {
    for (String part : parts(cell)) {
      String text = known(part);
      if (text != null) {
        found.add(text);
      }
    }
  }

  private List<String> parts(String cell) {
    List<String> parts = new ArrayList<>();
    for (String one : SEPARATOR.split(cell, -1)) {
      parts.addAll(split == null ? List.of(one) : split.split(one));
    }
    return parts;
  }

  private @Nullable String known(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String plain = CellText.trim(text);
    // An unknown owner has a share, and is left out after the shares are checked.
    boolean isKept = reads instanceof ValueType.Owners || !isUnknown(plain);
    return plain.isEmpty() || !isKept ? null : plain;
  }
}
