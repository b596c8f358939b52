import Directory
import Ground
import HTTPTypes
import Operations

/// How the ledger stands, and what others verify it with; its tiles lie at `/ledger/tile/…`.
let ledgerAPI: [APIRoute] = [
  .get(
    "/ledger", "ledger", .ledger, .officers, Bilingual("账本的长度、检查点和公钥", "The ledger's size, checkpoint and key"),
    answers: Wires.ledger
  ) { call in Reply(try await call.office.ledgerStand()) },
  .get(
    "/ledger/checkpoint", "checkpoint", .ledger, .officers,
    Bilingual("最新的签名检查点（C2SP）", "The latest signed checkpoint (C2SP)"), type: "text/plain; charset=utf-8"
  ) { call in
    let note = try standing(try await call.office.latestCheckpoint())
    return APIAnswer(Array(note.utf8), type: "text/plain; charset=utf-8")
  },
]
