package greenpair.resolve.name;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/// A name in the form in which names are compared.
///
/// @param script in which the name was written; the other fields have Latin or Chinese letters
/// @param core the distinctive part: words in order, joined by spaces, or Chinese characters; empty
///     if all words are common
/// @param sound the distinctive part as letters without spaces; Chinese as Pinyin
/// @param text all words without legal form, joined by spaces; Chinese without spaces
/// @param whole the same as letters without spaces; Chinese as Pinyin
/// @param words common words, sorted, by their numbers in [CommonWords]
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
public record NameForm(
    UnicodeScript script, String core, String sound, String text, String whole, short[] words) {
  /// Whether it is written in Chinese.
  public boolean chinese() {
    return script == UnicodeScript.HAN;
  }

  /// All words in the order of the alphabet: the same for two names that differ in their order.
  public String sortedWords() {
    String[] all = text.split(" ", -1);
    Arrays.sort(all);
    return String.join(" ", all);
  }

  /// Whether both are the same words in some order.
  boolean sameWords(NameForm other) {
    return text.length() == other.text.length() && sortedWords().equals(other.sortedWords());
  }
}
