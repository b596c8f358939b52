import Inspections
import Operations

/// How a site is served.
package struct SiteSettings: Sendable {
  package var host: String
  /// 0 lets the system choose one.
  package var port: Int
  /// Behind https the cookies are sent over https only.
  package var isBehindHTTPS: Bool
  /// A proxy in front tells who asks in `X-Forwarded-For`; otherwise that header is a stranger's claim.
  package var trustsProxy: Bool
  package var connectionLimit = 2000
  /// How many requests a minute one API token may send.
  package var requestsPerMinute = 600
  /// How long after one round of the postman the next follows.
  package var postPause = Duration.seconds(60)
  /// Whether the site renews the office's lease, ends when it is lost, and sends the postman round.
  package var keepsLease = false
  /// How long after one renewal the next follows: a third of the lease, so that two may fail.
  package var leasePause = Duration.milliseconds(ServerLease.length / 3)
  /// Between two rounds that take the steps of due days.
  package var roundPause = Duration.seconds(600)
  package var map = MapSettings.bare
  /// Where the distribution's package of Leaflet lies.
  package var leaflet = "/usr/share/javascript/leaflet"
  /// What the terminal shows while nobody can log in yet; whoever types it sets the district up.
  package var setupCode: String?

  package init(host: String = "127.0.0.1", port: Int = 8080, isBehindHTTPS: Bool = false, trustsProxy: Bool = false) {
    (self.host, self.port, self.isBehindHTTPS, self.trustsProxy) = (host, port, isBehindHTTPS, trustsProxy)
  }
}

/// How much a request may hold.
enum SizeLimit {
  static let strangersForm = 64 << 10
  static let form = 1 << 20
  /// What goes through a login: the longest text of a form, each byte of it as three.
  static let keptForm = 512 << 10
  /// The largest evidence file and the form around it.
  static let upload = 21 << 20
  /// All pictures of an inspection and the form around them.
  static let pictures = (InspectionLimit.pictureSize + 1) << 20
  /// An inspection's form has up to ten fields for each item of its checklist, of which there are at most two hundred.
  static let fields = 2400
}
