package greenpair.web.http;

import module java.base;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/// Closes connections on which a request has begun, but whose headers do not end. Each byte starts
/// the time limit of Jetty again, so that a byte now and then would keep them open for ever.
public final class SlowHeaders implements LifeCycle.Listener {
  private final Server server;
  private final Duration longest;

  /// The connections without a request that is being answered, as last seen; for one thread at a
  /// time.
  private IdentityHashMap<EndPoint, Seen> seen = new IdentityHashMap<>();

  /// @param longest time that the headers of a request may take
  public SlowHeaders(Server server, Duration longest) {
    this.server = server;
    this.longest = longest;
  }

  /// A connection between two requests.
  ///
  /// @param bytes received when it was first seen so
  /// @param begun when more had been received, in nanoseconds; 0 while nothing more was
  private record Seen(long requests, long bytes, long begun) {
    static Seen first(Connection connection) {
      long requests = connection.getMessagesIn();
      return new Seen(requests, requests == 0 ? 0 : connection.getBytesIn(), 0);
    }

    Seen now(Connection connection, long time) {
      return connection.getMessagesIn() != requests
          ? first(connection)
          : begun == 0 && connection.getBytesIn() > bytes ? new Seen(requests, bytes, time) : this;
    }
  }

  @Override
  public void lifeCycleStarted(LifeCycle event) {
    look();
  }

  private void look() {
    for (Connector each : server.getConnectors()) {
      if (each.isRunning()) {
        close(each, System.nanoTime());
        each.getScheduler().schedule(this::look, longest.toMillis() / 4, TimeUnit.MILLISECONDS);
        return;
      }
    }
  }

  private void close(Connector connector, long time) {
    IdentityHashMap<EndPoint, Seen> now = new IdentityHashMap<>();
    for (EndPoint each : connector.getConnectedEndPoints()) {
      Connection connection = each.getConnection();
      if (connection == null || connection.getMessagesIn() != connection.getMessagesOut()) {
        continue;
      }
      Seen state = seen.getOrDefault(each, Seen.first(connection)).now(connection, time);
      if (state.begun() != 0 && time - state.begun() > longest.toNanos()) {
        each.close();
      } else {
        now.put(each, state);
      }
    }
    seen = now;
  }
}
