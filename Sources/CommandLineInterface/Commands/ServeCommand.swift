// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import WebInterface
import Wording

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Open a page on which a scenario is edited, moved with sliders and compared at once.",
    discussion: """
      The page is served to this computer alone (127.0.0.1) and needs no network. The address that is \
      printed holds a key, which becomes a cookie when it is opened. Given a folder, or nothing, the page \
      begins with the folder's scenarios, a template or a history. A state that somebody has copied out \
      of the page's address, '#set=…', is opened with --state. Ctrl-C ends it; edits that were not saved \
      lie beside the file, as .NAME.edits.
      """)

  @Argument(help: "A scenario file, or a folder of them. Default: the folder you are in.")
  var path: String?

  @Option(
    parsing: .unconditional, help: "Port on 127.0.0.1; 0 takes a free one. Default: 8484.")
  var port: UInt16 = 8484

  @Flag(name: .customLong("no-browser"), help: "Print the address and open no browser.")
  var staysClosed = false

  @Option(parsing: .unconditional, help: "A state from a page's address, from the # on.")
  var state: String?

  @Option(
    parsing: .unconditional, help: "Threads; the results do not depend on it. Default: all cores.")
  var threads: Int?

  @Option(
    name: .customLong("limit-memory"), parsing: .unconditional,
    help: "GB that a run may be estimated to need; a larger one is refused at once. Default: 4.")
  var gigabytes: Double?

  @Option(name: .customLong("lang"), help: "Language of the page: en or zh.")
  var language: Language = .english

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads", found: threads, allowed: "1 to 1024")
    }
    if let gigabytes, !(0.1...1_000_000).contains(gigabytes) {
      throw ValidationError("--limit-memory", found: gigabytes, allowed: "0.1 to 1000000")
    }
  }

  func run() async throws {
    let server = try PageServer(
      path ?? ".",
      PageServer.Options(
        language: language, port: port, version: ProductVersion.text,
        threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
        memoryLimit: gigabytes.map { $0 * 1e9 } ?? RunLoad.memoryLimit))
    EndingSignals.end(instead: { Task { await server.stop() } })
    let (opens, language, fragment) = (!staysClosed, language, fragment)
    try await server.run { address in
      let whole = address + fragment
      try? emit(
        Localized(
          en: "\(whole)\nOpen this address in your browser; Ctrl-C ends the page.",
          zh: "\(whole)\n请在浏览器中打开此地址；按 Ctrl-C 结束。")[language])
      if opens { Browser.open(whole) }
    }
  }

  private var fragment: String {
    guard let state, !state.isEmpty else { return "" }
    let plain = state.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    let text = String(String.UnicodeScalarView(plain))
    return text.hasPrefix("#") ? text : "#" + text
  }
}

/// The user's own browser, where there is one.
private enum Browser {
  static func open(_ address: String) {
    #if os(macOS)
      let programs = ["/usr/bin/open"]
    #else
      let environment = ProcessInfo.processInfo.environment
      guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else { return }
      let programs = ["/usr/bin/xdg-open", "/usr/local/bin/xdg-open"]
    #endif
    guard let program = programs.first(where: FileManager.default.isExecutableFile) else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [address]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // Without a browser the printed address is enough.
    try? process.run()
  }
}
