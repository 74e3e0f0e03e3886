package greenpair.index.analysis;

import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// Drops Han characters: those of a mixed text belong to the Chinese field.
public final class LatinOnlyFilter extends FilteringTokenFilter {
  private static final String HAN = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC];
  private final TypeAttribute type = addAttribute(TypeAttribute.class);

  public LatinOnlyFilter(TokenStream input) {
    super(input);
  }

  @Override
  protected boolean accept() {
    return !HAN.equals(type.type());
  }
}
