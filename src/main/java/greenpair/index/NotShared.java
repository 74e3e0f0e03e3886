package greenpair.index;

import greenpair.index.generation.Publication;
import greenpair.index.read.OpenGeneration;
import java.util.List;
import java.util.Optional;

/// The store of a data folder that shares no generations.
final class NotShared implements SharedGenerations {
  @Override
  public boolean look(GenerationStore store, OpenGeneration.Context context) {
    return false;
  }

  @Override
  public void follow(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context) {}

  @Override
  public boolean fetch(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context, String id) {
    return false;
  }

  @Override
  public boolean isPublished(String id) {
    return true;
  }

  @Override
  public void publish(GenerationStore store, Publication publication) {}

  @Override
  public Optional<String> previous(String id) {
    return Optional.empty();
  }

  @Override
  public List<String> prune(GenerationStore store, int keep) {
    return List.of();
  }

  @Override
  public Optional<State> state() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
