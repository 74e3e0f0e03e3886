package greenpair.web.http;

import module java.base;

import io.javalin.http.Context;
import io.javalin.http.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the answer to a body that is too long, then discards the rest of the body, up to a limit,
/// before the connection is closed. Closing at once would reset the connection while the client is
/// still sending, and many clients would not see the answer.
public final class BodyDrainer {
  /// Maximum number of discarded bytes.
  private static final long MOST = 32L << 20;

  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final int BUFFER = 64 * 1024;
  private static final Logger log = LoggerFactory.getLogger(BodyDrainer.class);

  private BodyDrainer() {}

  public static void discard(Context context) {
    context.header(Header.CONNECTION, "close");
    try (InputStream answer = context.resultInputStream();
        OutputStream out = context.res().getOutputStream()) {
      if (answer != null) {
        byte[] bytes = answer.readAllBytes();
        context.res().setContentLength(bytes.length);
        out.write(bytes);
      }
      out.flush();
      drop(context.req().getInputStream());
    } catch (IOException e) {
      log.debug("the client is gone", e);
    }
  }

  private static void drop(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long end = System.nanoTime() + LONGEST.toNanos();
    long dropped = 0;
    while (dropped < MOST && System.nanoTime() < end) {
      int read = in.read(buffer);
      if (read < 0) {
        return;
      }
      dropped += read;
    }
  }
}
