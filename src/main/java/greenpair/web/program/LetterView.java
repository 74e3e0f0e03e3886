package greenpair.web.program;

import greenpair.catalog.Text;
import greenpair.program.database.Stamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The letter of an introduction: as it was saved, or a draft.
///
/// @param number of the saved state, for `If-Match`; 0 for a draft
/// @param subject one line in each language
/// @param body plain text in each language
/// @param ready whether it was saved and every warning of today was confirmed
/// @param made who saved it; null for a draft
public record LetterView(
    String introduction,
    int number,
    Text subject,
    Text body,
    List<Warning> warnings,
    boolean ready,
    @Nullable Stamp made)
    implements ReadEndpoint.View {
  /// A reason to check the letter before sending it.
  public record Warning(String code, Text says, boolean confirmed) {}

  public LetterView {
    warnings = List.copyOf(warnings);
  }
}
