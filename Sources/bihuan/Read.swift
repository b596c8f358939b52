import ArgumentParser
import Operations

struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a bulletin and print what it asks for. Needs no database. Exit code 3: it is no meeting's text.")

  @Argument(help: "The file (.txt, .html, .docx, .pdf), or - for standard input.") var file: String
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    try await Terminal.explaining {
      let bytes = try Terminal.bytes(of: file)
      let reading = try await BulletinReading.read(
        bytes, name: file == "-" ? nil : file, resources: Resources(path: Resources.locate()))
      if json {
        Terminal.write(reading.json)
      } else if reading.refusal == nil {
        print(reading.summary(Terminal.language))
      }
      if let reason = reading.refusal {
        Terminal.complain(reason)
        throw ExitCode(3)
      }
    }
  }
}
