import Bulletins
import Formats
package import Ground
import Packs

/// What a bulletin says, read without an office: no database, nothing stored.
package struct BulletinReading: Sendable {
  private let reading: Reading
  private let fieldNames: [Field: Bilingual]

  /// - Throws: a problem where the file cannot be read, is marked secret or lists persons.
  package static func read(
    _ bytes: [UInt8], name: String?, resources: Resources
  ) async throws(Refusal) -> BulletinReading {
    let document = try await document(bytes, name: name, door: resources.packs.door)
    return BulletinReading(
      reading: Reader(words: resources.packs.words).read(document.text), fieldNames: resources.packs.words.fieldNames)
  }

  /// - Parameter door: what every bulletin passes when it comes in; nil for one that is kept already, whatever the door
  ///   would say of it today.
  static func document(
    _ bytes: [UInt8], name: String?, door: Door?
  ) async throws(Refusal) -> SourceDocument {
    let pdf = SourceDocument.isPDF(bytes) ? try await PDFText.read(bytes, name: name ?? "") : nil
    do throws(Problem) {
      let document =
        if let pdf {
          try SourceDocument.pdf(text: Array(pdf.utf8), name: name)
        } else { try SourceDocument.open(bytes, name: name) }
      try door?.inspect(document, name: name)
      return document
    } catch { throw Refusal([error]) }
  }

  /// Why the text is no meeting's; nil for a meeting or minutes.
  package var refusal: Problem? { reading.refusal }

  /// The shape of DESIGN §4, with a line feed at its end.
  package var json: [UInt8] { MinutesJSON.bytes(reading.minutes) }

  /// The same for people at a terminal.
  package func summary(_ language: Language) -> String {
    let minutes = reading.minutes
    func said(_ chinese: String, _ english: String) -> String { Bilingual(chinese, english)[language] }
    let mark = said("：", ": ")
    let none = said("（未写明）", "(not said)")
    var lines = [minutes.title.isEmpty ? said("（无标题）", "(no title)") : minutes.title]
    lines.append(said("日期", "Day") + mark + (minutes.date ?? none))
    lines.append(said("主持", "Chair") + mark + (minutes.chair ?? none))
    if !minutes.attendees.isEmpty {
      let persons = minutes.attendees.map { $0.post + $0.name }
      lines.append(said("出席", "Present") + mark + persons.joined(separator: "、"))
    }
    if !minutes.units.isEmpty { lines.append(said("单位", "Units") + mark + minutes.units.joined(separator: "、")) }
    lines.append(said("要求", "Demands") + mark + "\(minutes.items.count)")
    for (number, item) in minutes.items.enumerated() {
      lines.append("\(number + 1). \(item.text)")
      lines.append("   " + marks(item, language).joined(separator: " · "))
    }
    for remark in minutes.damage {
      let place = said(
        "原文第\(remark.span.start)–\(remark.span.end)字节损坏", "damaged, bytes \(remark.span.start)–\(remark.span.end)")
      let suggestions = remark.suggestions.isEmpty ? "" : mark + remark.suggestions.joined(separator: " / ")
      lines.append("! \(place)\(suggestions)")
    }
    return lines.joined(separator: "\n")
  }

  private func marks(_ item: Clause, _ language: Language) -> [String] {
    let isAction = item.type == .action
    var marks = [(isAction ? Bilingual("事项", "action") : Bilingual("原则要求", "slogan"))[language]]
    if let field = item.field { marks.append(fieldNames[field]?[language] ?? field.rawValue) }
    if item.persons { marks.append(Bilingual("涉人", "about persons")[language]) }
    if !item.units.isEmpty { marks.append(item.units.joined(separator: "、")) }
    if let deadline = item.deadline { marks.append(deadline) }
    if item.damaged { marks.append(Bilingual("原文有损坏", "damaged")[language]) }
    return marks
  }
}

extension PackLibrary {
  /// The door, with the titles of columns that this pack knows for a list of persons.
  var door: Door {
    Door(RosterDoor(names: words.roster.names, columns: words.roster.columns, watch: words.roster.watch))
  }
}
