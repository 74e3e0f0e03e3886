package greenpair.registry.source.place;

import module java.base;

import greenpair.message.Message;
import greenpair.registry.source.value.ValueFault;
import greenpair.text.Slug;

/// Codes of ISO 3166-1 by the names that the JDK has for them in English and Chinese, and by other
/// usual names.
public final class Countries {
  private static final List<String> OTHER_NAMES =
      List.of(
          "HK Hong Kong,香港",
          "MO Macao,Macau,澳门",
          "GB UK,Great Britain",
          "US United States of America,U.S.,U.S.A.",
          "CN PRC,P.R. China,People's Republic of China,中华人民共和国",
          "KR Korea,Republic of Korea",
          "RU Russian Federation",
          "VN Viet Nam",
          "CZ Czech Republic",
          "TR Turkey,Türkiye",
          "MM Myanmar,Burma",
          "PS Palestine",
          "CD DR Congo,Democratic Republic of the Congo",
          "CG Republic of the Congo",
          "CI Ivory Coast");

  private static final Pattern SAINT = Pattern.compile("^st\\.? ");
  private static final Pattern SPACES = Pattern.compile(" +");
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
    for (String line : OTHER_NAMES) {
      for (String name : line.substring(3).split(",", -1)) {
        codes.put(plain(name), line.substring(0, 2));
      }
    }
    return codes;
  }

  private static String plain(String name) {
    String folded = Slug.fold(name).replace('’', '\'');
    return SPACES.matcher(SAINT.matcher(folded).replaceFirst("saint ")).replaceAll(" ");
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
