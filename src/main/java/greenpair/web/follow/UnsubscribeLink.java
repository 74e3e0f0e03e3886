package greenpair.web.follow;

import greenpair.program.follow.Subscribers.Subscriber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The address that ends the mails of a subscriber, signed with the subscriber's secret
/// (HMAC-SHA256).
final class UnsubscribeLink {
  private static final String ALGORITHM = "HmacSHA256";

  private UnsubscribeLink() {}

  static String path(Subscriber who) {
    return "/unsubscribe/" + who.id() + "/" + signature(who);
  }

  /// Compares in a time that does not depend on where the two differ.
  static boolean isSigned(Subscriber who, String signature) {
    return MessageDigest.isEqual(
        signature(who).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  private static String signature(Subscriber who) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(who.secret()), ALGORITHM));
      byte[] signed = ("unsubscribe " + who.id()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
