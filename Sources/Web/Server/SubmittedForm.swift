import Directory
import Ground
import Operations

/// A form as it came, read and bounded: each field's values, and the files.
struct SubmittedForm: Sendable {
  private(set) var values: [String: [String]] = [:]
  /// A field may bring several; they come in the order in which they were chosen.
  private(set) var uploads: [String: [UploadedFile]] = [:]

  /// The last of each field, where one is asked for.
  var files: [String: UploadedFile] { uploads.compactMapValues(\.last) }

  struct UploadedFile: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  /// Whether the form came through the door at all.
  var isGenuine: Bool { values["csrf"] != nil }

  mutating func add(_ name: [UInt8], _ value: [UInt8]) throws(Refusal) {
    let name = try SubmittedForm.text(name, field: "?")
    let value = try SubmittedForm.text(value, field: name)
    // Browsers send line ends as CR LF (HTML §4.10.22.4).
    values[name, default: []].append(
      value.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n"))
  }

  mutating func add(file name: [UInt8], called fileName: [UInt8], _ bytes: [UInt8]) throws(Refusal) {
    let name = try SubmittedForm.text(name, field: "?")
    let fileName = try SubmittedForm.text(fileName, field: name)
    // A form sent without a choice holds one empty file without a name.
    guard !fileName.isEmpty || !bytes.isEmpty else { return }
    let last = fileName.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? "file"
    uploads[name, default: []].append(UploadedFile(name: String(last.prefix(200)), bytes: bytes))
  }

  private static func text(_ bytes: [UInt8], field: String) throws(Refusal) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(.fieldNotText, at: field, ["field": field])
    }
    guard !bytes.contains(0) else { throw Refusal(.textWithNul, at: field) }
    return text
  }
}

extension SubmittedForm {
  /// What was typed, for the page that shows it again; the id of the form is the end of its operation id.
  var typed: TypedForm? {
    guard let operation = values["op"]?.first, let dot = operation.firstIndex(of: ".") else { return nil }
    return TypedForm(form: String(operation[operation.index(after: dot)...]), values: values)
  }

  /// One field, its blanks at both ends dropped; empty where it did not come.
  func text(_ name: String) -> String {
    let text = values[name]?.first ?? ""
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  func required(_ name: String) throws(Refusal) -> Words {
    let text = text(name)
    guard !text.isEmpty else { throw Refusal(.fieldMissing, at: name) }
    return Words(text)
  }

  func all(_ name: String) -> [String] { (values[name] ?? []).filter { !$0.isEmpty } }

  func has(_ name: String) -> Bool { !all(name).isEmpty }

  func operation(_ part: String = "") throws(Refusal) -> OperationID {
    guard let id = OperationID(text("op") + part) else { throw Refusal(.formMalformed) }
    return id
  }

  /// The version that the page showed.
  func seen() throws(Refusal) -> Int? {
    guard has("version") else { return nil }
    guard let version = Int(text("version")) else { throw Refusal(.formMalformed) }
    return version
  }

  func id<Owner>(_ name: String, of: Owner.Type = Owner.self) throws(Refusal) -> Identifier<Owner>? {
    guard has(name) else { return nil }
    guard let id = Identifier<Owner>(text(name)) else {
      throw Refusal(.fieldUnknown, at: name, ["value": text(name)])
    }
    return id
  }

  func requiredID<Owner>(_ name: String, of: Owner.Type = Owner.self) throws(Refusal) -> Identifier<Owner> {
    guard let id = try id(name, of: Owner.self) else { throw Refusal(.fieldMissing, at: name) }
    return id
  }

  func ids<Owner>(_ name: String, of: Owner.Type = Owner.self) throws(Refusal) -> [Identifier<Owner>] {
    var ids: [Identifier<Owner>] = []
    for text in all(name) {
      guard let id = Identifier<Owner>(text) else { throw Refusal(.fieldUnknown, at: name, ["value": text]) }
      ids.append(id)
    }
    return ids
  }

  func day(_ name: String) throws(Refusal) -> CivilDate? {
    guard has(name) else { return nil }
    guard let day = CivilDate(text(name)) else { throw Refusal(.dueDayPast, at: name, ["day": text(name)]) }
    return day
  }

  func choices<Choice: RawRepresentable<String>>(_ name: String, _: Choice.Type) throws(Refusal) -> [Choice] {
    var choices: [Choice] = []
    for text in all(name) {
      guard let choice = Choice(rawValue: text) else { throw Refusal(.fieldUnknown, at: name, ["value": text]) }
      choices.append(choice)
    }
    return choices
  }

  func choice<Choice: RawRepresentable<String>>(_ name: String, _: Choice.Type) throws(Refusal) -> Choice? {
    guard has(name) else { return nil }
    guard let choice = Choice(rawValue: text(name)) else {
      throw Refusal(.fieldUnknown, at: name, ["value": text(name)])
    }
    return choice
  }
}
