import Ground
import HTTPTypes
import Hummingbird
import Operations

/// The calendar that an officer's phone subscribes to. The secret in the address opens this feed and nothing else.
let feedRoutes: [Route] = [
  .get("/calendar/:feed", .everybody) { visit in
    let name = visit.parameters.get("feed") ?? ""
    let secret = name.hasSuffix(".ics") ? String(name.dropLast(4)) : name
    let feed = try await visit.office.calendarFeed(
      secret, address: visit.site, limit: visit.desk.settings.requestsPerMinute, visit.locale.language)
    return Response(
      status: .ok, headers: [.contentType: "text/calendar; charset=utf-8", .cacheControl: "private, max-age=900"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try found(feed))))
  }
]

extension Visit {
  /// The site's address as the request names it, e.g. `https://bihuan.example`.
  var site: String {
    siteAddress(request.head.authority, isBehindHTTPS: desk.settings.isBehindHTTPS)
  }
}

/// Of the host that a request names, nothing is taken but what a host may hold.
func siteAddress(_ authority: String?, isBehindHTTPS: Bool) -> String {
  let host = (authority ?? "").filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-.:[]".contains($0)) }
  return "\(isBehindHTTPS ? "https" : "http")://\(host)"
}
