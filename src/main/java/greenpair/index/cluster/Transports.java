package greenpair.index.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.opensearch.client.json.jackson3.JacksonJsonpMapper;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/// Connections as the settings say: nodes, timeouts, credentials, certificates.
final class Transports {
  private static final long CONNECT_SECONDS = 2;

  /// Limit of the wait for one of the connections.
  private static final long FREE_SECONDS = 2;

  private static final int CONNECTIONS = 8;

  private Transports() {}

  static OpenSearchTransport of(ClusterSettings settings) {
    HttpHost[] hosts = settings.addresses().stream().map(Transports::host).toArray(HttpHost[]::new);
    PoolingAsyncClientConnectionManagerBuilder connections =
        PoolingAsyncClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(CONNECTIONS)
            .setMaxConnTotal(CONNECTIONS * hosts.length)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                    .build());
    if (settings.authority() != null) {
      connections.setTlsStrategy(
          ClientTlsStrategyBuilder.create()
              .setSslContext(trusting(settings.authority()))
              .buildAsync());
    }
    return ApacheHttpClient5TransportBuilder.builder(hosts)
        .setMapper(new JacksonJsonpMapper())
        .setDefaultHeaders(credentials(settings))
        .setRequestConfigCallback(
            request ->
                request
                    .setConnectionRequestTimeout(FREE_SECONDS, TimeUnit.SECONDS)
                    .setResponseTimeout(settings.within().toMillis(), TimeUnit.MILLISECONDS))
        .setHttpClientConfigCallback(client -> client.setConnectionManager(connections.build()))
        .build();
  }

  private static HttpHost host(URI address) {
    boolean isSecure = "https".equals(address.getScheme());
    int port = address.getPort() >= 0 ? address.getPort() : isSecure ? 443 : 80;
    return new HttpHost(address.getScheme(), address.getHost(), port);
  }

  private static Header[] credentials(ClusterSettings settings) {
    if (!settings.token().isEmpty()) {
      return new Header[] {new BasicHeader("Authorization", "Bearer " + settings.token())};
    }
    if (!settings.user().isEmpty()) {
      byte[] pair = (settings.user() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
      String encoded = Base64.getEncoder().encodeToString(pair);
      return new Header[] {new BasicHeader("Authorization", "Basic " + encoded)};
    }
    return new Header[0];
  }

  /// Trusts what these certificates sign, and nothing else.
  private static SSLContext trusting(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + count++, each);
      }
      if (count == 0) {
        throw new IllegalArgumentException("cluster_authority " + file + " holds no certificate");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "cluster_authority " + file + " is not a PEM certificate: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
