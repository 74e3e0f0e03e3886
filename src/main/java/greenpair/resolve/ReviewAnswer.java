package greenpair.resolve;

/// A person's answer on two parties.
///
/// @param one key of a party, see [Party.key][greenpair.resolve.name.Party#key()]
public record ReviewAnswer(String one, String two, boolean same) {}
