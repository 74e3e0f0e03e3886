package greenpair.program.introduction;

import module java.base;

import greenpair.catalog.Text;
import greenpair.program.database.ConflictException;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;

/// Saved letters of introductions. A change adds a version after the one that was read.
public record SavedLetters(Rows rows) {
  /// The current version; empty if the letter was never saved.
  public Optional<SavedLetter> latest(String introduction) {
    return rows.one(
        SavedLetter.class,
        "SELECT * FROM letter WHERE introduction = ? ORDER BY number DESC LIMIT 1",
        introduction);
  }

  /// Adds a version after the one that the author read.
  ///
  /// @param draft in both languages; its number is ignored
  /// @param expected number of the state that was read; 0 when there was none
  /// @throws ConflictException if there is another one by now
  public SavedLetter add(SavedLetter draft, int expected) {
    String introduction = draft.introduction();
    int last = latest(introduction).map(SavedLetter::number).orElse(0);
    if (last != expected) {
      throw new ConflictException(
          ConflictException.Cause.STALE,
          "the letter of " + introduction + " is no longer at " + expected);
    }
    rows.insert("letter", draft, Map.of("number", last + 1));
    return latest(introduction).orElseThrow();
  }

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
}
