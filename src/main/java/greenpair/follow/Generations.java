package greenpair.follow;

import java.util.List;
import java.util.Optional;

/// The generations that were published.
public interface Generations {
  /// The one that is served; nothing before the first.
  Optional<String> served();

  /// Those that were published after that one, oldest first, up to the one that is served.
  List<String> after(String id);

  /// Opens one; nothing if it is gone, damaged or of another configuration.
  Optional<GenerationView> open(String id);
}
