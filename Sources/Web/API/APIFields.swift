import Ground
import Operations

/// What came in a body, once it has the shape that its route declares; a handler can only ask for what is declared.
struct APIFields: Sendable {
  private let declared: [Property]
  private let values: JSON
  let files: [String: SubmittedForm.UploadedFile]

  /// Whether the body was a form with an object in one of its parts.
  var isForm: Bool { declared.contains { if case .object = $0.shape { true } else { false } } }

  static let none = APIFields(declared: [], values: [:], files: [:])

  private init(declared: [Property], values: JSON, files: [String: SubmittedForm.UploadedFile]) {
    (self.declared, self.values, self.files) = (declared, values, files)
  }

  init(_ properties: [Property], json body: JSON) throws(Refusal) {
    let problems = Shape.object(properties).problems(of: body, at: "")
    guard problems.isEmpty else { throw Refusal(problems) }
    self.init(declared: properties, values: body, files: [:])
  }

  /// A form's fields are texts; a list is a field that comes several times.
  init(_ properties: [Property], form: SubmittedForm) throws(Refusal) {
    let files = Set(properties.filter { if case .file = $0.shape { true } else { false } }.map(\.name))
    // A part that holds an object is written as JSON, which is what such a part is unless it says otherwise (OpenAPI 3.1).
    let objects = Set(properties.filter { if case .object = $0.shape { true } else { false } }.map(\.name))
    var members: [(String, JSON?)] = []
    for (name, values) in form.values.sorted(by: { $0.key < $1.key }) where !files.contains(name) {
      if objects.contains(name), values.count == 1 {
        members.append((name, try JSON.read(Array(values[0].utf8))))
      } else {
        members.append((name, values.count == 1 ? .text(values[0]) : .list(values.map { .text($0) })))
      }
    }
    var problems = Shape.object(properties.filter { !files.contains($0.name) })
      .problems(of: JSON(members: members), at: "")
    for property in properties where files.contains(property.name) && property.isRequired {
      if form.files[property.name] == nil {
        problems.append(Problem(.memberMissing, at: property.name, ["place": property.name]))
      }
    }
    for name in form.files.keys.sorted() where !files.contains(name) {
      problems.append(Problem(.memberUnknown, at: name, ["place": name]))
    }
    guard problems.isEmpty else { throw Refusal(problems) }
    self.init(
      declared: properties, values: JSON(members: members), files: form.files)
  }

  private subscript(name: String) -> JSON? {
    precondition(declared.contains { $0.name == name }, "a handler asks for \(name), which its route does not declare")
    guard let value = values[name], value != .null else { return nil }
    return value
  }

  private func inside(_ name: String) -> [Property] {
    guard case .list(.object(let properties), _)? = declared.first(where: { $0.name == name })?.shape else { return [] }
    return properties
  }

  /// The part that holds one object, where the body is a form; its own fields where it is JSON.
  func part(_ name: String) -> APIFields {
    guard case .object(let properties)? = declared.first(where: { $0.name == name })?.shape else { return self }
    return APIFields(declared: properties, values: values[name] ?? [:], files: files)
  }

  /// Whether the request says anything of it.
  func holds(_ name: String) -> Bool { self[name] != nil }

  /// The objects of a list; each may be asked for the members that its shape declares.
  func objects(_ name: String) -> [APIFields] {
    guard case .list(let items)? = self[name] else { return [] }
    return items.map { APIFields(declared: inside(name), values: $0, files: [:]) }
  }

  func text(_ name: String) -> String? {
    guard case .text(let text)? = self[name] else { return nil }
    return text
  }

  func words(_ name: String) -> Words { Words(text(name) ?? "") }

  func flag(_ name: String) -> Bool { self[name] == .flag(true) || self[name] == .text("true") }

  func number(_ name: String) -> Int? { if case .int(let number)? = self[name] { number } else { nil } }

  func numbers(_ name: String) -> [Int] {
    guard case .list(let items)? = self[name] else { return [] }
    return items.compactMap { if case .int(let number) = $0 { number } else { nil } }
  }

  func day(_ name: String) -> CivilDate? { text(name).flatMap { CivilDate($0) } }

  func id<Owner>(_ name: String, of: Owner.Type = Owner.self) -> Identifier<Owner>? {
    text(name).flatMap(Identifier<Owner>.init)
  }

  func ids<Owner>(_ name: String, of: Owner.Type = Owner.self) -> [Identifier<Owner>] {
    texts(name).compactMap(Identifier<Owner>.init)
  }

  func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice? { text(name).flatMap(Choice.init) }

  func choices<Choice: RawRepresentable<String>>(_ name: String) -> [Choice] { texts(name).compactMap(Choice.init) }

  func texts(_ name: String) -> [String] {
    switch self[name] {
    case .text(let text)?: return [text]
    case .list(let items)?:
      return items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    default: return []
    }
  }
}
