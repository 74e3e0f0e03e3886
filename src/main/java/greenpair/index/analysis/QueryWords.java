package greenpair.index.analysis;

import module java.base;

import greenpair.text.Simplified;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Reads the words of a query as terms. Every pair of Han characters is a term, but a pair that is
/// not within a word of smartcn's dictionary counts less. Terms of the taxonomy are removed before,
/// so smartcn cannot split them.
public final class QueryWords {
  /// Maximum number of words that are read; of a pasted page, only the first part is used.
  private static final int MOST = 400;

  private final MixedAnalyzer analyzer;
  private final Simplified simplified;
  private final Analyzer words =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer source = new HMMChineseTokenizer();
          return new TokenStreamComponents(source);
        }
      };
  private final Set<String> stopWords;
  private final Set<String> stopPairs;

  public QueryWords(IndexSettings settings) {
    this.analyzer = new MixedAnalyzer(settings.simplified());
    this.simplified = settings.simplified();
    this.stopWords = settings.englishStopWords();
    this.stopPairs = settings.chineseStopWords();
  }

  public record Token(String term, int start, int end, boolean isHan, boolean isWhole) {}

  /// The terms of a text without stop words, in order of place, each place once.
  public List<Token> read(String text) throws IOException {
    List<Token> tokens = tokens(text, MOST);
    return tokens.stream().anyMatch(Token::isHan) ? weighed(text, tokens) : tokens;
  }

  private List<Token> tokens(String text, int most) throws IOException {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken() && tokens.size() < most) {
        String each = term.toString();
        boolean isHan = !each.isEmpty() && Character.isIdeographic(each.codePointAt(0));
        if (!each.isEmpty() && !(isHan ? stopPairs : stopWords).contains(each)) {
          tokens.add(new Token(each, place.startOffset(), place.endOffset(), isHan, !isHan));
        }
      }
      stream.end();
    }
    return tokens;
  }

  /// The terms of a text without stop words, in order of place.
  public List<String> terms(String text) throws IOException {
    return tokens(text, Integer.MAX_VALUE).stream().map(Token::term).toList();
  }

  /// How far [#read] reads a text, in characters.
  public int readUpTo(String text) throws IOException {
    if (text.length() <= MOST) {
      return text.length();
    }
    List<Token> tokens = tokens(text, MOST);
    return tokens.size() < MOST ? text.length() : tokens.getLast().end();
  }

  /// The terms of a text, for looking up words in it.
  public Said said(String text) throws IOException {
    List<Token> tokens = tokens(text, Integer.MAX_VALUE);
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      places.computeIfAbsent(tokens.get(i).term(), key -> new ArrayList<>()).add(i);
    }
    return new Said(text, tokens, places);
  }

  /// The terms of a text with their places.
  public final class Said {
    private final String text;
    private final List<Token> tokens;
    private final Map<String, List<Integer>> places;

    private Said(String text, List<Token> tokens, Map<String, List<Integer>> places) {
      this.text = text;
      this.tokens = tokens;
      this.places = places;
    }

    /// Whether it contains all terms, in any position.
    public boolean has(List<String> terms) {
      return places.keySet().containsAll(terms);
    }

    /// Whether it contains the words of a phrase together, in any form, with the same stop words
    /// between them.
    public boolean has(String phrase) throws IOException {
      List<Token> wanted = tokens(phrase, Integer.MAX_VALUE);
      List<Integer> starts =
          wanted.isEmpty() ? List.of() : places.getOrDefault(wanted.getFirst().term(), List.of());
      return starts.stream().anyMatch(start -> stands(wanted, phrase, start));
    }

    private boolean stands(List<Token> wanted, String phrase, int start) {
      if (start + wanted.size() > tokens.size()) {
        return false;
      }
      for (int i = 0; i < wanted.size(); i++) {
        Token here = tokens.get(start + i);
        boolean isSame = here.term().equals(wanted.get(i).term());
        boolean isNext =
            i == 0
                || between(text, tokens.get(start + i - 1), here)
                    .equals(between(phrase, wanted.get(i - 1), wanted.get(i)));
        if (!isSame || !isNext) {
          return false;
        }
      }
      return true;
    }
  }

  /// Number of characters between two words; pairs of characters overlap.
  private static String between(String text, Token one, Token next) {
    return next.start() <= one.end()
        ? ""
        : text.substring(one.end(), next.start())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /// The positions in a text of any of the terms, in order.
  public List<int[]> marks(String text, Set<String> terms) throws IOException {
    List<int[]> marks = new ArrayList<>();
    CharArraySet wanted = new CharArraySet(terms, false);
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (wanted.contains(term.buffer(), 0, term.length())) {
          marks.add(new int[] {place.startOffset(), place.endOffset()});
        }
      }
      stream.end();
    }
    return marks;
  }

  private List<Token> weighed(String text, List<Token> tokens) throws IOException {
    Set<Long> inside = new HashSet<>();
    int end = Math.min(text.length(), tokens.getLast().end());
    String simple = simplified.of(text.substring(0, end));
    try (TokenStream stream = words.tokenStream("", simple)) {
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        for (int at = place.startOffset(); at + 2 <= place.endOffset(); at++) {
          inside.add(pair(at, at + 2));
        }
      }
      stream.end();
    }
    List<Token> weighed = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      boolean isWhole = !token.isHan() || inside.contains(pair(token.start(), token.end()));
      weighed.add(new Token(token.term(), token.start(), token.end(), token.isHan(), isWhole));
    }
    return weighed;
  }

  private static long pair(int start, int end) {
    return ((long) start << Integer.SIZE) | end;
  }
}
