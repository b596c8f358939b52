import Ground
import Matters
import Operations

/// The parts of a list's filter, as the page writes them into its address too.
enum ListQuery {
  static let after = Property.optional(
    "after", .words(200), about: Bilingual("上一页的 next", "The `next` of the page before"))

  static let parts: [Property] = [
    choice("view", MatterView.self),
    .optional(
      "phase", .list(.choice(Phase.allCases.map(\.rawValue) + ["any"]), 1...Phase.allCases.count + 1),
      about: Bilingual("可写多次；不写则只列未办结的", "May come several times; without it, those that are open")),
    .optional("unit", .id), choice("part", UnitPart.self), choice("field", Field.self), .optional("leader", .id),
    .optional("meeting", .id), choice("standing", Standing.self), choice("emphasis", Emphasis.self),
    .optional("due", .choice(["week", "none"])),
    .optional("from", .day), .optional("to", .day),
    .optional("q", .words(MatterFilter.wordsLimit), about: Bilingual("文字中的词，至少两个字", "Words of the text")),
    choice("sort", MatterOrder.self), choice("group", MatterGroup.self),
  ]

  static let paged = parts + [after]

  /// A filter in words, as a member of a body.
  static func inWords(_ isRequired: Bool) -> Property {
    Property(
      "query", .words(2000), required: isRequired,
      about: Bilingual("清单地址“?”之后的部分，如 phase=underway&unit=shiqiao", "What the list's address says after `?`"))
  }

  /// - Throws: 409 where a part of it is none of a list's, so that a slip of the pen asks for nothing more than was meant.
  static func filter(_ text: String) throws(Refusal) -> MatterFilter {
    do { return try APIQuery.read(text, parts).filter } catch {
      throw Refusal(.fieldUnknown, at: "query", ["value": error.problems.first?.place ?? text])
    }
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String>>(_ name: String, _: Choice.Type)
    -> Property
  {
    .optional(name, .choice(Choice.allCases.map(\.rawValue)))
  }
}

extension APIQuery {
  var filter: MatterFilter { MatterFilter(query: text(without: "after")) }
}
