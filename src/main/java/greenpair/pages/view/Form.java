package greenpair.pages.view;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import org.jspecify.annotations.Nullable;

/// The input of a form and its errors. A form that is not accepted is shown again with both, so
/// that nothing has to be typed again.
///
/// @param faults all of them, in the order in which they were found
public record Form(Map<String, List<String>> typed, List<Fault> faults) {
  public static final Form EMPTY = new Form(Map.of(), List.of());

  /// What is wrong with one field.
  ///
  /// @param field its name; one that the form does not show belongs to the whole form
  public record Fault(String field, Text says) {}

  public Form {
    typed = Collections.unmodifiableMap(typed);
    faults = List.copyOf(faults);
  }

  public static Form of(Map<String, String> values) {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    values.forEach((name, value) -> typed.put(name, List.of(value)));
    return new Form(typed, List.of());
  }

  /// The value of a field; empty for none.
  public String value(String name) {
    List<String> values = typed.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /// The value of a field as an id; null if no entry can have it.
  public @Nullable EntryId id(String name) {
    return EntryId.parse(value(name)).orElse(null);
  }

  /// Whether a field has that value, for a choice of one or of several.
  public boolean holds(String name, String value) {
    return typed.getOrDefault(name, List.of()).contains(value);
  }

  public List<Fault> faults(String name) {
    return faults.stream().filter(each -> each.field().equals(name)).toList();
  }

  /// Number of fields with faults.
  public long faulty() {
    return faults.stream().map(Fault::field).distinct().count();
  }

  public boolean isFaulty(String name) {
    return !faults(name).isEmpty();
  }
}
