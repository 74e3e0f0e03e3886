package greenpair.web.follow;

import greenpair.program.follow.Subscriber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signatures by the secret of a subscriber, HMAC-SHA256.
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /// The secret as the receiver of a webhook gets it, in the form of
  /// [Standard Webhooks](https://www.standardwebhooks.com).
  static String secret(Subscriber who) {
    return "whsec_" + Base64.getEncoder().encodeToString(key(who));
  }

  /// The value of `webhook-signature`: over id, time and body.
  static String ofWebhook(Subscriber who, String id, long seconds, String body) {
    byte[] signed = hmac(key(who), id + "." + seconds + "." + body);
    return "v1," + Base64.getEncoder().encodeToString(signed);
  }

  /// The signature in the address that ends the mails.
  static String ofUnsubscribing(Subscriber who) {
    return HexFormat.of().formatHex(hmac(key(who), "unsubscribe " + who.id()));
  }

  /// Compares in a time that does not depend on where the two differ.
  static boolean isUnsubscribing(Subscriber who, String signature) {
    return MessageDigest.isEqual(
        ofUnsubscribing(who).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] key(Subscriber who) {
    return HexFormat.of().parseHex(who.secret());
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
