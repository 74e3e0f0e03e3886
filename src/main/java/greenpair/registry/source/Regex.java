package greenpair.registry.source;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// A regular expression of a mapping. Some try so many ways to fit a text that they end after years
/// or fill the stack: a row on which one does is rejected.
record Regex(Pattern pattern) {
  static final Regex NONE = new Regex(Pattern.compile("(?!)"));
  private static final long LOOKS = 1_000_000;
  private static final long LOOKS_A_LETTER = 50;

  /// @param text null for one that fits nothing
  static Regex read(Keys owner, String key, @Nullable String text) {
    try {
      return text == null ? NONE : new Regex(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      owner.problem(key, "is a regular expression; " + e.getDescription() + " in " + text);
      return NONE;
    }
  }

  /// Checks the `$1` of what stands in the place of a match, on an empty text that always fits.
  void checkReplacement(Keys owner, String key, String with) {
    try {
      Pattern.compile("(?:" + pattern + "\n)|").matcher("").replaceAll(with);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      owner.problem(
          key,
          "names groups of its regular expression as $1, and a plain $ as \\$; got \""
              + with
              + "\": "
              + e.getMessage());
    }
  }

  boolean finds(String text) throws ValueFault {
    return run(text, Matcher::find);
  }

  String replace(String text, String with) throws ValueFault {
    return run(text, matcher -> matcher.replaceAll(with));
  }

  /// Group 1 of the first match, or the match; null without one.
  @Nullable String extract(String text) throws ValueFault {
    return run(
            text,
            matcher ->
                matcher.find()
                    ? java.util.Optional.ofNullable(
                        matcher.group(Math.min(1, matcher.groupCount())))
                    : java.util.Optional.<String>empty())
        .orElse(null);
  }

  List<String> split(String text) throws ValueFault {
    return run(text, matcher -> List.of(pattern.split(new Counted(text), -1)));
  }

  private <T> T run(String text, Function<Matcher, T> use) throws ValueFault {
    try {
      return use.apply(pattern.matcher(new Counted(text)));
    } catch (Exhausted | StackOverflowError e) {
      throw new ValueFault(
          text,
          "takes too long to compare with the regular expression " + pattern + "; simplify it");
    }
  }

  /// More looks at a text than a sane expression needs.
  private static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super(null, null, false, false);
    }
  }

  /// A text that can be looked at so many times.
  private static final class Counted implements CharSequence {
    private final String text;
    private long left;

    Counted(String text) {
      this.text = text;
      this.left = LOOKS + LOOKS_A_LETTER * text.length();
    }

    @Override
    public char charAt(int at) {
      if (--left < 0) {
        throw new Exhausted();
      }
      return text.charAt(at);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.substring(from, to);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
