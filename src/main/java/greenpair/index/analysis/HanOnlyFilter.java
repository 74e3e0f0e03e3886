package greenpair.index.analysis;

import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// Keeps Han characters: the Latin words of a mixed text belong to the English field.
public final class HanOnlyFilter extends FilteringTokenFilter {
  private static final String HAN = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC];
  private final TypeAttribute type = addAttribute(TypeAttribute.class);

  public HanOnlyFilter(TokenStream input) {
    super(input);
  }

  @Override
  protected boolean accept() {
    return HAN.equals(type.type());
  }
}
