package greenpair.pages.view;

import gg.jte.Content;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.search.Hit;
import java.util.List;
import java.util.Locale;

/// A text of a hit with what matched in it marked.
final class Marks {
  private Marks() {}

  static Content of(Hit hit, String field, Text text, PageText view) {
    String shown = view.plain(text);
    List<Hit.Span> spans =
        hit.highlights().stream()
            .filter(each -> each.field().equals(field) && shown.equals(text.in(language(each))))
            .findFirst()
            .map(Hit.Highlight::spans)
            .orElse(List.of());
    if (spans.isEmpty()) {
      return view.text(text);
    }
    return output -> {
      int at = 0;
      for (Hit.Span span : spans) {
        output.writeUserContent(shown.substring(at, span.start()));
        output.writeContent("<mark>");
        output.writeUserContent(shown.substring(span.start(), span.end()));
        output.writeContent("</mark>");
        at = span.end();
      }
      output.writeUserContent(shown.substring(at));
    };
  }

  private static Language language(Hit.Highlight highlight) {
    return Language.valueOf(highlight.language().toUpperCase(Locale.ROOT));
  }
}
