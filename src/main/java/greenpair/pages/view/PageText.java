package greenpair.pages.view;

import module java.base;

import gg.jte.Content;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.message.Messages;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.search.FacetNames;
import greenpair.search.Hit;
import org.jspecify.annotations.Nullable;

/// Provides words, texts, numbers and addresses to templates. All results are plain text, which the
/// template engine escapes.
///
/// @param snapshot the catalog that answers; null if none does
public record PageText(Visit visit, Messages words, Formats formats, @Nullable Snapshot snapshot) {
  private static final String PAGE = "page.";

  public Language language() {
    return visit.language();
  }

  /// The language as the `lang` attribute has it.
  public String lang() {
    return lang(language());
  }

  public static String lang(Language language) {
    return language == Language.EN ? "en" : "zh-Hans";
  }

  public Language other() {
    return language() == Language.EN ? Language.ZH : Language.EN;
  }

  /// A text of the pages, or else one that they share with answers and the command line.
  ///
  /// @param pairs names of arguments, each followed by its value
  /// @throws IllegalArgumentException if there is no such text
  public String say(String key, Object... pairs) {
    return words.say(Message.of(has(key) ? PAGE + key : key, pairs));
  }

  /// The same as a label, which begins with a capital.
  public String label(String key, Object... pairs) {
    String text = say(key, pairs);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  public boolean has(String key) {
    return words.has(PAGE + key);
  }

  /// A text in the page's language; where only the other is known, it is marked as such, so that a
  /// screen reader changes its voice.
  public Content text(Text text) {
    String own = text.in(language());
    return output -> {
      if (own != null) {
        output.writeUserContent(own);
      } else {
        output.writeContent("<span lang=\"" + lang(other()) + "\">");
        output.writeUserContent(text.best(language()));
        output.writeContent("</span>");
      }
    };
  }

  /// A text where no element can stand, such as in a title.
  public String plain(Text text) {
    return text.best(language());
  }

  /// The text in the other language, or null if it is unknown or the same.
  public @Nullable String second(Text text) {
    String other = text.in(other());
    return other == null || other.equals(text.in(language())) || text.in(language()) == null
        ? null
        : other;
  }

  /// The id of the generation that answers; empty if none does.
  public String generation() {
    return snapshot == null ? "" : snapshot.manifest().id();
  }

  /// The names of the programmes, for the foot of a page; empty if there is none.
  public String programme() {
    return snapshot == null
        ? ""
        : formats.list(
            snapshot.participation().programmes().stream()
                .map(each -> plain(each.name()))
                .toList());
  }

  /// The codes of the catalog that answers.
  public Taxonomy taxonomy() {
    return Objects.requireNonNull(snapshot).taxonomy();
  }

  public Text label(Code code) {
    return taxonomy().label(code);
  }

  public String number(double value) {
    return formats.number(value, 3);
  }

  /// A number with its unit: a Chinese unit follows without a space.
  public String measured(String number, String unit) {
    boolean isClose =
        unit.startsWith("%") || (!unit.isEmpty() && Character.isIdeographic(unit.codePointAt(0)));
    return number + (isClose ? "" : " ") + unit;
  }

  /// A score in [0, 1] as whole points out of 100.
  public String points(double score) {
    return formats.number((double) Math.round(score * 100), 0);
  }

  public String year(@Nullable Integer year) {
    return year == null ? say("answer.case.year_unknown") : formats.year(year);
  }

  public String date(LocalDate date) {
    return formats.date(date);
  }

  public String cityPage(Introduction introduction) {
    String need = introduction.need() == null ? "" : "?need=" + introduction.need().value();
    String place = "#" + introduction.kind().word() + "-" + introduction.partner().value();
    return "/cities/" + introduction.city().value() + need + place;
  }

  /// A text cut to what fits on paper.
  public String shortened(String text) {
    int longest = 160;
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)).strip() + "…";
  }

  /// The instruments that a city can request from a financier.
  public List<Concept> instruments() {
    return taxonomy().concepts().stream()
        .filter(each -> each.parent() != null && each.code().root().equals("FIN"))
        .toList();
  }

  /// The display form of the input of a field: the name of a code, or a number in the language's
  /// format.
  public String typed(String field, String value) {
    return TypedWords.of(this, field, value);
  }

  /// The author and the day of an action.
  public String stamp(Stamp stamp) {
    return say("stamp", "who", stamp.by(), "date", formats.day(stamp.at()));
  }

  /// A coordinate of a drawing: always with a point, never in exponents.
  public String at(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /// The name of an entry; the id of one that the catalog does not have.
  public Text name(Kind kind, EntryId id) {
    return Objects.requireNonNull(snapshot).nameOrId(kind, id);
  }

  /// The name of an entry that the catalog has; null for others.
  public @Nullable Text known(@Nullable Kind kind, @Nullable EntryId id) {
    return kind == null || id == null || snapshot == null
        ? null
        : snapshot.name(kind, id).orElse(null);
  }

  /// The name of an entry that a form names; what the form says where there is none.
  public Text called(@Nullable Kind kind, String id) {
    Text known = known(kind, EntryId.parse(id).orElse(null));
    return known == null ? new Text(id, null) : known;
  }

  /// The page of an entry; null for kinds that have none.
  public @Nullable String page(Kind kind, String id) {
    return page(kind, id, null);
  }

  /// The same; of what belongs to a city that of the city, if it is known.
  public static @Nullable String page(Kind kind, String id, @Nullable EntryId city) {
    return switch (kind) {
      case CITY -> "/cities/" + encode(id);
      case FIRM, FINANCIER, EXPERT -> "/partners/" + kind.word() + "/" + encode(id);
      case SOLUTION -> "/solutions/" + encode(id);
      case NEED -> city == null ? null : "/cities/" + city + "?need=" + encode(id);
      case DEPLOYMENT -> city == null ? null : "/cities/" + city;
      case PROGRAMME -> null;
    };
  }

  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// A date as precise as its source gives it.
  public String date(PartialDate date) {
    return plain(date.text());
  }

  /// Whether a fact is shown: `publish.yaml` can hide unchecked facts from the public.
  public boolean isShown(boolean isChecked) {
    return isChecked || !visit.isCheckedOnly();
  }

  /// Whether a partner is in business, in the word of the catalog; null for others and when
  /// unknown.
  public @Nullable String status(Kind kind, EntryId id) {
    return snapshot == null
        ? null
        : snapshot.status(kind, id).map(Partner.Status::word).orElse(null);
  }

  /// A status that is shown wherever the name appears: closed, bankrupt, acquired or in doubt; null
  /// for others.
  public @Nullable String standing(@Nullable String status) {
    return status == null || status.equals("active")
        ? null
        : say("standing", "word", status.toUpperCase(Locale.ROOT));
  }

  public String fields(Collection<String> names) {
    return formats.list(names.stream().map(this::field).toList());
  }

  /// The display name of a catalog field; a field without a phrase is shown unchanged.
  public String field(String name) {
    return word("field." + name, word("input." + name.replace('.', '_'), name));
  }

  /// A phrase that the bundle may lack, such as the name of a unit, or the word itself.
  public String word(String key, String otherwise) {
    String plain = key.replace(' ', '_');
    return has(plain) ? say(plain) : otherwise;
  }

  /// Whether a fault of this name belongs to a field that people see.
  public boolean isField(String name) {
    return has("input." + name);
  }

  /// The ids of what describes a field, for screen readers; null for nothing.
  public @Nullable String described(String id, String hint, boolean isFaulty) {
    String ids = (hint.isEmpty() ? "" : id + "-hint ") + (isFaulty ? id + "-fault" : "");
    return ids.isEmpty() ? null : ids.strip();
  }

  public Content marked(Hit hit, String field, Text text) {
    return Marks.of(hit, field, text, this);
  }

  /// A word of an entry as pages show it, or the word itself.
  public String named(String group, String word) {
    return CatalogNames.find(group, word).map(this::plain).orElse(word);
  }

  /// The name of a value of a facet; of a market and a climate the one that the pages have.
  public Content facet(FacetNames.NamedFacet facet, FacetNames.NamedValue value) {
    return text(
        CatalogNames.find(facet.facet(), value.value())
            .or(() -> taxonomy().region(value.value()))
            .orElse(value.name()));
  }

  public CaseWords cases() {
    return new CaseWords(this);
  }

  public SourceNames sources() {
    return new SourceNames(this);
  }
}
