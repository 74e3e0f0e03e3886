package greenpair.text;

import module java.base;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;

/// Folds names to tokens without differences of width, case, accents of Latin letters and
/// Traditional characters.
///
/// A token is a run of `a-z0-9` or a run of Chinese characters; a word of another script is written
/// in Latin letters with accents, so that names that differ in a mark stay apart. Dots in short
/// forms (`S.A.`) and apostrophes (`Xi'an`) do not separate, and signs at the end of a word belong
/// to it (`C++`, `C#`); everything else that is no letter or digit separates.
public final class Folding {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCCasefoldInstance();
  /// Marks are put in order by insertion, which is quadratic in a run of them. No name has as many
  /// in a row (Stream-Safe Text Format, Unicode Standard Annex 15).
  private static final int MOST_MARKS = 30;

  /// Made when first needed: they take tens of milliseconds.
  private static final class Icu {
    static final Transliterator ASCII =
        Transliterator.getInstance("NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII; Lower()");
    static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Lower(); NFC");
  }

  private Folding() {}

  /// The tokens of a text in order.
  public static List<String> tokens(String text) {
    String folded = Slug.isBasic(text) ? lower(text) : NFKC.normalize(withFewMarks(text));
    List<String> tokens = new ArrayList<>();
    int length = folded.length();
    int at = 0;
    while (at < length) {
      int point = folded.codePointAt(at);
      int next = at + Character.charCount(point);
      if (isHan(point)) {
        StringBuilder run = new StringBuilder();
        while (at < length && isHan(folded.codePointAt(at))) {
          int each = folded.codePointAt(at);
          run.appendCodePoint(Simplified.character(each));
          at += Character.charCount(each);
        }
        tokens.add(run.toString());
      } else if (isWord(point)) {
        next = endOfWord(folded, at);
        add(folded.substring(at, next), tokens);
        at = next;
      } else {
        at = next;
      }
    }
    return tokens;
  }

  /// A Chinese character, not kana or hangul, which are read as words of other scripts.
  public static boolean isHan(int point) {
    return point >= 0x3400 && Character.isIdeographic(point);
  }

  private static int endOfWord(String text, int start) {
    int at = start;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      boolean inside = isWord(point) && !isHan(point);
      if (!inside && !joins(text, at, start)) {
        break;
      }
      at += Character.charCount(point);
    }
    return endOfSigns(text, at);
  }

  /// Signs that end a word, as opposed to the one in `A+B`.
  private static int endOfSigns(String text, int start) {
    int at = start;
    while (at < text.length() && Slug.isSign(text.charAt(at))) {
      at++;
    }
    return at < text.length() && isWord(text.codePointAt(at)) ? start : at;
  }

  /// A dot after a single letter, or an apostrophe between letters, stays inside of the word.
  private static boolean joins(String text, int at, int start) {
    char mark = text.charAt(at);
    boolean wordFollows = at + 1 < text.length() && isWord(text.codePointAt(at + 1));
    if (mark == '\'' || mark == '\u2019') {
      return wordFollows;
    }
    if (mark != '.') {
      return false;
    }
    boolean single = at - start == 1 || (at >= 2 && text.charAt(at - 2) == '.');
    return single && wordFollows && !isHan(text.codePointAt(at + 1));
  }

  private static boolean isWord(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.COMBINING_SPACING_MARK;
  }

  private static void add(String word, List<String> tokens) {
    String latin = Slug.isBasic(word) ? word : latin(word);
    StringBuilder plain = new StringBuilder(latin.length());
    for (int at = 0; at < latin.length(); at++) {
      char each = latin.charAt(at);
      if (isWord(each) || Slug.isSign(each)) {
        plain.append(each);
      } else if (each == ' ' && !plain.isEmpty()) {
        tokens.add(plain.toString());
        plain.setLength(0);
      }
    }
    if (!plain.isEmpty()) {
      tokens.add(plain.toString());
    }
  }

  private static String latin(String word) {
    boolean isLatin =
        word.codePoints()
            .allMatch(
                each -> !Character.isLetter(each) || UnicodeScript.of(each) == UnicodeScript.LATIN);
    return isLatin ? Icu.ASCII.transliterate(word) : Icu.LATIN.transliterate(word);
  }

  private static String withFewMarks(String text) {
    StringBuilder few = new StringBuilder(text.length());
    int marks = 0;
    for (int at = 0, point; at < text.length(); at += Character.charCount(point)) {
      point = text.codePointAt(at);
      marks = Slug.isMark(point) ? marks + 1 : 0;
      if (marks <= MOST_MARKS) {
        few.appendCodePoint(point);
      }
    }
    return few.toString();
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }
}
