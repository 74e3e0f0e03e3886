package greenpair.web.follow;

import greenpair.message.Message;
import greenpair.program.follow.Delivery;
import greenpair.program.follow.Subscriber;
import greenpair.web.mail.MailServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls webhooks. Whether an address is outside the network is checked when its name is resolved
/// for the connection, so that a name that changes its address meanwhile leads nowhere else.
/// Redirects are not followed, and of an answer only its status is read.
final class Webhook implements Sender {
  static final int LONGEST = 500;
  private static final int GONE = 410;
  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final Timeout READ = Timeout.ofSeconds(10);

  /// A receiver that answers a byte now and then is left after this long.
  private static final long SECONDS = 20;

  private static final Logger log = LoggerFactory.getLogger(Webhook.class);

  private final InstantSource clock;
  private final Predicate<InetAddress> isOutside;
  private @Nullable CloseableHttpClient client;
  private final ScheduledExecutorService guard =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhook-guard").factory());

  /// @param isOutside which addresses may be called
  Webhook(InstantSource clock, Predicate<InetAddress> isOutside) {
    this.clock = clock;
    this.isOutside = isOutside;
  }

  /// Made when the first webhook is called, so that a server without one loads nothing of it.
  private synchronized CloseableHttpClient client() {
    CloseableHttpClient made = client;
    if (made == null) {
      made = newClient();
      client = made;
    }
    return made;
  }

  private CloseableHttpClient newClient() {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Resolver(isOutside))
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(READ)
                        .build())
                .build())
        .setUserAgent("greenpair")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  /// Resolves names to addresses outside alone.
  private static final class Resolver extends SystemDefaultDnsResolver {
    private final Predicate<InetAddress> isOutside;

    Resolver(Predicate<InetAddress> isOutside) {
      this.isOutside = isOutside;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] all = super.resolve(host);
      for (InetAddress each : all) {
        if (!isOutside.test(each)) {
          throw new UnknownHostException(host + " points inward");
        }
      }
      return all;
    }
  }

  /// What is wrong with an address that was typed in.
  enum Fault {
    /// No https address, or one with a user, a fragment or too many characters.
    FORM,
    /// Its name is not known.
    UNKNOWN,
    /// It leads to this machine or its network.
    INWARD
  }

  /// Checks an address that was typed in; empty if it is valid now.
  static Optional<Fault> fault(String typed) {
    URI address;
    try {
      address = new URI(typed);
    } catch (URISyntaxException e) {
      return Optional.of(Fault.FORM);
    }
    if (typed.length() > LONGEST
        || !"https".equals(address.getScheme())
        || address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawFragment() != null) {
      return Optional.of(Fault.FORM);
    }
    try {
      for (InetAddress each : InetAddress.getAllByName(address.getHost())) {
        if (!PublicAddress.is(each)) {
          return Optional.of(Fault.INWARD);
        }
      }
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of(Fault.UNKNOWN);
    }
  }

  @Override
  public synchronized void close() {
    guard.shutdownNow();
    if (client != null) {
      client.close(CloseMode.GRACEFUL);
    }
  }

  private static MailServer.Outcome unclear(Exception e) {
    return new MailServer.Outcome.Unclear(
        Message.of("delivery.no_answer", "detail", MailServer.detail(e)).text());
  }

  @Override
  public MailServer.Outcome send(Delivery delivery, Subscriber to) {
    long seconds = clock.instant().getEpochSecond();
    HttpPost post = new HttpPost(delivery.target());
    post.setHeader("webhook-id", delivery.id());
    post.setHeader("webhook-timestamp", Long.toString(seconds));
    post.setHeader(
        "webhook-signature", Signature.ofWebhook(to, delivery.id(), seconds, delivery.body()));
    post.setEntity(new StringEntity(delivery.body(), ContentType.APPLICATION_JSON));
    ScheduledFuture<?> end = guard.schedule(post::cancel, SECONDS, TimeUnit.SECONDS);
    try {
      ClassicHttpResponse response = client().executeOpen(null, post, null);
      int code = response.getCode();
      return code >= 200 && code < 300
          ? new MailServer.Outcome.Taken()
          : new MailServer.Outcome.Declined(
              Message.of("delivery.answered", "code", code).text(), code == GONE);
    } catch (IOException e) {
      return unclear(e);
    } catch (RuntimeException e) {
      log.error("webhook {} could not be called", delivery.id(), e);
      return unclear(e);
    } finally {
      end.cancel(false);
      post.cancel(); // To close the response instead would read its body to the end.
    }
  }
}
