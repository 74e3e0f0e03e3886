package greenpair.registry.source.value;

import com.google.re2j.Pattern;

/// Recognises private persons by the title of their name. A name without a title may be that of a
/// firm (J.P. Morgan), so that it is kept.
public final class Persons {
  private static final Pattern TITLE =
      Pattern.compile(
          "(?i)^(?:mr|mrs|ms|miss|mx|messrs|mssrs|herr|frau|monsieur|madame|señor|señora)\\b\\.?"
              + "|^(?:dr|prof|sir|lady|lord)\\b\\.?\\s+(?:\\p{L}+\\.?\\s*){1,3}$"
              + "|\\p{Han}(?:先生|女士|小姐)$");

  private static final Pattern ORGANISATION =
      Pattern.compile(
          "(?i)\\b(?:ltd|limited|llp|plc|inc|llc|lp|gmbh|ag|co|company|corp|corporation|trust|estates?"
              + "|farms?|group|partners(?:hip)?|society|foundation|school|hospital|energy|power)\\b");

  private Persons() {}

  public static boolean isPerson(String name) {
    String plain = CellText.collapse(name);
    return !CellText.isLong(plain)
        && TITLE.matcher(plain).find()
        && !ORGANISATION.matcher(plain).find();
  }
}
