// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Foundation
package import Studies
import Tables

/// The results of one shard on their way to disk: rows are kept as they are done, and the whole file
/// appears when all are there.
///
/// While the value lives, no other process writes the shard's results: the system's lock on the file of
/// kept rows is free again however its holder ends.
package final class ShardWriter {
  private let folder: StudyFolder
  private let head: ShardFile.Head
  private let descriptor: Int32
  private let path: String
  /// Rows of a run that was stopped; nil where there are none.
  package private(set) var kept: ShardFile?

  /// - Throws: `ApplicationError` with `StudyProblem.shardInUse` while another process runs the shard;
  ///   `OutputError`.
  package init(_ folder: StudyFolder, _ head: ShardFile.Head) throws {
    self.folder = folder
    self.head = head
    path = folder.kept(of: head.shard)
    let parent = folder.place(of: StudyFolder.shards)
    guard mkdir(parent, 0o755) == 0 || errno == EEXIST else { throw OutputError.last(parent) }
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
      guard file >= 0 else { throw OutputError.last(path) }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        close(file)
        throw ApplicationError.file(folder.plan, .study(.shardInUse(shard: head.shard)))
      }
      // Who held it before may have removed the file between our opening and locking it.
      var (opened, named) = (stat(), stat())
      if fstat(file, &opened) == 0, lstat(path, &named) == 0, opened.st_ino == named.st_ino {
        descriptor = file
        break
      }
      close(file)
    }
    try begin()
  }

  deinit { close(descriptor) }

  /// Takes up what is kept, and begins the file anew with it: its last line may be half a row.
  private func begin() throws(OutputError) {
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size > 0 {
      let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
        count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))
      }
      kept = ShardFile(kept: bytes, of: head)
    }
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw OutputError.last(path)
    }
    var text = head.line
    for row in kept?.rows ?? [] { text += ShardFile.line(row) }
    try writeAll(Array(text.utf8), to: descriptor, named: path)
  }

  /// Keeps rows, so that they outlive this process.
  package func keep(_ rows: [StudyRow]) throws(OutputError) {
    var text = ""
    for row in rows { text += ShardFile.line(row) }
    try writeAll(Array(text.utf8), to: descriptor, named: path)
  }

  /// Puts the whole file into its place; what was kept and the last error go.
  package func finish(_ file: ShardFile) throws(OutputError) {
    try OutputFile(path: folder.rows(of: head.shard), replaces: true).write(file.text)
    unlink(folder.error(of: head.shard))
    unlink(path)
  }

  /// Notes why the shard's run has failed, for `study status`; where that cannot be written, the exit
  /// status tells enough.
  package static func note(_ message: String, of shard: Int, in folder: StudyFolder) {
    let parent = folder.place(of: StudyFolder.shards)
    guard mkdir(parent, 0o755) == 0 || errno == EEXIST else { return }
    let file = try? OutputFile(path: folder.error(of: shard), replaces: true)
    try? file?.write(message + "\n")
  }
}
