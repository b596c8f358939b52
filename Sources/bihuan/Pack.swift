import ArgumentParser
import Ground
import Operations

struct Pack: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checklists, duties and rules as files. Needs no database.", subcommands: [Check.self])

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read pack files beside the shipped ones and name each problem. Exit code 1: there are some.",
      discussion: "A file takes the place of a shipped one of its name. docs/PACKS.md describes the format.")

    @Argument(help: "The pack files (.yaml).") var files: [String]

    func run() async throws {
      try await Terminal.explaining {
        let read = try files.map { (name: $0, bytes: try Terminal.bytes(of: $0)) }
        let check = try PackCheck(read, resources: Resources.locate())
        for problem in check.problems {
          Terminal.complain("\(problem.place ?? "-"): \(problem.code.code)")
          for language in Language.allCases {
            Terminal.complain("  \(problem.message(in: language))\n  → \(problem.hint(in: language))")
          }
        }
        func noteReplaced() {
          for replaced in check.replaced {
            for language in Terminal.languages { Terminal.complain(replaced.text(language)) }
          }
        }
        guard check.problems.isEmpty else {
          noteReplaced()
          throw ExitCode.failure
        }
        for contents in check.contents {
          for language in Terminal.languages { Terminal.write(Array("\(contents.text(language))\n".utf8)) }
        }
        for standard in check.unusedStandards {
          for language in Terminal.languages { Terminal.complain(PackCheck.unusedText(standard, language)) }
        }
        for term in check.unusedTerms {
          for language in Terminal.languages { Terminal.complain(PackCheck.unusedTermText(term, language)) }
        }
        noteReplaced()
      }
    }
  }
}
