// Hands in evidence without end and says each operation once it is answered, until it is killed. Run by RecordTests.
import Glibc
import Ground
import Matters
import Operations

let words = CommandLine.arguments
let premises = Premises(
  data: words[1], database: words[2] == "-" ? nil : words[2], resources: words[3], district: DistrictID(words[4]))
let matter = MatterID(trusted: words[5])
let office = try await premises.open()

try await withThrowingTaskGroup(of: Void.self) { group in
  for writer in 0..<4 {
    group.addTask {
      while true {
        let operation = office.newOperation()
        let evidence = try office.evidence.store(
          Array("\(writer) \(operation)".utf8), name: "记录.txt", note: nil, type: "text/plain",
          id: EvidenceID(trusted: office.newIdentifier()), salt: office.secret(count: 16))
        _ = try await office.perform(
          AddEvidence(matter: matter, seen: nil, evidence: evidence, onBehalf: nil, sent: evidence.digest),
          by: .officer(OfficerID(trusted: "xiaofang.ban")), operation: operation)
        print("\(operation) \(evidence.digest)")
        // Unbuffered, so that what was answered is known to the reader of the pipe.
        fflush(nil)
      }
    }
  }
  try await group.waitForAll()
}
