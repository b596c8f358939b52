import ArgumentParser

@main
struct Bihuan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bihuan",
    abstract: "The closed loop of a district's safety work: what a meeting asks for gets done, and can be shown.",
    subcommands: [
      Serve.self, Read.self, Due.self, Import.self, Report.self, Check.self, Migrate.self, Backup.self, Restore.self,
      DemoOffice.self,
      User.self, Pack.self, Simulate.self,
    ])
}
