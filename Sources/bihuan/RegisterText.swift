import ArgumentParser
import Ground
import Operations
import Registers

/// An old register on the command line: each row as it was understood, then what is wrong, then the import.
enum RegisterText {
  static func run(_ file: String, login: String, day: String?, dryRun: Bool, in options: DataOptions) async throws {
    let issued = try day.map { text in
      guard let day = CivilDate(text) else { throw ValidationError("--day takes YYYY-MM-DD") }
      return day
    }
    try await Terminal.explaining {
      let bytes = try Terminal.bytes(of: file)
      let office = try await options.premises().open()
      let officer = try await office.officer(login: login)
      let name = file.split(separator: "/").last.map(String.init) ?? file
      let staged = try await office.stageRegister(bytes, name: name, operation: office.newOperation())
      guard var review = try await office.registerReview(staged) else { throw Refusal(.registerGone) }
      if let issued {
        var wishes = review.options
        wishes.issued = issued
        try await office.setRegister(staged, wishes)
        review = try await office.registerReview(staged) ?? review
      }
      for line in lines(review, Terminal.language) { print(line) }
      if dryRun {
        try await office.dropRegister(staged)
        try await office.close()
        if !review.reading.isSound { throw ExitCode.failure }
        return
      }
      do {
        let count = try await office.takeRegister(
          staged, again: false, by: .officer(officer), operation: office.newOperation())
        print(Bilingual("ok 导入\(count)个事项", "ok \(count) matters imported")[Terminal.language])
      } catch {
        try await office.dropRegister(staged)
        throw error
      }
      try await office.close()
    }
  }

  /// A line a row, its remarks and problems beneath.
  static func lines(_ review: RegisterReview, _ language: Language) -> [String] {
    func said(_ problem: Problem) -> String {
      "  ! \(problem.place ?? "") \(problem.message(in: language)) → \(problem.hint(in: language))"
    }
    var lines = review.reading.problems.map(said)
    lines += review.reading.remarks.map { "  · \($0.place) \($0.text[language])" }
    for line in review.rows {
      let row = line.row
      let due = row.due?.day.iso ?? "—"
      lines.append(
        "\(row.number)\t\(line.lead?.name.shown ?? "—")\t\(row.issued?.iso ?? "—")\t\(due)\t\(row.closed?.iso ?? "—")\t\(row.text)"
      )
      lines += row.problems.map(said)
      lines += row.remarks.map { "  · \($0.place) \($0.text[language])" }
    }
    lines += review.reading.passed.map { "- \($0.number)\t\($0.why[language])\t\($0.text)" }
    return lines
  }
}
