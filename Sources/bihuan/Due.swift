import ArgumentParser
import Operations

struct Due: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say when a term ends, and how that is counted. Needs no database.")

  @Argument(
    help: "\"5 workdays\", \"15日\", \"4 work-hours\", \"end of month\", or a dated rule such as petition.decide.")
  var term: String
  @Option(help: "The day of the event that starts it, with the time where hours are counted: \"2026-02-13 09:30\".")
  var from: String
  @Option(help: "Days on which the clock stands still, as FIRST..LAST; may be given again.") var pause: [String] = []
  @Flag(help: "Show each counted and skipped day.") var explain = false
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    try await Terminal.explaining {
      let wish = DueReckoning.Wish(term: term, from: from, pauses: pause)
      let reckoning = try DueReckoning(wish, resources: Resources(path: Resources.locate()))
      if json {
        Terminal.write(Array(try reckoning.json().utf8))
      } else {
        print(reckoning.text(Terminal.language, explained: explain))
      }
    }
  }
}
