// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// One file that a user named for results, written whole or not at all.
///
/// It is checked when it is named, before the work: its folder must be there, and what stands in its
/// place must be an ordinary file that may be replaced.
package struct OutputFile: Sendable {
  package let path: String
  private let folder: OutputFolder
  private let name: String

  /// - Parameters:
  ///   - replaces: Whether a file that holds something may be replaced; an empty one always may.
  ///   - inputs: Files that the command reads, which are never replaced.
  package init(
    path: String, replaces: Bool, sparing inputs: [String] = []
  ) throws(OutputError) {
    self.path = path
    let cut = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    name = String(path[cut...])
    // Without the last slash, but for the root.
    let above = path[..<cut]
    let parent = above.isEmpty ? "." : above.count > 1 ? String(above.dropLast()) : String(above)
    guard OutputFolder.isFolder(parent), !path.isEmpty else {
      throw OutputError(path: path, reason: .noFolder)
    }
    guard !name.isEmpty else { throw OutputError(path: path, reason: .isAFolder) }
    folder = OutputFolder(of: parent, sparing: inputs)
    do throws(OutputError) {
      try folder.check(name)
    } catch {
      throw OutputError(path: path, reason: error.reason)
    }
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw OutputError.last(path)
    }
    guard replaces || status.st_size == 0 else { throw OutputError(path: path, reason: .exists) }
  }

  /// Writes this file and others beside it in the same folder, all of them or none.
  package func write(
    _ text: String, with others: [(file: OutputFile, text: String)]
  ) throws(OutputError) {
    try folder.write(all: others.map { ($0.file.name, $0.text) } + [(name, text)])
  }

  package func write(_ text: String) throws(OutputError) {
    try write { (stream: inout FileWriter) throws(OutputError) in try stream.write(text) }
  }

  /// Where it belongs, in the words of its folder.
  var target: String { folder.place(of: name) }

  /// Begins the file beside its place.
  func begin() throws(OutputError) -> PartialFile { try folder.begin(name) }

  /// Puts a finished file into its place.
  func publish(_ file: (path: String, target: String)) throws(OutputError) {
    guard UnfinishedFiles.finish(file.path, as: file.target) else {
      let error = OutputError.last(path)
      UnfinishedFiles.remove(file.path)
      throw error
    }
  }

  /// Lets somebody else make the file beside its place, to the last byte, and puts it there.
  package func make(_ body: (String) throws(OutputError) -> Void) throws(OutputError) {
    do throws(OutputError) {
      try folder.make(name, body)
    } catch {
      throw OutputError(path: path, reason: error.reason)
    }
  }

  /// Writes the file piece by piece; whatever `body` or the disk refuses, no part of it appears.
  package func write(
    _ body: (inout FileWriter) throws(OutputError) -> Void
  ) throws(OutputError) {
    do throws(OutputError) {
      try folder.write(name, body)
    } catch {
      throw OutputError(path: path, reason: error.reason)
    }
  }
}
