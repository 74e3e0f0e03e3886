package greenpair.index.analysis;

import module java.base;

import greenpair.index.contract.IndexFields;
import greenpair.text.Simplified;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// How texts become terms, per language. The same analysis serves documents and queries.
///
/// English: folded, without possessives and stop words, Krovetz stems. Chinese: converted from
/// Traditional to Simplified by ICU, overlapping pairs of characters, which need no dictionary and
/// therefore miss no word of the field. Names: folded, without apostrophes (Yan'an = Yanan), pairs
/// for Chinese, no stems. User searches have separate fields, see [IndexFields] and
/// [MixedAnalyzer].
public final class TextAnalyzers {
  private final Analyzer analyzer;

  public TextAnalyzers(IndexSettings settings) {
    this(settings.englishStopWords(), settings.chineseStopWords(), settings.simplified());
  }

  public TextAnalyzers(
      Set<String> englishStopWords, Set<String> chineseStopWords, Simplified simplified) {
    CharArraySet stop = new CharArraySet(englishStopWords, true);
    CharArraySet stopPairs = new CharArraySet(chineseStopWords, true);
    Map<String, String> regional = simplified.pairs();
    Analyzer english =
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            TokenStream stream = new EnglishPossessiveFilter(new ScriptFilter(source, false));
            stream = new StopFilter(new ASCIIFoldingFilter(new LowerCaseFilter(stream)), stop);
            return new TokenStreamComponents(source, new KStemFilter(stream));
          }
        };
    Analyzer chinese =
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            TokenStream stream =
                new SimplifiedFilter(new CJKWidthFilter(new ScriptFilter(source, true)));
            stream = new RegionalFilter(new CJKBigramFilter(stream, CJKBigramFilter.HAN), regional);
            return new TokenStreamComponents(source, new StopFilter(stream, stopPairs));
          }
        };
    Analyzer mixed = new MixedAnalyzer(simplified);
    this.analyzer =
        new PerFieldAnalyzerWrapper(
            english,
            Map.of(
                IndexFields.CHINESE, chinese,
                IndexFields.NAME, new NameAnalyzer(),
                IndexFields.TITLE, mixed,
                IndexFields.WORDS, mixed,
                IndexFields.SEAT, mixed,
                IndexFields.PLACES, mixed,
                IndexFields.SOUND, new WhitespaceAnalyzer()));
  }

  public Analyzer analyzer() {
    return analyzer;
  }

  /// The distinct terms of a text in a field, in order of first appearance.
  public List<String> terms(String field, String text) {
    return all(field, text).stream().distinct().toList();
  }

  public List<String> all(String field, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  private static final class NameAnalyzer extends Analyzer {
    private static final NormalizeCharMap APOSTROPHES = apostrophes();

    private static NormalizeCharMap apostrophes() {
      NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
      map.add("'", "");
      map.add("\u2019", "");
      return map.build();
    }

    @Override
    protected java.io.Reader initReader(String field, java.io.Reader reader) {
      return new MappingCharFilter(APOSTROPHES, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new StandardTokenizer();
      TokenStream stream = new SimplifiedFilter(new CJKWidthFilter(source));
      stream = new ASCIIFoldingFilter(new LowerCaseFilter(stream));
      return new TokenStreamComponents(source, new CJKBigramFilter(stream, CJKBigramFilter.HAN));
    }
  }

  /// Keeps Han characters, or all others: the Latin words of a mixed text belong to the English
  /// field, the Han characters to the Chinese one.
  private static final class ScriptFilter extends FilteringTokenFilter {
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
}
