import Ground
import HTTPTypes
import Hummingbird
import Operations

/// The calendar that an officer's phone subscribes to. The secret in the address opens this feed and nothing else.
let feedRoutes: [Route] = [
  .get("/calendar/:feed", .everybody) { visit in
    let name = visit.parameters.get("feed") ?? ""
    let secret = name.hasSuffix(".ics") ? String(name.dropLast(4)) : name
    let scheme = visit.desk.settings.isBehindHTTPS ? "https" : "http"
    let host = (visit.request.head.authority ?? "").filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-.:[]".contains($0))
    }
    let feed = try await visit.office.calendarFeed(
      secret, address: "\(scheme)://\(host)", limit: visit.desk.settings.requestsPerMinute, visit.locale.language)
    return Response(
      status: .ok, headers: [.contentType: "text/calendar; charset=utf-8", .cacheControl: "private, max-age=900"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try found(feed))))
  }
]
