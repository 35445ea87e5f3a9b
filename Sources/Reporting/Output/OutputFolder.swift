// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// The folder of one run's results, in which a file appears complete or not at all.
///
/// Each file is written beside its place, synchronised, and renamed into it; those of a run all at
/// once (`FileList`). The manifest goes first from an older run and comes last in a new one: a folder
/// with a manifest is a whole run.
/// While the value lives, the folder is locked: no second run writes into it.
package struct OutputFolder: Sendable {
  package let path: String
  /// Files that are read, and must not be written over.
  private let inputs: Set<FileIdentity>
  private let lock: FolderLock?

  package static let manifest = "manifest.json"

  /// Makes the folder and those above it where they are missing, and locks it.
  ///
  /// - Parameters:
  ///   - inputs: Files that the command reads; none of them is ever replaced.
  ///   - names: Files that the run may write or remove: what stands in their way is refused at once,
  ///     not when the run is over.
  /// - Throws: `OutputError`, with the reason `inUse` where another run holds the folder.
  package init(
    path: String, sparing inputs: [String] = [], for names: [String] = []
  ) throws(OutputError) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    try Self.makeFolder(path)
    self.path = path
    self.inputs = Set(inputs.compactMap(FileIdentity.init))
    lock = try FolderLock(folder: path)
    for name in TableFormats.names(of: names) { try check(name) }
  }

  /// The folder of one file, which must be there and is not locked.
  init(of path: String, sparing inputs: [String]) {
    self.path = path
    self.inputs = Set(inputs.compactMap(FileIdentity.init))
    lock = nil
  }

  /// Refuses a name under which an input stands, or something else than an ordinary file.
  func check(_ name: String) throws(OutputError) {
    let place = place(of: name)
    if !inputs.isEmpty, let found = FileIdentity(path: place), inputs.contains(found) {
      throw OutputError(path: place, reason: .isInput)
    }
    var status = stat()
    guard lstat(place, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw OutputError(path: place, reason: .isAFolder)
    default: throw OutputError(path: place, reason: .notAFile)
    }
  }

  /// The place of a file in the folder.
  package func place(of name: String) -> String { path == "/" ? path + name : path + "/" + name }

  /// Puts written files into their places, all of them or none, and removes what an earlier run has
  /// left of the others that a run may write, with what a killed run left half-written.
  ///
  /// - Parameters:
  ///   - files: The last of them tells that all are whole.
  ///   - names: All files that a run may write; files with other names are never touched.
  func publish(
    _ files: [(path: String, target: String)], replacing names: [String]
  ) throws(OutputError) {
    let written = Set(files.map(\.target))
    let ours = Set(files.map(\.path))
    for name in names { try check(name) }
    let stale = (names + leftovers(of: Set(names))).map(place).filter {
      !written.contains($0) && !ours.contains($0)
    }
    if let refused = UnfinishedFiles.finish(all: files, removing: stale) { throw .last(refused) }
  }

  /// Half-written files of the given names: `NAME.` and eight characters and the suffix, and second
  /// names of files that were to be replaced.
  private func leftovers(of names: Set<String>) -> [String] {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return found.filter { name in
      let name =
        name.hasSuffix(UnfinishedFiles.former)
        ? String(name.dropLast(UnfinishedFiles.former.count)) : name
      return PartialFile.finalName(of: name).map(names.contains) ?? false
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
  ///
  /// A file that is replaced keeps its access rights.
  package func write(
    _ name: String, _ body: (inout FileWriter) throws(OutputError) -> Void
  ) throws(OutputError) {
    let target = place(of: name)
    let partial = try prepare(name, body)
    guard UnfinishedFiles.finish(partial, as: target) else {
      let error = OutputError.last(target)
      UnfinishedFiles.remove(partial)
      throw error
    }
  }

  /// Lets `body` make a file that must not exist yet beside its place, and puts it there.
  func make(_ name: String, _ body: (String) throws(OutputError) -> Void) throws(OutputError) {
    try check(name)
    let target = place(of: name)
    let partial = PartialFile.path(beside: target)
    UnfinishedFiles.add(partial)
    do throws(OutputError) {
      try body(partial)
      try Self.synchronize(partial, for: target)
      guard UnfinishedFiles.finish(partial, as: target) else { throw OutputError.last(target) }
    } catch {
      UnfinishedFiles.remove(partial)
      throw error
    }
  }

  /// Waits until a file that somebody else has written is on the disk.
  static func synchronize(_ path: String, for target: String) throws(OutputError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError.last(target) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw OutputError.last(target) }
  }

  /// Adds to a file at once and for good, so that what was added outlives the run; the file is made
  /// where it is missing.
  func append(_ bytes: [UInt8], to name: String) throws(OutputError) {
    try check(name)
    let target = place(of: name)
    let descriptor = open(target, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .last(target) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, named: target)
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last(target) }
  }

  /// Writes several files, all of them or none.
  func write(all files: [(name: String, text: String)]) throws(OutputError) {
    var prepared: [(path: String, target: String)] = []
    defer { for file in prepared { UnfinishedFiles.remove(file.path) } }
    for file in files {
      let partial = try prepare(file.name) { (stream: inout FileWriter) throws(OutputError) in
        try stream.write(file.text)
      }
      prepared.append((partial, place(of: file.name)))
    }
    if let refused = UnfinishedFiles.finish(all: prepared) { throw .last(refused) }
  }

  /// Writes a file beside its place, to the last byte.
  ///
  /// - Returns: Where it is.
  func prepare(
    _ name: String, _ body: (inout FileWriter) throws(OutputError) -> Void
  ) throws(OutputError) -> String {
    let file = try begin(name)
    try file.write(body)
    try file.finish()
    return file.take().path
  }

  /// Begins a file beside its place.
  func begin(_ name: String) throws(OutputError) -> PartialFile {
    try check(name)
    return try PartialFile(beside: place(of: name))
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
