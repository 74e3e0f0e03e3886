package greenpair.pages.view;

import module java.base;

import org.apache.commons.codec.digest.DigestUtils;

/// The files that pages refer to, read once. Only what is listed here is served, so no path can
/// lead elsewhere. Their addresses contain the digest of their bytes, so browsers can cache them
/// indefinitely and still receive every change.
public final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "app.css", "text/css; charset=utf-8",
          "app.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private static final Map<String, Asset> ALL = load();

  private Assets() {}

  /// One file.
  ///
  /// @param digest the beginning of its SHA-256
  public record Asset(String text, String type, String digest) {}

  private static Map<String, Asset> load() {
    Map<String, Asset> all = new LinkedHashMap<>();
    TYPES.forEach((name, type) -> all.put(name, read(name, type)));
    return all;
  }

  private static Asset read(String name, String type) {
    try (InputStream in = Assets.class.getResourceAsStream("/greenpair/pages/assets/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      String digest = DigestUtils.sha256Hex(bytes).substring(0, 12);
      return new Asset(new String(bytes, StandardCharsets.UTF_8), type, digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Optional<Asset> of(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  public static String address(String name) {
    Asset asset = ALL.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no asset has the name " + name);
    }
    return "/assets/" + name + "?v=" + asset.digest();
  }
}
