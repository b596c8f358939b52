import Ground
package import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
package import Operations

/// The whole site over an office; `serve` runs it and tests call it.
package func site(
  office: Office, resources: Resources, settings: SiteSettings = SiteSettings(),
  onStart: @escaping @Sendable (_ port: Int) -> Void = { _ in }
) throws -> some ApplicationProtocol {
  let desk = try Desk(office: office, resources: resources, settings: settings)
  let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
  router.add(middleware: Front(desk: desk))
  for route in routes {
    router.on(RouterPath(route.path), method: route.method) { request, context in
      try await desk.answer(route, request, context)
    }
  }
  for route in apiRoutes {
    router.on(RouterPath(route.pattern), method: route.method) { request, context in
      await desk.answer(route, request, context)
    }
  }
  // A connection that says nothing for a minute is let go; past the limit, new ones wait in the system's queue.
  return Application(
    router: router,
    server: .http1(configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(60))),
    configuration: ApplicationConfiguration(
      address: .hostname(settings.host, port: settings.port),
      availableConnectionsDelegate: MaximumAvailableConnections(settings.connectionLimit)),
    services: settings.keepsLease
      ? [
        LeaseKeeper(office: office, pause: settings.leasePause),
        Rounds("bihuan.round", each: settings.roundPause) { () throws(Refusal) in _ = try await office.makeRound() },
        Rounds("bihuan.post", each: settings.postPause) { () throws(Refusal) in try await desk.postman.round() },
      ] : [],
    onServerRunning: { channel in onStart(channel.localAddress?.port ?? settings.port) },
    logger: Logger(label: "bihuan"))
}
