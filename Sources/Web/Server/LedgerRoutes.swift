import Ground
import HTTPTypes
import Hummingbird
import Ledger
import Operations

/// The ledger's page, and what outsiders verify it with (C2SP tlog-tiles). Tiles hold only salted hashes.
let ledgerRoutes: [Route] = [
  .get("/ledger", .officers) { visit in
    visit.page(ledgerPage(try await visit.office.ledgerStand(), visit.viewer(), visit.locale))
  },
  .get("/ledger/checkpoint", .everybody) { visit in
    .text(try found(try await visit.office.latestCheckpoint()))
  },
  .get("/ledger/key", .everybody) { visit in .text(try await visit.office.verifierKey() + "\n") },
  .get("/ledger/tile/**", .everybody) { visit in
    let path = try found(TilePath(String(visit.request.uri.path.dropFirst("/ledger/".count))))
    let bytes = try found(try await visit.office.tile(path))
    // A tile never changes: a wider one has another address.
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/octet-stream", .cacheControl: "public, max-age=31536000, immutable",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  },
]
