// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Pricing
package import Studies
import Tables

/// Where the files of a study lie: `study.json`, and below it the results of each shard.
package struct StudyFolder: Equatable, Sendable {
  /// Without a slash at its end, but for the root.
  package let path: String

  /// Folders of what the shards leave, in the study's.
  package static let shards = "shards"
  package static let logs = "logs"

  /// - Parameter path: Of the folder, or of its `study.json`.
  package init(_ path: String) {
    var folder = path
    if folder == StudyPlan.file {
      folder = "."
    } else if folder.hasSuffix("/" + StudyPlan.file) {
      folder.removeLast(StudyPlan.file.utf8.count + 1)
      if folder.isEmpty { folder = "/" }
    }
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    self.path = folder
  }

  package func place(of name: String) -> String { path == "/" ? path + name : path + "/" + name }

  package var plan: String { place(of: StudyPlan.file) }

  /// Rows of a shard that is done.
  package func rows(of shard: Int) -> String { place(of: "\(Self.shards)/\(shard).rows") }

  /// Rows of a shard that was stopped.
  package func kept(of shard: Int) -> String { place(of: "\(Self.shards)/\(shard).kept") }

  /// Why a shard's last run failed.
  package func error(of shard: Int) -> String { place(of: "\(Self.shards)/\(shard).error") }

  /// What an engine wrote down of a shard.
  package func log(of shard: Int) -> String { place(of: "\(Self.logs)/\(shard).log") }

  /// - Throws: `FileProblem.study`, or `.scenario` where it cannot be read.
  package func readPlan() throws(ApplicationError) -> StudyPlan {
    let bytes: [UInt8]
    do throws(InputProblem) {
      bytes = try InputFile(path: plan, limits: .tables).rest()
    } catch {
      throw .file(plan, .records(RecordError(line: 0, .input(error))))
    }
    do throws(StudyProblem) {
      return try StudyPlan(reading: bytes)
    } catch {
      throw .file(plan, .study(error))
    }
  }

  /// The path of a file that the study names.
  package func resolved(_ name: String) -> String { name.hasPrefix("/") ? name : place(of: name) }

  /// How the study names a file: from its folder where both paths are relative or the file lies near.
  package func name(of file: String) -> String {
    guard !file.hasPrefix("/") else { return file }
    func steps(_ path: String) -> [String] {
      URL(fileURLWithPath: path).standardizedFileURL.pathComponents
    }
    let (from, to) = (steps(path), steps(file))
    let shared = zip(from, to).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: from.count - shared) + to[shared...])
      .joined(separator: "/")
  }

  /// The last line of a text file that says anything; nil where there is none.
  package static func lastLine(of path: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    let end = (try? handle.seekToEnd()) ?? 0
    try? handle.seek(toOffset: end > 4096 ? end - 4096 : 0)
    let bytes = (try? handle.readToEnd()) ?? Data()
    return String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
  }
}
