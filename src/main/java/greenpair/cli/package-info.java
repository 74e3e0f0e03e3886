/// The command line: [Main] and one class for each command. The only place where objects are wired
/// together ([CommandWiring][greenpair.cli.app.CommandWiring]) and the only one that ends the
/// process.
package greenpair.cli;
