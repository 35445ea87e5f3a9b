// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Another program of the system, run to its end.
enum SystemProgram {
  struct Answer {
    let status: Int32
    let output: String
    let errors: String
  }

  /// - Parameter words: Name of the program, looked for along PATH, and its arguments.
  /// - Returns: nil where there is no such program.
  static func run(_ words: [String], input: String = "") -> Answer? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    let (given, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = given
    process.standardOutput = output
    process.standardError = errors
    guard (try? process.run()) != nil else { return nil }
    given.fileHandleForWriting.write(Data(input.utf8))
    try? given.fileHandleForWriting.close()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let refused = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // The status of `env` for a program that is not there.
    guard process.terminationStatus != 127 else { return nil }
    return Answer(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: refused, as: UTF8.self))
  }
}
