package greenpair.program.database;

import module java.base;

import org.apache.commons.codec.digest.DigestUtils;

/// Random ids and secrets. A secret has 256 random bits, so one round of SHA-256 is enough to
/// keep it by: there is no dictionary of such secrets to try.
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HexFormat HEX = HexFormat.of();
  private static final int ID_BYTES = 10;
  private static final int SECRET_BYTES = 32;

  private Secrets() {}

  /// 80 random bits: an id that is not guessed and not met twice.
  public static String id() {
    return random(ID_BYTES);
  }

  public static String secret() {
    return random(SECRET_BYTES);
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HEX.formatHex(random);
  }

  public static String hash(String secret) {
    return DigestUtils.sha256Hex(secret);
  }

  /// Compares in a time that does not depend on where the two differ.
  public static boolean same(String hash, String other) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
