/// Compact JSON for read tables: texts in the clear, any UTF-8, keys sorted, so that equal states are equal text.
///
/// Words keep both their text (`"t"`) and their seal (`"#"`).
package enum StateJSON {
  package static func encode(_ value: some Encodable) throws(FactError) -> String {
    // The tree is a fact whose codes may hold any text; it never leaves this file.
    let state = try FactNode.fact(of: value, sealing: nil)
    var writer = FactWriter(alphabet: .texts, capacity: 1024)
    try writer.write(state, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  package static func decode<T: Decodable>(_ type: T.Type, from json: String) throws(FactError) -> T {
    let state = try FactScanner.read(json.utf8, alphabet: .texts)
    return try FactReader(state, texts: nil).value()
  }
}
