package greenpair.registry.source.map;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import greenpair.config.Settings;
import greenpair.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A regular expression of a mapping, in the syntax of RE2: matching takes time proportional to the
/// text, because it never backtracks. It has no look-around and no back references.
record Regex(Pattern pattern) {
  /// Matches nothing: no character is in both classes.
  static final Regex NONE = new Regex(Pattern.compile("[^\\s\\S]"));

  /// @param text null for one that fits nothing
  static Regex read(Settings owner, String key, @Nullable String text) {
    try {
      return text == null ? NONE : new Regex(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      owner.refuse(key, Message.of("mapping.regex"), text);
      return NONE;
    }
  }

  /// Checks the group references of a replacement on an empty text that always matches.
  void checkReplacement(Settings owner, String key, String with) {
    try {
      Pattern.compile("(?:" + pattern + "\n)|").matcher("").replaceAll(with);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      owner.refuse(key, Message.of("mapping.replacement"), with);
    }
  }

  boolean finds(String text) {
    return pattern.matcher(text).find();
  }

  String replace(String text, String with) {
    return pattern.matcher(text).replaceAll(with);
  }

  /// Group 1 of the first match, or the match; null without one.
  @Nullable String extract(String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(Math.min(1, found.groupCount())) : null;
  }

  List<String> split(String text) {
    return List.of(pattern.split(text, -1));
  }
}
