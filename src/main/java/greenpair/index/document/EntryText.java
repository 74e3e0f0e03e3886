package greenpair.index.document;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.catalog.Solution;
import greenpair.catalog.Text;
import org.jspecify.annotations.Nullable;

/// Which words of an entry are searched. Names go to a field of their own; labels of technologies
/// are not repeated here, since codes are matched as codes.
public final class EntryText {
  private EntryText() {}

  /// Names and other names, in any language.
  public static List<String> names(Entry entry) {
    List<String> names = new ArrayList<>(entry.name().all());
    switch (entry) {
      case Entry.OfPartner partner -> names.addAll(partner.partner().aliases());
      case City _, Need _, Solution _, Deployment _, Programme _ -> {}
    }
    return names;
  }

  /// The language of all texts of an entry; nothing if they are in both or, as a firm of which only
  /// the name is known, in none. Names of firms, financiers and cities are ignored for this.
  public static Optional<Language> only(Entry entry) {
    boolean isNameTold =
        switch (entry.kind()) {
          case FIRM, FINANCIER, EXPERT, CITY -> false;
          case SOLUTION, NEED, DEPLOYMENT, PROGRAMME -> true;
        };
    List<Language> told = new ArrayList<>();
    for (Language language : Language.values()) {
      String name = entry.name().in(language);
      int length = name == null || isNameTold ? 0 : name.length() + 1;
      if (body(entry, language).length() > length) {
        told.add(language);
      }
    }
    return told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty();
  }

  /// Names and texts in both languages.
  public static String all(Entry entry) {
    String names = String.join("\n", names(entry)) + "\n";
    return names + body(entry, Language.EN) + body(entry, Language.ZH);
  }

  public static String body(Entry entry, Language language) {
    StringBuilder body = new StringBuilder();
    add(body, entry.name(), language);
    add(body, entry.profile().description(), language);
    switch (entry) {
      case Solution solution -> {
        add(body, solution.replaces(), language);
        add(body, solution.conditions(), language);
      }
      case Deployment deployment -> {
        add(body, deployment.location(), language);
        add(body, deployment.outcome(), language);
      }
      case Financier financier -> add(body, financier.terms(), language);
      case City city -> add(body, city.regionName(), language);
      case Firm _, Expert _, Need _, Programme _ -> {}
    }
    return body.toString();
  }

  private static void add(StringBuilder body, @Nullable Text text, Language language) {
    String words = text == null ? null : text.in(language);
    if (words != null) {
      body.append(words).append('\n');
    }
  }
}
