package greenpair.registry.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How one value of a mapping is made from a row: its text from columns or a template, split,
/// trimmed, cleaned, mapped and read as what it is.
///
/// @param columns the first that is known counts, or all with `all`
/// @param texts templates; the first that is known counts
/// @param split where one cell holds many, null when it does not
/// @param unknown folded words that mean unknown
/// @param steps what is done to each text, in this order
record ValueRule(
    List<String> columns,
    boolean all,
    List<Template.Words> texts,
    @Nullable Pattern split,
    Set<String> unknown,
    Condition when,
    List<Step> steps,
    Reads reads) {
  private static final Pattern SEPARATOR = Pattern.compile(String.valueOf(SourceRecord.SEPARATOR));

  /// Turns a text into another; null is unknown.
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
    Set<Item> items = new LinkedHashSet<>();
    for (String text : texts(row)) {
      String now = text;
      for (Step step : steps) {
        now = now == null ? null : known(step.apply(now, row));
      }
      if (now != null) {
        items.addAll(reads.read(now, row));
      }
    }
    return List.copyOf(items);
  }

  private List<String> texts(Row row) throws ValueFault {
    List<String> found = new ArrayList<>();
    for (String column : columns) {
      String cell = row.record().text(column);
      if (!cell.isEmpty()) {
        add(cell, found);
      }
      if (!found.isEmpty() && !all) {
        return found;
      }
    }
    for (Template.Words template : texts) {
      for (Object each : found.isEmpty() ? template.all(row) : List.of()) {
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
    for (String one : SEPARATOR.splitAsStream(cell).toList()) {
      parts.addAll(split == null ? List.of(one) : split.splitAsStream(one).toList());
    }
    return parts;
  }

  private @Nullable String known(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String plain = text.replaceAll("(?U)^[\\s\\p{Cf}]+|[\\s\\p{Cf}]+$", "");
    return plain.isEmpty() || unknown.contains(Slug.fold(plain)) ? null : plain;
  }
}
