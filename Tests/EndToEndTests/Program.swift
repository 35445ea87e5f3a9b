// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The built program, run as its users run it.
enum Program {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func run(_ arguments: String...) throws -> Result { try run(arguments) }

  /// - Parameters:
  ///   - output: Where the standard output goes; nil for a file that is read afterwards.
  ///   - seconds: Of a processor, after which the system kills the program.
  static func run(
    _ arguments: [String], into output: FileHandle? = nil, seconds: Int? = nil
  ) throws -> Result {
    let folder = try Folder()
    let process = try process(arguments)
    if let seconds, let program = process.executableURL {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments =
        ["-c", "ulimit -t \(seconds); exec \"$0\" \"$@\"", program.path] + arguments
    }
    // Files, not pipes: a full pipe that nobody reads would stop the program.
    for name in ["output", "errors"] {
      _ = FileManager.default.createFile(atPath: folder.path(name), contents: nil)
    }
    process.standardOutput = try output ?? FileHandle(forWritingTo: folder.url("output"))
    process.standardError = try FileHandle(forWritingTo: folder.url("errors"))
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try folder.text("output"),
      errors: try folder.text("errors"))
  }

  /// Starts the program without waiting for its end; what it prints is dropped.
  static func start(_ arguments: [String]) throws -> Process {
    let process = try process(arguments)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func process(_ arguments: [String]) throws -> Process {
    let places = ["release", "debug"].map { root.appending(path: ".build/\($0)/inquiry") }
    let process = Process()
    let built = try #require(
      places.first { FileManager.default.isExecutableFile(atPath: $0.path) },
      "build the program first: make build")
    process.executableURL = built
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    return process
  }
}

/// A folder of its own that goes with its last user.
final class Folder {
  private let place: URL

  init() throws {
    place = FileManager.default.temporaryDirectory.appending(path: "inquiry-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: place) }

  func url(_ name: String) -> URL { place.appending(path: name) }
  func path(_ name: String) -> String { url(name).path }
  func text(_ name: String) throws -> String {
    try String(contentsOf: url(name), encoding: .utf8)
  }
  func data(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }
  func names(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try text.write(to: url(name), atomically: true, encoding: .utf8)
    return path(name)
  }

  /// Rows of a CSV file without quoted line breaks, by column name.
  func rows(_ name: String) throws -> [[String: String]] {
    let lines = try text(name).split(separator: "\r\n").map { Self.cells(String($0)) }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
