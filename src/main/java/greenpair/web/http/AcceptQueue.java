package greenpair.web.http;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/// Lets more connections wait to be accepted than the 50 of the JDK. Of a burst beyond that the
/// system ignores connections, and their clients try again after one, three and seven seconds.
public final class AcceptQueue implements LifeCycle.Listener {
  /// The system may allow fewer (`net.core.somaxconn`).
  static final int MOST = 4_096;

  private final Server server;

  public AcceptQueue(Server server) {
    this.server = server;
  }

  @Override
  public void lifeCycleStarting(LifeCycle event) {
    for (Connector each : server.getConnectors()) {
      if (each instanceof ServerConnector connector) {
        connector.setAcceptQueueSize(MOST);
      }
    }
  }
}
