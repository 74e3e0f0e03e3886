package greenpair.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

class AcceptQueueTest {
  @Test
  void queue_isSetBeforeTheServerListens() throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    server.addConnector(connector);
    server.addEventListener(new AcceptQueue(server));
    try {
      server.start();
      assertEquals(AcceptQueue.MOST, connector.getAcceptQueueSize());
    } finally {
      server.stop();
    }
  }
}
