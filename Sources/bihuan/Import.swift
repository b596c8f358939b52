import ArgumentParser
import Ground
import Operations

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Take a bulletin in: every requirement waits for a person to confirm, edit or drop it. With --register, an office's old register."
  )

  @Argument(help: "The file (.txt, .html, .docx; a register's .xlsx or .csv), or - for standard input.")
  var file: String
  @OptionGroup var office: DataOptions
  @Option(name: .customLong("as"), help: "The account that hands it in.") var login: String
  @Option(help: "The meeting's day, YYYY-MM-DD, where the bulletin says none.") var day: String?

  @Flag(help: "The file is an office's old register: every row becomes a matter, all of them or none.")
  var register = false
  @Flag(help: "With --register: say what would come, and import nothing.") var dryRun = false

  func run() async throws {
    if register { return try await RegisterText.run(file, login: login, day: day, dryRun: dryRun, in: office) }
    let day = try day.map { text in
      guard let day = CivilDate(text) else { throw ValidationError("--day takes YYYY-MM-DD") }
      return day
    }
    try await Terminal.explaining {
      let upload = BulletinUpload(
        bytes: try Terminal.bytes(of: file), name: file == "-" ? nil : file, day: day)
      let office = try await office.premises().open()
      let officer = try await office.officer(login: login)
      let meeting = try await office.receive(upload, by: .officer(officer), operation: office.newOperation())
      let waiting = try await office.intakeReview(meeting)?.count(.undecided) ?? 0
      print(
        Bilingual("会议 \(meeting)：\(waiting) 条待确认", "Meeting \(meeting): \(waiting) clauses wait")[Terminal.language])
    }
  }
}
