package greenpair.resolve;

/// What a person said of two parties.
///
/// @param one key of a party, see [Party#key()]
/// @param same whether they are one firm
public record Answer(String one, String two, boolean same) {}
