// SPDX-License-Identifier: GPL-3.0-or-later

import FlyingFox
import FlyingSocks
import Foundation
package import Wording

/// The page on this computer: a server for its own browser alone.
package actor PageServer {
  /// How it is served.
  package struct Options: Sendable {
    package var language: Language
    /// 0 takes a free one.
    package var port: UInt16
    /// The program's version, for reports.
    package var version: String
    package var threads: Int
    package var memoryLimit: Double

    package init(
      language: Language, port: UInt16, version: String, threads: Int, memoryLimit: Double
    ) {
      self.language = language
      self.port = port
      self.version = version
      self.threads = threads
      self.memoryLimit = memoryLimit
    }
  }

  private let folder: ServedFolder
  private let options: Options
  private var server: HTTPServer?

  /// - Parameter path: A scenario file or a folder.
  package init(_ path: String, _ options: Options) throws(ServeProblem) {
    folder = try ServedFolder(path)
    self.options = options
  }

  /// Serves until it is stopped.
  ///
  /// - Parameter isReady: Given the address to open, which holds the key.
  package func run(_ isReady: @escaping @Sendable (String) -> Void) async throws {
    let port = options.port == 0 ? try Self.freePort() : options.port
    let gate = Gate(port: port)
    let uploads = Uploads()
    defer { uploads.removeAll() }
    let handler = PageHandler(
      gate: gate, routes: PageRoutes(ScenarioStore(folder), options, uploads),
      language: options.language)
    let server = HTTPServer(
      config: HTTPServer.Configuration(
        address: try .inet(ip4: "127.0.0.1", port: port), timeout: 600,
        sharedRequestReplaySize: 0, logger: .disabled),
      handler: handler)
    self.server = server
    async let isOver: Void = Self.serve(server, port)
    do {
      try await server.waitUntilListening()
      isReady("http://127.0.0.1:\(port)/?token=\(gate.token)")
    } catch {
      // What the server itself says of it is the reason.
      try await isOver
      throw error
    }
    try await isOver
  }

  /// Ends the server; `run` then returns.
  package func stop() async {
    await server?.stop(timeout: 1)
    server = nil
  }

  private static func serve(_ server: HTTPServer, _ port: UInt16) async throws {
    do {
      try await server.run()
    } catch let error as SocketError {
      switch error {
      case .failed(_, let code, let message):
        if code == EADDRINUSE { throw ServeProblem.portInUse(port) }
        throw ServeProblem.portRefused(port, message)
      // So it ends when it is stopped.
      case .disconnected, .blocked, .timeout, .unsupportedAddress: return
      }
    } catch is CancellationError {
      return
    }
  }

  /// A port that nobody listens on at this moment.
  private static func freePort() throws -> UInt16 {
    let socket = try Socket(domain: Int32(AF_INET))
    defer { try? socket.close() }
    try socket.bind(to: .inet(ip4: "127.0.0.1", port: 0))
    guard case .ip4(_, let port) = try socket.sockname() else { return 0 }
    return port
  }
}
