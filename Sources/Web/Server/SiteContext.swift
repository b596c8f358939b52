package import Hummingbird

/// What the server knows of a request before it is read.
package struct SiteContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// Nil where no network is between, as in tests.
  package let remoteAddress: String?

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    remoteAddress = source.channel.remoteAddress?.ipAddress
  }
}
