import ArgumentParser
import Ground
import Operations

struct User: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give officers their accounts. The password is read from standard input.",
    subcommands: [Add.self, Password.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Set an officer's account name and password.")
    @OptionGroup var office: DataOptions
    @Argument(help: "The officer's id.") var officer: String
    @Argument(help: "The account name.") var login: String

    func run() async throws {
      guard let id = OfficerID(officer) else { throw ValidationError("\(officer) is no officer's id") }
      try await User.set(login, of: id, in: office)
    }
  }

  struct Password: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Set a new password for an account.")
    @OptionGroup var office: DataOptions
    @Argument(help: "The account name.") var login: String

    func run() async throws { try await User.set(login, of: nil, in: office) }
  }

  private static func set(_ login: String, of officer: OfficerID?, in options: DataOptions) async throws {
    try await Terminal.explaining {
      let office = try await options.premises().look()
      let officer = if let officer { officer } else { try await office.officer(login: login) }
      try await office.setPassword(
        Terminal.password(), login: login, of: officer, by: .rule("rule.console"), operation: office.newOperation())
      try await office.close()
      print("ok \(login) is \(officer)")
    }
  }
}
