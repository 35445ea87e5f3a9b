// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The folder of one run's results, in which a file appears complete or not at all.
///
/// Each file is written beside its place, synchronised, and renamed into it. The manifest goes
/// first from an older run and comes last in a new one: a folder with a manifest is a whole run.
package struct OutputFolder: Equatable, Sendable {
  package let path: String
  /// Files that are read, and must not be written over.
  private let inputs: Set<FileIdentity>

  static let manifest = "manifest.json"
  private static let suffix = ".partial"

  /// Makes the folder and those above it where they are missing.
  ///
  /// - Parameter inputs: Files that the command reads; none of them is ever replaced.
  package init(path: String, sparing inputs: [String] = []) throws(OutputError) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.inputs = Set(inputs.compactMap(FileIdentity.init))
    try Self.makeFolder(self.path)
  }

  /// Refuses a name under which an input stands.
  func check(_ name: String) throws(OutputError) {
    guard !inputs.isEmpty else { return }
    for place in [place(of: name), place(of: name) + Self.suffix] {
      if let found = FileIdentity(path: place), inputs.contains(found) {
        throw OutputError(path: place, reason: .isInput)
      }
    }
  }

  /// The place of a file in the folder.
  package func place(of name: String) -> String { path == "/" ? path + name : path + "/" + name }

  /// Removes what an earlier run left of the given files, the manifest before all others.
  ///
  /// Files with other names are never touched.
  package func clear(_ names: [String]) throws(OutputError) {
    try remove([Self.manifest] + names)
  }

  /// Removes files of the given names where they are, and no others.
  package func remove(_ names: [String]) throws(OutputError) {
    for name in names { try check(name) }
    for name in names + names.map({ $0 + Self.suffix }) {
      guard unlink(place(of: name)) == 0 || errno == ENOENT else {
        throw errno == EPERM && Self.isFolder(place(of: name))
          ? OutputError(path: place(of: name), reason: .isAFolder) : .last(place(of: name))
      }
    }
  }

  package func write(_ name: String, _ bytes: [UInt8]) throws(OutputError) {
    try write(name) { (stream: inout FileWriter) throws(OutputError) in
      try stream.write(bytes)
    }
  }

  package func write(_ name: String, _ text: String) throws(OutputError) {
    try write(name, Array(text.utf8))
  }

  /// Writes one file piece by piece; whatever `body` or the disk refuses, no part of it appears.
  package func write(
    _ name: String, _ body: (inout FileWriter) throws(OutputError) -> Void
  ) throws(OutputError) {
    try check(name)
    let target = place(of: name)
    let partial = target + Self.suffix
    // What a run that was killed left behind.
    unlink(partial)
    do throws(OutputError) {
      var stream = try FileWriter(path: partial)
      try body(&stream)
      try stream.synchronize()
    } catch {
      unlink(partial)
      throw OutputError(path: target, reason: error.reason)
    }
    guard rename(partial, target) == 0 else {
      let error = OutputError.last(target)
      unlink(partial)
      throw error
    }
  }

  private static func makeFolder(_ path: String) throws(OutputError) {
    if isFolder(path) { return }
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    if !parent.isEmpty, parent != path { try makeFolder(parent) }
    guard mkdir(path, 0o755) == 0 || (errno == EEXIST && isFolder(path)) else {
      throw OutputError.last(path)
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
