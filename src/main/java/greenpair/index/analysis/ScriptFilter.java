package greenpair.index.analysis;

import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// Keeps Han characters, or all others: the Latin words of a mixed text belong to the English
/// field, the Han characters to the Chinese one.
final class ScriptFilter extends FilteringTokenFilter {
  private static final String HAN = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC];
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final boolean isHan;

  ScriptFilter(TokenStream input, boolean isHan) {
    super(input);
    this.isHan = isHan;
  }

  @Override
  protected boolean accept() {
    return HAN.equals(type.type()) == isHan;
  }
}
