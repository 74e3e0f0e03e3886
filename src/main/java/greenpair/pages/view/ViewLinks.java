package greenpair.pages.view;

import module java.base;

import org.jspecify.annotations.Nullable;

/// The view that an address shows, and the addresses of neighbouring views.
///
/// @param pairs names and values of the query, encoded, in order; without the page
public record ViewLinks(List<String> pairs) {
  private static final String CURSOR = "cursor=";

  public static ViewLinks of(String query) {
    List<String> pairs = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      // A form sends empty fields too; they are ignored.
      if (!pair.isEmpty() && !pair.endsWith("=") && !pair.startsWith(CURSOR)) {
        pairs.add(pair);
      }
    }
    return new ViewLinks(List.copyOf(pairs));
  }

  /// An address that may be linked: `http` or `https` with a host. Anything else, such as
  /// `javascript:`, is shown as text only.
  public static @Nullable String web(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      URI uri = new URI(address.strip());
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null ? uri.toASCIIString() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /// An address that opens a mail program. Whatever could add another recipient, a subject or a
  /// text is encoded (RFC 6068).
  public static String mail(String address) {
    int at = address.lastIndexOf('@');
    return "mailto:"
        + encoded(address.substring(0, Math.max(at, 0)))
        + "@"
        + encoded(address.substring(at + 1));
  }

  /// A text in an address for a mail program, where a plus sign is no space (RFC 6068).
  public static String encoded(String text) {
    return PageText.encode(text).replace("+", "%20");
  }

  /// An address that dials a number (RFC 3966): its digits.
  public static String phone(String number) {
    return "tel:" + number.replaceAll("(?!^\\+)[^0-9]", "");
  }

  /// The same view with this value, or without it if it is already set.
  public String toggle(String name, String value) {
    List<String> left = new ArrayList<>(pairs);
    boolean isThere = left.removeIf(each -> isPair(each, name, value));
    if (!isThere) {
      left.add(name + "=" + PageText.encode(value));
    }
    return address(left);
  }

  public String words(String words) {
    List<String> left = new ArrayList<>(pairs);
    left.removeIf(each -> each.startsWith("q="));
    left.addFirst("q=" + PageText.encode(words));
    return address(left);
  }

  /// The same words without filters.
  public String widest() {
    return address(pairs.stream().filter(each -> each.startsWith("q=")).toList());
  }

  /// The same view, wherever it was proven.
  public String anywhere() {
    return address(pairs.stream().filter(each -> !each.startsWith("near=")).toList());
  }

  /// The same words among cases and needs, which the view leaves out until they are asked for.
  public String cases() {
    List<String> asked = new ArrayList<>(pairs);
    asked.removeIf(each -> each.startsWith("kind="));
    asked.addAll(List.of("kind=deployment", "kind=need"));
    return address(asked);
  }

  public String page(String cursor) {
    List<String> all = new ArrayList<>(pairs);
    all.add(CURSOR + PageText.encode(cursor));
    return address(all);
  }

  /// What narrows the view besides words and city, to be kept by the form: names and values.
  public List<Pair> kept() {
    return pairs.stream()
        .map(Pair::of)
        .filter(each -> !List.of("q", "city", "near", "sort").contains(each.name()))
        .toList();
  }

  public record Pair(String name, String value) {
    public static Pair of(String pair) {
      int at = pair.indexOf('=');
      return new Pair(
          decode(at < 0 ? pair : pair.substring(0, at)),
          decode(at < 0 ? "" : pair.substring(at + 1)));
    }
  }

  private static boolean isPair(String pair, String name, String value) {
    Pair read = Pair.of(pair);
    return read.name().equals(name) && read.value().equals(value);
  }

  private static String decode(String word) {
    return URLDecoder.decode(word, StandardCharsets.UTF_8);
  }

  private static String address(List<String> pairs) {
    return pairs.isEmpty() ? "/" : "/?" + String.join("&", pairs);
  }
}
