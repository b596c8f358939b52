import CCurl

/// How long a sending may take, in milliseconds.
package struct TransferLimits: Hashable, Sendable {
  /// Until the connection stands, encryption included.
  package let connecting: Int
  /// From beginning to end.
  package let total: Int

  package init(connecting: Int, total: Int) { (self.connecting, self.total) = (connecting, total) }

  package static let standard = TransferLimits(connecting: 10_000, total: 30_000)
}

/// One exchange through libcurl's easy interface. It blocks its thread.
struct Transfer: ~Copyable {
  struct Result {
    let code: CURLcode
    /// The HTTP status or the mail server's last reply; 0 where none came.
    let response: Int
    /// At most 64 KB.
    let body: [UInt8]
    let isTooLong: Bool
    /// Whether some of the mail's content went out.
    let hasUploaded: Bool
  }

  /// What the C callbacks read and write.
  private struct Exchange {
    var upload: [UInt8] = []
    var sent = 0
    var body: [UInt8] = []
    var isTooLong = false
    let end: ContinuousClock.Instant
  }

  /// In bytes.
  static let bodyLimit = 64 * 1024

  /// libcurl prepares itself once for the process, whichever thread comes first.
  private static let hasStarted = ccurl_start() == CURLE_OK

  private let easy: UnsafeMutableRawPointer
  private var lists: [UnsafeMutablePointer<curl_slist>] = []
  private var upload: [UInt8] = []
  private let total: Duration
  /// The first option that libcurl would not take: it lacks the protocol, or memory.
  private var refused = CURLE_OK

  /// nil where libcurl cannot be started, for want of memory.
  ///
  /// - Parameter protocols: the only ones that are spoken, e.g. `https`.
  init?(url: String, protocols: String, caFile: String?, limits: TransferLimits) {
    guard Transfer.hasStarted, let easy = curl_easy_init() else { return nil }
    self.easy = easy
    total = .milliseconds(limits.total)
    set(CURLOPT_URL, url)
    set(CURLOPT_PROTOCOLS_STR, protocols)
    // No signals in a program of many threads; no proxy out of the environment.
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_PROXY, "")
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_CONNECTTIMEOUT_MS, limits.connecting)
    set(CURLOPT_TIMEOUT_MS, limits.total)
    // The connection ends with the exchange, under its watch, and not with the handle.
    set(CURLOPT_FORBID_REUSE, 1)
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let caFile { set(CURLOPT_CAINFO, caFile) }
  }

  deinit {
    curl_easy_cleanup(easy)
    for list in lists { curl_slist_free_all(list) }
  }

  mutating func set(_ option: CURLoption, _ value: String) { check(ccurl_set_text(easy, option, value)) }

  mutating func set(_ option: CURLoption, _ value: Int) { check(ccurl_set_number(easy, option, value)) }

  mutating func set(_ option: CURLoption, _ values: [String]) {
    let list = values.reduce(nil) { curl_slist_append($0, $1) }
    guard let list else { return check(CURLE_OUT_OF_MEMORY) }
    lists.append(list)
    check(ccurl_set_list(easy, option, list))
  }

  /// Posts the bytes.
  mutating func post(_ bytes: [UInt8]) { check(ccurl_set_body(easy, bytes, bytes.count)) }

  /// Sends the bytes as the mail's content.
  mutating func send(_ bytes: [UInt8]) {
    set(CURLOPT_UPLOAD, 1)
    upload = bytes
  }

  consuming func perform() -> Result {
    var exchange = Exchange(upload: upload, end: .now + total)
    let code = withUnsafeMutablePointer(to: &exchange) { exchange in
      check(ccurl_set_reader(easy, Transfer.reader, exchange))
      check(ccurl_set_writer(easy, Transfer.writer, exchange))
      check(ccurl_set_watch(easy, Transfer.watch, exchange))
      return refused == CURLE_OK ? curl_easy_perform(easy) : refused
    }
    return Result(
      code: code, response: ccurl_response_code(easy), body: exchange.body, isTooLong: exchange.isTooLong,
      hasUploaded: exchange.sent > 0)
  }

  private mutating func check(_ code: CURLcode) {
    if refused == CURLE_OK { refused = code }
  }

  private static let reader: curl_read_callback = { buffer, size, count, context in
    guard let buffer, let exchange = context?.assumingMemoryBound(to: Exchange.self) else { return 0 }
    let from = exchange.pointee.sent
    let taken = min(size * count, exchange.pointee.upload.count - from)
    exchange.pointee.upload.withUnsafeBytes { source in
      UnsafeMutableRawBufferPointer(start: buffer, count: taken).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: source[from..<from + taken]))
    }
    exchange.pointee.sent += taken
    return taken
  }

  /// Taking less than was offered ends the transfer.
  private static let writer: curl_write_callback = { buffer, size, count, context in
    guard let buffer, let exchange = context?.assumingMemoryBound(to: Exchange.self) else { return 0 }
    let offered = UnsafeRawBufferPointer(start: buffer, count: size * count)
    guard exchange.pointee.body.count + offered.count <= Transfer.bodyLimit else {
      exchange.pointee.isTooLong = true
      return 0
    }
    exchange.pointee.body.append(contentsOf: offered)
    return offered.count
  }

  /// CURLOPT_TIMEOUT does not hold for the answer to a mail's QUIT, which libcurl would await for two minutes.
  private static let watch: curl_xferinfo_callback = { context, _, _, _, _ in
    guard let exchange = context?.assumingMemoryBound(to: Exchange.self) else { return 1 }
    return ContinuousClock.now < exchange.pointee.end ? 0 : 1
  }
}
