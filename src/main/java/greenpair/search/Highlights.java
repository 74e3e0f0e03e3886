package greenpair.search;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.concept.ConceptFinder;
import greenpair.concept.Mention;
import greenpair.index.read.Snapshot;
import org.jspecify.annotations.Nullable;

/// Marks in the texts of a hit what matched: terms of the concepts in either language, whatever the
/// language of the query, and words.
record Highlights(ConceptFinder finder) {
  /// Texts in which something is marked: name and description in both languages.
  ///
  /// @param concepts codes that the query wants or that answer it
  /// @param terms words of the index
  List<Hit.Highlight> of(Entry entry, Set<Code> concepts, Set<String> terms, Snapshot snapshot) {
    List<Hit.Highlight> highlights = new ArrayList<>();
    add(highlights, "name", entry.name(), concepts, terms, snapshot);
    Text description = entry.profile().description();
    add(highlights, "description", description, concepts, terms, snapshot);
    return highlights;
  }

  private void add(
      List<Hit.Highlight> into,
      String field,
      @Nullable Text text,
      Set<Code> concepts,
      Set<String> terms,
      Snapshot snapshot) {
    for (Language language : Language.values()) {
      String plain = text == null ? null : text.in(language);
      if (plain != null) {
        List<Hit.Span> spans = spans(plain, concepts, terms, snapshot);
        if (!spans.isEmpty()) {
          String word = language.word();
          into.add(new Hit.Highlight(field, word, spans));
        }
      }
    }
  }

  private List<Hit.Span> spans(
      String text, Set<Code> concepts, Set<String> terms, Snapshot snapshot) {
    List<Hit.Span> all = new ArrayList<>();
    for (Mention mention : concepts.isEmpty() ? List.<Mention>of() : finder.find(text)) {
      if (!mention.negated()
          && concepts.stream().anyMatch(each -> mention.code().isWithin(each.value()))) {
        all.add(new Hit.Span(mention.start(), mention.end(), mention.code()));
      }
    }
    for (int[] mark : terms.isEmpty() ? List.<int[]>of() : snapshot.texts().marks(text, terms)) {
      all.add(new Hit.Span(mark[0], mark[1], null));
    }
    // A concept goes before the words that it is written with.
    all.sort(
        Comparator.comparing((Hit.Span span) -> span.concept() == null)
            .thenComparingInt(Hit.Span::start));
    List<Hit.Span> kept = new ArrayList<>();
    for (Hit.Span span : all) {
      if (kept.stream()
          .noneMatch(other -> other.start() < span.end() && span.start() < other.end())) {
        kept.add(span);
      } else {
        widen(kept, span);
      }
    }
    kept.sort(Comparator.comparingInt(Hit.Span::start));
    return kept;
  }

  /// Pairs of characters overlap each other: 供热 and 热网 mark 供热网.
  private static void widen(List<Hit.Span> kept, Hit.Span span) {
    Hit.Span last = kept.getLast();
    boolean joins =
        span.concept() == null
            && last.concept() == null
            && span.start() < last.end()
            && span.end() > last.end();
    boolean isFree =
        kept.subList(0, kept.size() - 1).stream()
            .noneMatch(other -> other.start() < span.end() && span.start() < other.end());
    if (joins && isFree) {
      kept.set(kept.size() - 1, new Hit.Span(last.start(), span.end(), null));
    }
  }
}
