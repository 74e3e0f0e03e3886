package greenpair.web.mail;

import java.util.regex.Pattern;

/// Addresses to which mail can be sent: one mailbox in ASCII (RFC 5321), without name, comment or
/// quotes. No character in it can end a line or a header.
public final class MailAddress {
  private static final int LONGEST = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,9}"
              + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
              + "(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?){1,9}");

  private MailAddress() {}

  public static boolean isGood(String address) {
    return address.length() <= LONGEST && FORM.matcher(address).matches();
  }
}
