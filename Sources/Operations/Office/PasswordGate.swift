import CArgon2
import Dispatch
import Ground

/// Hashes and checks passwords by Argon2id (RFC 9106), at most two at once, on threads of its own.
package final class PasswordGate: Sendable {
  /// RFC 9106 §4, second recommended option: 64 MiB, three passes, four lanes.
  private let passes: UInt32 = 3
  private let memory: UInt32 = 65_536
  private let lanes: UInt32 = 4
  private let queues = [DispatchQueue(label: "bihuan.password.0"), DispatchQueue(label: "bihuan.password.1")]
  private let turn = Turn()

  package init() {}

  /// The PHC string of a password. `salt` is 16 bytes.
  package func hash(_ password: String, salt: [UInt8]) async -> String {
    await run { [passes, memory, lanes] in
      let bytes = Array(password.utf8)
      var encoded = [CChar](repeating: 0, count: 256)
      let code = argon2id_hash_encoded(
        passes, memory, lanes, bytes, bytes.count, salt, salt.count, 32, &encoded, encoded.count)
      precondition(code == ARGON2_OK.rawValue, "Argon2 refused its own parameters")
      return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// Whether the password is the one that the PHC string was made from.
  package func verify(_ password: String, against encoded: String) async -> Bool {
    await run {
      let bytes = Array(password.utf8)
      return argon2id_verify(encoded, bytes, bytes.count) == ARGON2_OK.rawValue
    }
  }

  private func run<Answer: Sendable>(_ work: @escaping @Sendable () -> Answer) async -> Answer {
    let queue = queues[await turn.next()]
    return await withCheckedContinuation { answer in queue.async { answer.resume(returning: work()) } }
  }

  private actor Turn {
    private var count = 0

    func next() -> Int {
      count += 1
      return count % 2
    }
  }
}
