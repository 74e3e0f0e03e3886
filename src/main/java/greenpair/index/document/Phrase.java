package greenpair.index.document;

import greenpair.catalog.Entry;
import greenpair.catalog.Language;
import greenpair.index.analysis.SimplifiedFilter;
import java.util.Locale;
import java.util.regex.Pattern;

/// A phrase to be found in texts as written: whole words in Latin letters, Simplified characters
/// anywhere.
public final class Phrase {
  private final Pattern pattern;

  public Phrase(String written) {
    String simple = simple(written.strip());
    boolean isHan = !simple.isEmpty() && Character.isIdeographic(simple.codePointAt(0));
    String literal = Pattern.quote(simple);
    pattern =
        Pattern.compile(isHan ? literal : "(?<![\\p{L}\\p{N}])" + literal + "(?![\\p{L}\\p{N}])");
  }

  public boolean isIn(Entry entry) {
    String names = String.join("\n", EntryText.names(entry)) + "\n";
    String bodies = EntryText.body(entry, Language.EN) + EntryText.body(entry, Language.ZH);
    return pattern.matcher(simple(names + bodies)).find();
  }

  private static String simple(String text) {
    return SimplifiedFilter.simplify(text).toLowerCase(Locale.ROOT);
  }
}
