package greenpair.web.program;

import greenpair.catalog.Text;
import greenpair.learn.WeightFile;
import greenpair.match.settings.LearntWeights;
import greenpair.message.Message;
import greenpair.program.Records;
import greenpair.program.database.Stamp;
import greenpair.web.http.RefusedException;
import java.util.Locale;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A decision about learnt weights that takes effect only after its audit line is on disk. For one
/// request, by one thread.
final class LearningDecision implements WriteEndpoint.Work {
  private final LearningHandler.Choice choice;
  private final LearntWeights weights;
  private final @Nullable String withdrawn;
  private final WeightFile file;
  private final String reason;
  private final Lock turn;
  private Runnable effect = () -> {};

  /// @param weights of the proposal, not yet approved
  /// @param withdrawn the proposal that is to be withdrawn; null for the effective one
  /// @param reason empty for none
  /// @param turn lock held from the check of the effective weights to the change of the file
  LearningDecision(
      LearningHandler.Choice choice,
      LearntWeights weights,
      @Nullable String withdrawn,
      WeightFile file,
      String reason,
      Lock turn) {
    this.choice = choice;
    this.weights = weights;
    this.withdrawn = withdrawn;
    this.file = file;
    this.reason = reason;
    this.turn = turn;
  }

  /// A decision, as shown to users.
  record Answer(String decision, String proposal, String by, Text says) {}

  @Override
  public WriteEndpoint.Done run(Records records, Stamp stamp) {
    String word = choice.name().toLowerCase(Locale.ROOT);
    String about = choice == LearningHandler.Choice.WITHDRAW ? inForce(word) : weights.proposal();
    Message says = Message.of("learn.done." + word, "proposal", about);
    effect =
        switch (choice) {
          case APPROVE -> {
            LearntWeights approved = weights.approved(stamp.by(), stamp.at());
            yield () -> file.put(approved);
          }
          case WITHDRAW -> file::remove;
          case REJECT, SHADOW, END_SHADOW -> () -> {};
        };
    return WriteEndpoint.Done.changed(
        "weights." + word,
        (about + " " + reason).strip(),
        new Answer(word, about, stamp.by(), says.text()));
  }

  /// The proposal to withdraw, by the file itself: the configuration follows it a little later.
  private String inForce(String word) {
    String id =
        file.proposal()
            .orElseThrow(
                () ->
                    RefusedException.invalid(
                        "decision",
                        word,
                        Message.of("learn.none_in_force"),
                        Message.of("learn.none_in_force.next")));
    if (withdrawn != null && !withdrawn.equals(id)) {
      throw RefusedException.invalid(
          "proposal",
          withdrawn,
          Message.of("learn.not_in_force", "id", id),
          Message.of("learn.not_in_force.next"));
    }
    return id;
  }

  @Override
  public void written() {
    effect.run();
  }

  @Override
  public <T> T inTurn(Supplier<T> all) {
    turn.lock();
    try {
      return all.get();
    } finally {
      turn.unlock();
    }
  }
}
