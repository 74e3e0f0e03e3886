package greenpair.pages.program;

import greenpair.catalog.Text;
import java.util.List;

/// A letter as generated from the catalog, before editing.
///
/// @param subject one line in each language
/// @param body plain text in each language
/// @param notes what the sender should know and the letter does not say
public record LetterDraft(Text subject, Text body, List<Warning> warnings, List<Text> notes) {
  /// A reason to check the letter before sending it.
  ///
  /// @param code `below_threshold`, `incumbent`, `lead`, `peer`, `closed`, `excluded`, `gone` (the
  ///     catalog no longer has the partner), `settled` (the need is no longer open) or `unmatched`
  ///     (the catalog does not have the city or the need yet)
  public record Warning(String code, Text says) {}

  public LetterDraft {
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
  }
}
