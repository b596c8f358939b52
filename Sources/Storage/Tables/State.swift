import Ledger

/// The JSON in which read tables keep a value whole.
enum State {
  static func encode(_ value: some Encodable) throws(StorageError) -> String {
    do throws(FactError) { return try StateJSON.encode(value) } catch {
      throw StorageError(.unexpectedValue, "state: \(error.path): \(error.reason)")
    }
  }

  static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws(StorageError) -> Value {
    do throws(FactError) { return try StateJSON.decode(type, from: json) } catch {
      throw StorageError(.corrupt, "state: \(error.path): \(error.reason)")
    }
  }
}
