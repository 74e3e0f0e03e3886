package greenpair.registry.source.map;

import module java.base;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import greenpair.catalog.Code;
import greenpair.catalog.value.Nearest;
import greenpair.concept.ConceptFinder;
import greenpair.message.Message;
import greenpair.registry.source.place.Countries;
import greenpair.registry.source.place.Gazetteer;
import greenpair.registry.source.place.RegionNames;
import greenpair.registry.source.value.Dates;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.Numbers;
import greenpair.registry.source.value.RowRemarks;
import greenpair.registry.source.value.Shares;
import greenpair.registry.source.value.ValueFault;
import greenpair.text.Slug;
import org.jspecify.annotations.Nullable;

/// Parses a text by its type (`as` in a mapping); no item if it is unknown.
public interface ValueType {
  List<String> WORDS =
      List.of(
          "text",
          "number",
          "whole",
          "date",
          "year",
          "flag",
          "lower",
          "upper",
          "slug",
          "squash",
          "website",
          "country_name",
          "country_code",
          "region",
          "share",
          "concepts",
          "place",
          "point");

  List<Item> read(String text, Row row) throws ValueFault;

  /// Checks all items of the value together, before those that are unknown are left out.
  default void check(List<Item> all, Predicate<Item> isUnknown) throws ValueFault {}

  /// The parts that `{name.part}` can ask for.
  static Set<String> parts(String word) {
    return switch (word) {
      case "number", "whole" -> Set.of("min", "max", "unit", "currency");
      case "date" -> Set.of("year", "month", "day");
      case "place" -> Set.of("lat", "lon", "koppen", "region");
      case "point" -> Set.of("lat", "lon", "koppen", "region", "city", "country", "km");
      case "share" -> Set.of("share");
      default -> Set.of();
    };
  }

  /// Ways to read that need nothing else; `text` for a word that needs more.
  ///
  /// @param decimalComma whether `1,5` is one and a half
  static ValueType of(
      String word, @Nullable Boolean dayFirst, boolean decimalComma, boolean round) {
    return switch (word) {
      case "number" -> (text, row) -> List.of(Numbers.amount(text, decimalComma));
      case "whole" ->
          (text, row) -> List.of(whole(Numbers.amount(text, decimalComma), text, round));
      case "date" -> (text, row) -> List.of(Dates.date(text, dayFirst));
      case "year" -> (text, row) -> List.of(Item.of(year(text, dayFirst)));
      case "flag" -> (text, row) -> List.of(Item.of(flag(text)));
      case "lower", "upper", "slug", "squash" ->
          (text, row) -> List.of(Item.of(Template.Placeholder.formed(text, word)));
      case "country_name" -> (text, row) -> countryName(text);
      case "country_code" -> (text, row) -> List.of(Item.of(Countries.code(text)));
      case "share" -> new Owners();
      default -> (text, row) -> List.of(Item.of(text));
    };
  }

  /// Above it a double has no unit digit.
  long LARGEST_WHOLE = (1L << 53) - 1;

  private static Item whole(Item amount, String text, boolean round) throws ValueFault {
    double value = (Double) amount.value();
    if (Math.abs(value) > LARGEST_WHOLE) {
      throw new ValueFault(text, Message.of("row.size", "least", 1, "most", LARGEST_WHOLE));
    }
    if (value != Math.rint(value) && !round) {
      throw new ValueFault(text, Message.of("row.integer"));
    }
    return new Item(Math.round(value), amount.parts());
  }

  /// Which of two numbers is the month does not matter to the year.
  private static Object year(String text, @Nullable Boolean dayFirst) throws ValueFault {
    Boolean either = (dayFirst == null && Dates.isAmbiguous(text)) ? (Boolean) true : dayFirst;
    return Objects.requireNonNull(Dates.date(text, either).parts().get("year"));
  }

  private static boolean flag(String text) throws ValueFault {
    return switch (Slug.fold(text)) {
      case "yes", "true", "y", "1", "是", "有" -> true;
      case "no", "false", "n", "0", "否", "无" -> false;
      default -> throw new ValueFault(text, Message.of("row.flag"));
    };
  }

  record Owners() implements ValueType {
    @Override
    public List<Item> read(String text, Row row) throws ValueFault {
      return List.of(Shares.owner(text));
    }

    @Override
    public void check(List<Item> all, Predicate<Item> isUnknown) throws ValueFault {
      Shares.check(all, isUnknown);
    }
  }

  /// The code of a region by its name; an unlisted region is unknown and reported.
  static ValueType region(RegionNames regions, RowRemarks remarks, Template.Words country) {
    return (text, row) -> {
      String of = country.text(row);
      Optional<String> code = regions.code(of, text);
      if (code.isEmpty()) {
        remarks.add(
            !regions.knows(of)
                ? Message.of("note.regions_not_listed", "country", of)
                : Message.of(
                    "note.no_region", "country", of, "name", text, "near", regions.near(of, text)));
      }
      return code.map(each -> List.of(Item.of(each))).orElse(List.of());
    };
  }

  private static List<Item> countryName(String code) {
    String name = Locale.of("", code.toUpperCase(Locale.ROOT)).getDisplayCountry(Locale.ENGLISH);
    return name.isEmpty() || name.equalsIgnoreCase(code) ? List.of() : List.of(Item.of(name));
  }

  /// Codes of the taxonomy that the text names, first named first.
  ///
  /// @param within roots or branches that count; empty: all
  /// @param most codes at most
  static ValueType concepts(ConceptFinder finder, List<String> within, int most) {
    return (text, row) -> {
      List<Item> codes = new ArrayList<>();
      for (Map.Entry<Code, Double> each : finder.codes(text).entrySet()) {
        Code code = each.getKey();
        boolean counts = within.isEmpty() || within.stream().anyMatch(code::isWithin);
        if (counts && each.getValue() >= 0.5 && codes.size() < most) {
          codes.add(Item.of(code.value()));
        }
      }
      return codes;
    };
  }

  /// The name of a place; parts `lat`, `lon`, `region` and `koppen` where the gazetteer has it. A
  /// region that the country does not have is reported, because no place is found with it.
  static ValueType place(
      Gazetteer gazetteer,
      RegionNames regions,
      RowRemarks remarks,
      Template.Words country,
      Template.Words region) {
    return (text, row) -> {
      Map<String, Object> parts = new HashMap<>();
      String of = country.text(row);
      String given = region.text(row);
      List<String> names = regions.all(of, given);
      String in =
          names.stream().filter(each -> gazetteer.mayHave(of, each)).findFirst().orElse(given);
      if (!in.isEmpty() && !gazetteer.mayHave(of, in)) {
        remarks.add(Message.of("note.no_region_in_gazetteer", "country", of, "region", in));
      }
      Optional<Gazetteer.Found> found = gazetteer.find(of, in, text);
      found.ifPresent(
          each -> {
            parts.put("lat", each.place().lat());
            parts.put("lon", each.place().lon());
            each.region()
                .flatMap(name -> regions.code(of, name))
                .ifPresent(code -> parts.put("region", code));
            if (each.climate() != null) {
              parts.put("koppen", each.climate());
            }
          });
      return List.of(new Item(text, parts));
    };
  }

  final class Websites {
    private static final String HOST =
        "(?:[\\pL\\pN-]+\\.)+(?:xn--[a-z0-9-]+|\\pL{2,})"
            + "(?::(?:[1-5][0-9]{4}|6[0-5][0-9]{3}|[0-9]{1,4}))?";

    /// What makes the host before it a user, or a part of another host.
    private static final String NO_END = "@%\\:_-0123456789";

    private static final Pattern FULL =
        Pattern.compile(
            "(?i)(https?://)(" + HOST + ")(?:[/?#](?:\\([^\\s()]*\\)|[^\\s()\\[\\]<>\"'，。；])*)?");
    private static final Pattern BARE =
        Pattern.compile("(?://)?" + HOST.replace("(?:xn", "(xn") + "(?:[/?#][^\\s()\\[\\]]*)?");

    private Websites() {}

    /// What is no web address is unknown and reported.
    public static List<Item> read(String text, RowRemarks remarks) {
      String first = text.replaceFirst(";https?:.*", "");
      Matcher full = FULL.matcher(first);
      if (full.find()
          && (full.end() == first.length() || NO_END.indexOf(first.charAt(full.end())) < 0)) {
        String start = full.group(1) + full.group(2);
        return List.of(
            Item.of(start.toLowerCase(Locale.ROOT) + full.group().substring(start.length())));
      }
      Matcher bare = BARE.matcher(text);
      if (bare.matches() && TopDomains.has(bare.group(1)) && !text.matches(".*\\.(?:Ltd|Inc|Co)")) {
        return List.of(Item.of("https://" + text.replaceFirst("^//", "")));
      }
      remarks.add(Message.of("note.no_website", "text", Nearest.shorten(text)));
      return List.of();
    }
  }
}
