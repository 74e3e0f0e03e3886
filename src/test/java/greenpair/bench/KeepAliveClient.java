package greenpair.bench;

import module java.base;

/// One connection that is kept, asking one thing after the other: as little work as HTTP/1.1
/// allows, because it shares the processors with the server that it measures.
final class KeepAliveClient implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  KeepAliveClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    out = socket.getOutputStream();
  }

  /// Asks and reads the answer to its end.
  ///
  /// @return bytes of the body
  int get(String path) throws IOException {
    return get(path, "");
  }

  /// Sends JSON and reads the answer to its end.
  ///
  /// @return bytes of the body
  int post(String path, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, body.length);
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    return answer(path);
  }

  /// The same as browsers and most libraries ask: the answer may come compressed.
  int getCompressed(String path) throws IOException {
    return get(path, "Accept-Encoding: gzip\r\n");
  }

  private int get(String path, String wish) throws IOException {
    out.write(
        ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + wish + "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    return answer(path);
  }

  private int answer(String path) throws IOException {
    String status = line();
    if (!status.contains(" 200 ")) {
      throw new IOException(path + " answered " + status);
    }
    int length = -1;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String small = header.toLowerCase(Locale.ROOT);
      if (small.startsWith("content-length:")) {
        length = Integer.parseInt(small.substring(15).strip());
      }
      chunked |= small.startsWith("transfer-encoding:") && small.endsWith("chunked");
    }
    if (chunked) {
      return chunks();
    }
    in.skipNBytes(length);
    return length;
  }

  private int chunks() throws IOException {
    int all = 0;
    while (true) {
      int size = Integer.parseInt(line(), 16);
      in.skipNBytes(size);
      line();
      if (size == 0) {
        return all;
      }
      all += size;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new IOException("the server closed the connection");
      }
      if (each != '\r') {
        line.append((char) each);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
