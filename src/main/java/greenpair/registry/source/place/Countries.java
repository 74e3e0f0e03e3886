package greenpair.registry.source.place;

import greenpair.message.Message;
import greenpair.registry.source.value.ValueFault;
import greenpair.text.Slug;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Codes of ISO 3166-1 by the names that the JDK has for them in English and Chinese, and by other
/// usual names.
public final class Countries {
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("Hong Kong", "HK"),
          Map.entry("香港", "HK"),
          Map.entry("Macao", "MO"),
          Map.entry("Macau", "MO"),
          Map.entry("澳门", "MO"),
          Map.entry("UK", "GB"),
          Map.entry("Great Britain", "GB"),
          Map.entry("United States of America", "US"),
          Map.entry("U.S.", "US"),
          Map.entry("U.S.A.", "US"),
          Map.entry("PRC", "CN"),
          Map.entry("P.R. China", "CN"),
          Map.entry("People's Republic of China", "CN"),
          Map.entry("中华人民共和国", "CN"),
          Map.entry("Korea", "KR"),
          Map.entry("Republic of Korea", "KR"),
          Map.entry("Russian Federation", "RU"),
          Map.entry("Viet Nam", "VN"),
          Map.entry("Czech Republic", "CZ"),
          Map.entry("Turkey", "TR"),
          Map.entry("Türkiye", "TR"),
          Map.entry("Myanmar", "MM"),
          Map.entry("Burma", "MM"),
          Map.entry("Palestine", "PS"),
          Map.entry("DR Congo", "CD"),
          Map.entry("Democratic Republic of the Congo", "CD"),
          Map.entry("Republic of the Congo", "CG"),
          Map.entry("Ivory Coast", "CI"));

  private static final Map<String, String> CODES = codes();

  private Countries() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      codes.put(plain(country.getDisplayCountry(Locale.ENGLISH)), code);
      codes.put(plain(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE)), code);
      codes.put(plain(country.getISO3Country()), code);
      codes.put(plain(code), code);
    }
    OTHER_NAMES.forEach((name, code) -> codes.put(plain(name), code));
    return codes;
  }

  private static String plain(String name) {
    return Slug.fold(name).replace('’', '\'');
  }

  /// The two letters of a country by its name or by either of its codes.
  public static String code(String name) throws ValueFault {
    String code = CODES.get(plain(name));
    if (code == null) {
      Object near = Message.near(plain(name), CODES.keySet());
      throw new ValueFault(name, Message.of("row.country", "near", near));
    }
    return code;
  }
}
