package greenpair.web;

import java.util.List;

/// What [RandomRequests] puts into requests: words that an address may hold, and spoiled ones.
final class RequestWords {
  static final List<String> METHODS =
      words("GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|TRACE|BREW|get");

  /// Spoiled words, as they stand in an address.
  static final List<String> BAD_WORDS =
      words(
          "%00|%ff%fe|%u2215|%|%c0%ae%c0%ae%2f|..%2f..%2fprogram.db|..;/x|-1|0|1e9999|"
              + "99999999999999999999|NaN|null|%27%20OR%201%3D1--|*|%2a%3a%2a|%3Cscript%3E|"
              + "%E4%B8%AD%E6%96%87|%F0%9F%9A%8C|%E2%80%AE|a%0d%0aSet-Cookie:x|%5B%5D|"
              + "%7B%7D|'|%22|~|^2|%28%28%28%28|true|firm,firm|");

  static final List<String> GOOD_WORDS =
      words(
          "en|zh|csv|xlsx|json|firm|financier|solution|need|city|true|false|1|5|100|"
              + "CN|US|heat+pump|bus|note|met|1m_to_10m");

  static final List<String> TYPES =
      List.of(
          "application/json",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "text/csv",
          "application/json; charset=x",
          "application/json;charset=UTF-16",
          "a/b",
          "/",
          "");

  private RequestWords() {}

  private static List<String> words(String all) {
    return List.of(all.split("[|]", -1));
  }
}
