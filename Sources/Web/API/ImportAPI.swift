import Ground
import Operations
import Registers

private let root = "/imports"

/// Which sheet and columns, and what rows that do not say it get.
private let reading: [Property] = [
  Property("sheet", .integer(0...999)), .optional("issued", .optional(.day)),
  .optional("year", .optional(.integer(2000...2099))), .optional("field", .choice(Field.allCases.map(\.rawValue))),
  .optional(
    "columns",
    .list(
      .object([
        Property("place", .integer(0...99)),
        Property("column", .optional(.choice(RegisterColumn.allCases.map(\.rawValue)))),
      ]), 0...100),
    about: Bilingual("不照识别结果读的列；null 表示不收", "Columns that are read otherwise than recognised; null: not at all")),
]

/// An office's old register comes in: uploaded, looked at row by row, taken over, and if need be given back.
let importAPI: [APIRoute] = [
  .get(
    root, "imports", .matters, .coordinators, Bilingual("导入过和待导入的台账", "Registers that came in, and those that wait"),
    answers: Wires.imports
  ) { call in Reply(try await call.office.registerImports()) },
  .post(
    root, "uploadRegister", .matters, .coordinators,
    Bilingual("上传原台账（XLSX、CSV），只作核对", "Upload an old register to be looked at; nothing of it is a matter yet"),
    body: .upload([Property("file", .file)]), status: 201, answers: Wires.registerImport
  ) { call in
    let file = try call.file()
    let id = try await call.office.stageRegister(file.bytes, name: file.name, operation: call.operation)
    return Reply(try await call.registerImport(id), location: "\(root)/\(id)")
  },
  .get(
    root + "/{import}", "import", .matters, .coordinators,
    Bilingual("待导入的逐行核对，或已导入的事项", "What would come of it row by row, or what came in"), answers: Wires.registerImport
  ) { call in Reply(try await call.registerImport(try call.id("import"))) },
  .post(
    root + "/{import}/reading", "setReading", .matters, .coordinators,
    Bilingual("改用其他工作表、列或缺省值", "Another sheet, other columns, or what the file leaves out"), body: .json(reading),
    answers: Wires.registerImport
  ) { call in
    let id = try call.id("import", of: OperationTag.self)
    try await call.office.setRegister(id, call.options)
    return Reply(try await call.registerImport(id))
  },
  .post(
    root + "/{import}/apply", "takeRegister", .matters, .coordinators,
    Bilingual("全部导入，或一行也不导入", "Take over every row, or none"),
    body: .json([.optional("again", .flag, about: Bilingual("同一文件再次导入", "Though the same file came in before"))]),
    status: 201, answers: Wires.registerImport
  ) { call in
    _ = try await call.office.takeRegister(
      try call.id("import"), again: call.fields.flag("again"), by: try call.actor(), operation: call.operation)
    return Reply(try await call.registerImport(call.operation), location: "\(root)/\(call.operation)")
  },
  .post(
    root + "/{import}/drop", "dropRegister", .matters, .coordinators, Bilingual("放弃待导入的台账", "Drop one that waits"),
    answers: Wires.imports
  ) { call in
    let id = try call.id("import", of: OperationTag.self)
    guard try await call.office.registerImports().waiting.contains(where: { $0.id == id }) else {
      throw Refusal(.registerGone)
    }
    try await call.office.dropRegister(id)
    return Reply(try await call.office.registerImports())
  },
  .post(
    root + "/{import}/undo", "giveRegisterBack", .matters, .coordinators,
    Bilingual("撤回导入：事项全部撤销，或一项也不撤销", "Take an import back: all of its matters are cancelled, or none"),
    body: .json([Property("reason", .words(500))]), answers: Wires.registerImport
  ) { call in
    let id = try call.id("import", of: OperationTag.self)
    _ = try await call.perform(GiveRegisterBack(imported: id, reason: call.fields.words("reason")))
    return Reply(try await call.registerImport(id))
  },
]

/// A register that waits, or one that came in.
struct RegisterStand: Sendable {
  let id: OperationID
  let review: RegisterReview?
  let taken: RegisterImportSheet?
}

extension APICall {
  fileprivate func registerImport(_ id: OperationID) async throws(Refusal) -> RegisterStand {
    if let review = try await office.registerReview(id) { return RegisterStand(id: id, review: review, taken: nil) }
    return RegisterStand(id: id, review: nil, taken: try standing(try await office.registerImport(id)))
  }

  fileprivate var options: RegisterOptions {
    RegisterOptions(
      sheet: fields.number("sheet") ?? 0,
      columns: fields.objects("columns").compactMap { line in
        line.number("place").map { ColumnChoice(place: $0, column: line.choice("column")) }
      }, issued: fields.day("issued"), year: fields.number("year"),
      field: fields.choice("field") ?? .productionSafety)
  }
}
