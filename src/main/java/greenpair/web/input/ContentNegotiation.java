package greenpair.web.input;

import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.web.http.Faults;
import greenpair.web.http.Format;
import greenpair.web.http.ValueParser;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The language and format requested by the headers and the query of a request.
public final class ContentNegotiation {
  private static final Map<String, Language> LANGUAGES = ValueParser.words(Language.values());

  /// No browser sends a longer list of languages.
  private static final int LONGEST = 1_000;

  private ContentNegotiation() {}

  /// The parameters of the query as a record. Every GET has a format too; texts are narrowed to
  /// the language that the client prefers, if it names none.
  public static <T> T query(
      ApiRequest sent,
      ValueParser checks,
      Binder.Lookup lookup,
      BiFunction<Binder, BodyFields, T> reading) {
    ObjectNode object = Parameters.object(sent.query(), checks);
    BodyFields fields = new BodyFields("", object, checks, BodyFields.Encoding.QUERY);
    Binder binder = new Binder(lookup, sent.preferred());
    T made = reading.apply(binder, fields);
    if (!sent.isPost()) {
      var _ = fields.choice(Format.PARAMETER, Format.WORDS);
    }
    fields.finish();
    return made;
  }

  /// Refuses a request that says more than its address does.
  ///
  /// @throws greenpair.web.http.RefusedException if it has a parameter or a body
  public static void refuseContent(Context context) {
    RequestBody.refuse(context);
    ValueParser checks = new ValueParser(new Faults(), new Taxonomy(List.of()));
    var _ = query(ApiRequest.of(context), checks, Binder.NONE, (binder, fields) -> "");
    checks.faults().throwIfAny();
  }

  /// The one of our languages that a client likes best; null for none of them or any.
  public static @Nullable Language preferred(@Nullable String header) {
    if (header == null || header.length() > LONGEST) {
      return null; // Parsing one takes time that grows with the square of its length.
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
        Language language = LANGUAGES.get(range.getRange().split("-", 2)[0]);
        if (range.getWeight() > 0 && (language != null || range.getRange().equals("*"))) {
          return language;
        }
      }
    } catch (IllegalArgumentException e) {
      return null; // An empty header.
    }
    return null;
  }
}
