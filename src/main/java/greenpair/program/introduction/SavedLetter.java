package greenpair.program.introduction;

import greenpair.catalog.Text;
import greenpair.program.database.Stamp;
import java.util.Set;

/// A saved letter of an introduction, in English and Chinese.
///
/// @param number number of this version, from 1
/// @param subject in both languages, each one line
/// @param body plain text in both languages
/// @param confirmed codes of the warnings that its author confirmed
public record SavedLetter(
    String introduction, int number, Text subject, Text body, Set<String> confirmed, Stamp made) {
  public SavedLetter {
    confirmed = Set.copyOf(confirmed);
  }
}
